import * as vscode from 'vscode';

type Window = typeof vscode.window;
type Replaced =
  | 'showErrorMessage'
  | 'showWarningMessage'
  | 'showInformationMessage'
  | 'showInputBox'
  | 'showQuickPick'
  | 'showOpenDialog'
  | 'showSaveDialog';

/** A message that the extension showed. */
export interface ShownMessage {
  kind: 'error' | 'warning' | 'information';
  text: string;
  /** The small print of a question. */
  detail: string;
  buttons: string[];
}

/** Stands in for the person in front of VS Code: reads messages and answers questions, since a test can't click. */
export class FakeUser {
  /** Messages so far, the first first. */
  readonly messages: ShownMessage[] = [];
  /** What the pick lists said above their entries. */
  readonly placeholders: string[] = [];
  /** Answer to the next input boxes; undefined cancels. */
  typed: string | undefined;
  /** Chooses from the next pick lists by label; undefined cancels. */
  picks: ((label: string) => boolean) | undefined;
  /** Chosen in the next dialogs for files to open; undefined cancels. */
  opens: vscode.Uri | undefined;
  /** Named in the next dialogs for a file to save; undefined cancels. */
  saves: vscode.Uri | undefined;
  /** Button to press on the next messages. */
  presses: string | undefined;

  readonly #originals = new Map<Replaced, unknown>();

  constructor() {
    this.#replace('showErrorMessage', this.#message('error'));
    this.#replace('showWarningMessage', this.#message('warning'));
    this.#replace('showInformationMessage', this.#message('information'));
    this.#replace('showInputBox', () => Promise.resolve(this.typed));
    this.#replace('showOpenDialog', () => Promise.resolve(this.opens && [this.opens]));
    this.#replace('showSaveDialog', () => Promise.resolve(this.saves));
    this.#replace('showQuickPick', async (items: unknown, options?: vscode.QuickPickOptions) => {
      this.placeholders.push(options?.placeHolder ?? '');
      const entries = (await items) as (vscode.QuickPickItem | string)[];
      if (!this.picks) return undefined;
      const chosen = entries.filter((entry) => this.picks?.(typeof entry === 'string' ? entry : entry.label));
      return options?.canPickMany ? chosen : chosen[0];
    });
  }

  /** The texts of the messages of a kind. */
  texts(kind: ShownMessage['kind']): string[] {
    return this.messages.filter((message) => message.kind === kind).map(({ text }) => text);
  }

  /** Puts VS Code's own functions back. */
  leave(): void {
    for (const [name, original] of this.#originals) Object.assign(vscode.window, { [name]: original });
  }

  #message(kind: ShownMessage['kind']) {
    return (text: string, ...rest: unknown[]) => {
      const buttons = rest.filter((item): item is string => typeof item === 'string');
      const { detail = '' } =
        rest.find((item): item is vscode.MessageOptions => typeof item === 'object') ?? {};
      this.messages.push({ kind, text, detail, buttons });
      return Promise.resolve(buttons.find((button) => button === this.presses));
    };
  }

  #replace(name: Replaced, substitute: unknown): void {
    this.#originals.set(name, vscode.window[name]);
    Object.assign(vscode.window, { [name]: substitute } as Partial<Window>);
  }
}
