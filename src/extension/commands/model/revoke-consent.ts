import * as vscode from 'vscode';
import type { CommandServices } from '../../services';

/** *Attest: Revoke Consent…*: takes back that text may go to a place; the next call there asks again. */
export async function run({ models }: CommandServices): Promise<void> {
  const names = models.memory.agreedNames();
  if (names.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no agreement to send text anywhere.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(names, {
    title: vscode.l10n.t('Revoke Consent'),
    placeHolder: vscode.l10n.t('Select the places that text may no longer go to'),
    canPickMany: true,
  });
  if (!chosen || chosen.length === 0) return;
  await models.memory.takeBack(chosen);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Taken back: {0}', chosen.join(', ')), 5000);
}
