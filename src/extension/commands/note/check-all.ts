import * as vscode from 'vscode';
import { offer, runCommand } from '../../messages';
import type { CommandServices, RequestResult } from '../../services';

/** *Attest: Check All Notes*: every note of the workspace, cancellable. */
export async function run({ engine, log }: CommandServices): Promise<RequestResult<'checkAllNotes'>> {
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Attest: checking all notes'),
      cancellable: true,
    },
    (_progress, token) => engine.request('checkAllNotes', [], token),
  );
  const { notes, findings } = result;
  if (notes === 0) {
    const settings = {
      title: vscode.l10n.t('Open Settings'),
      run: runCommand('workbench.action.openSettings', 'attest.notes'),
    };
    const message = vscode.l10n.t('No file of this workspace is a note by the settings.');
    offer(log, vscode.window.showInformationMessage, message, [settings]);
    return result;
  }
  const message = vscode.l10n.t('Notes checked: {0}. Findings: {1}.', notes, findings);
  const problems = {
    title: vscode.l10n.t('Show Problems'),
    run: runCommand('workbench.actions.view.problems'),
  };
  offer(log, vscode.window.showInformationMessage, message, findings > 0 ? [problems] : []);
  return result;
}
