import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { ModelMessage, ModelPlace } from '../../core/language-model/language-model';
import type { Access, EditorModel } from '../../core/language-model/model-host';
import type { ModelUsageTotals } from '../../server/protocol';
import { askForConsent } from './consent';
import { askEditorModel, findEditorModel } from './editor-models';
import type { ModelMemory } from './model-memory';

/** Answers what the engine asks about language models: consent and key, and VS Code's own models. */
export class ModelDesk implements vscode.Disposable {
  private readonly usages = new vscode.EventEmitter<void>();
  /** Questions that are open, so that many calls at once ask the user once. */
  private readonly asked = new Map<string, Promise<boolean>>();
  private totals: ModelUsageTotals | undefined;
  readonly onDidChangeUsage = this.usages.event;

  constructor(readonly memory: ModelMemory) {}

  /** What the calls took so far; undefined before the first one. */
  get usage(): ModelUsageTotals | undefined {
    return this.totals;
  }

  /** @throws AttestError `model-off` when the user has not agreed, or may not be asked now */
  async access(place: ModelPlace, model: string, byUser: boolean): Promise<Access> {
    // VS Code's models may be used for what the user asks for, and for nothing that runs by itself.
    const mayRun = byUser || place.kind === 'endpoint';
    if (!mayRun || !(this.memory.agreed(place) || (byUser && (await this.ask(place, model))))) {
      throw new AttestError(
        'model-off',
        vscode.l10n.t('The language model was not used: there is no agreement to send text there.'),
        byUser
          ? vscode.l10n.t('Run the command again to agree, or go on without a model.')
          : vscode.l10n.t(
              'What runs by itself never asks: run Attest: Choose Model… and agree when you are asked.',
            ),
      );
    }
    const apiKey = place.kind === 'endpoint' ? await this.memory.key(place) : undefined;
    const known = this.memory.known(place, model);
    const calibration = this.memory.calibration(place, model);
    return {
      ...(apiKey !== undefined && { apiKey }),
      ...(known && { known }),
      ...(calibration && { calibration }),
    };
  }

  findEditorModel(model: string): Promise<EditorModel> {
    return findEditorModel(model);
  }

  askEditorModel(
    model: string,
    messages: readonly ModelMessage[],
    maxTokens: number,
    onText: (piece: string) => void,
    token: vscode.CancellationToken,
  ): Promise<string> {
    return askEditorModel(model, messages, maxTokens, onText, token);
  }

  used(totals: ModelUsageTotals | undefined): void {
    this.totals = totals;
    this.usages.fire();
  }

  dispose(): void {
    this.usages.dispose();
  }

  private ask(place: ModelPlace, model: string): Promise<boolean> {
    const name = JSON.stringify(place);
    const open = this.asked.get(name);
    if (open) return open;
    const question = askForConsent(place, model).then(async (agreed) => {
      if (agreed) await this.memory.agree(place);
      return agreed;
    });
    this.asked.set(name, question);
    return question.finally(() => this.asked.delete(name));
  }
}
