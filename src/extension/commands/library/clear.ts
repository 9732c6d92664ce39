import * as vscode from 'vscode';
import type { CommandServices } from '../../services';

/** *Attest: Clear Library*: forgets every indexed document, after a question. Files stay where they are. */
export async function run({ engine }: CommandServices): Promise<void> {
  const clear = vscode.l10n.t('Clear');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Clear the guideline library?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The index of all documents is deleted. The documents stay where they are and can be indexed again.',
      ),
    },
    clear,
  );
  if (chosen !== clear) return;
  await engine.request('clearLibrary', []);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The guideline library was cleared.'), 5000);
}
