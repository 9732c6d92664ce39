import * as vscode from 'vscode';
import type { CommandServices } from '../../services';
import { sentText } from '../../model/sent-text';

const scheme = 'attest-sent';

/**
 * *Attest: Show What Was Sent*: every call of this session, as it left. The text is held by the engine's process and by the
 * editor that shows it, and is never written to the disk.
 */
export async function run({ engine, context }: CommandServices): Promise<void> {
  const { calls, count } = await engine.request('sentCalls', []);
  if (calls.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was sent to a language model.'));
    return;
  }
  shown.set(sentText(calls, count, vscode.l10n.t), context);
  const document = await vscode.workspace.openTextDocument(shown.uri);
  await vscode.window.showTextDocument(document, { preview: true });
}

/** The one document of this kind: it always shows the latest log. */
const shown = {
  uri: vscode.Uri.from({ scheme, path: '/Attest' }),
  text: '',
  changed: new vscode.EventEmitter<vscode.Uri>(),
  registered: false,
  set(text: string, context: vscode.ExtensionContext): void {
    this.text = text;
    if (!this.registered) {
      this.registered = true;
      const provider: vscode.TextDocumentContentProvider = {
        onDidChange: this.changed.event,
        provideTextDocumentContent: () => this.text,
      };
      context.subscriptions.push(
        this.changed,
        vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
      );
    }
    this.changed.fire(this.uri);
  },
};
