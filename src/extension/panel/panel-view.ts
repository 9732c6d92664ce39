import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import { showError } from '../messages';
import type { Services } from '../services';
import type { FactChecks } from './fact-checks';
import { panelHtml } from './panel-html';
import { perform } from './panel-actions';
import type { PanelSession } from './panel-session';

/** Id of the view in package.json. */
export const panelViewId = 'attest.panel';

/** The webview view: gives VS Code the page and carries messages between it and the session. */
export class PanelView implements vscode.WebviewViewProvider {
  #view: vscode.WebviewView | undefined;

  /** @param onShown called each time the panel has become visible and is ready */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly services: Services,
    private readonly session: PanelSession,
    private readonly checks: FactChecks,
    private readonly onShown: () => void,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist');
    const media = vscode.Uri.joinPath(this.extensionUri, 'media');
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    const listeners = [
      webview.onDidReceiveMessage((data: unknown) => this.#receive(webview, data)),
      view.onDidChangeVisibility(() => {
        // VS Code destroys the page of a hidden view; it says `ready` again when it is back.
        if (!view.visible) this.session.disconnect();
      }),
    ];
    view.onDidDispose(() => {
      for (const listener of listeners) listener.dispose();
      if (this.#view === view) {
        this.#view = undefined;
        this.session.disconnect();
      }
    });
    webview.html = panelHtml({
      script: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'panel.css')).toString(),
      cspSource: webview.cspSource,
      nonce: randomBytes(18).toString('base64'),
      styleNonce: randomBytes(18).toString('base64'),
      language: vscode.env.language,
      translations: vscode.l10n.bundle ?? {},
    });
  }

  /** Brings the panel to the front. `preserveFocus` leaves the keyboard in the editor where VS Code can do so. */
  async reveal(preserveFocus: boolean): Promise<void> {
    if (this.#view) this.#view.show(preserveFocus);
    else await vscode.commands.executeCommand(`${panelViewId}.focus`);
  }

  #receive(webview: vscode.Webview, data: unknown): void {
    this.#handle(webview, data).catch((error: unknown) => showError(this.services.log, error));
  }

  async #handle(webview: vscode.Webview, data: unknown): Promise<void> {
    // Loaded with the first message: activation does not pay for the validator.
    const { parsePanelMessage } = await import('../../../webview/protocol');
    const message = parse(parsePanelMessage, data);
    if (message.type !== 'ready') return perform(this.services, this.session, message, this.checks);
    this.session.connect((outgoing) => {
      webview.postMessage(outgoing).then(undefined, (error: unknown) => showError(this.services.log, error));
    });
    this.onShown();
  }
}

function parse<T>(validate: (data: unknown) => T, data: unknown): T {
  try {
    return validate(data);
  } catch (cause) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The side panel sent a message that Attest does not know.'),
      vscode.l10n.t('Reload the window and report what you did if it happens again.'),
      { cause },
    );
  }
}
