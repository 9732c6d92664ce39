import * as vscode from 'vscode';
import { offer, runCommand } from '../../messages';
import type { CommandServices, NoteReport } from '../../services';
import { activeEditor } from '../active-text';

/** *Attest: Check Note*: checks the active note now; the status bar says how it went (status/status-bar.ts). */
export async function run({ engine, log }: CommandServices): Promise<NoteReport> {
  const uri = activeEditor().document.uri;
  const report = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Attest: checking the note') },
    () => engine.request('checkNote', [{ uri: uri.toString() }]),
  );
  if (report.notScored !== undefined && report.foreignLanguage !== undefined) {
    // A source would not help: it is the language that keeps the note from being compared.
    offer(log, vscode.window.showInformationMessage, vscode.l10n.t('Not scored. {0}', report.notScored));
  } else if (report.notScored !== undefined && report.sources.length === 0) {
    const link = { title: vscode.l10n.t('Link Source…'), run: runCommand('attest.linkSource', uri) };
    const message = vscode.l10n.t('The note was not compared with a source: none was found.');
    offer(log, vscode.window.showInformationMessage, message, [link]);
  }
  return report;
}
