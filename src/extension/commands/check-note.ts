import * as vscode from 'vscode';
import { offer, runCommand } from '../messages';
import type { CommandServices, NoteReport } from '../services';
import { activeEditor } from './active-text';

/** *Attest: Check Note*: checks the active note now and says in the status bar how it went. */
export async function run({ engine, log }: CommandServices): Promise<NoteReport> {
  const uri = activeEditor().document.uri;
  const report = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Attest: checking the note') },
    () => engine.request('checkNote', [{ uri: uri.toString() }]),
  );
  if (report.notScored !== undefined && report.sources.length === 0) {
    const link = { title: vscode.l10n.t('Link Source…'), run: runCommand('attest.linkSource', uri) };
    const message = vscode.l10n.t('The note was not compared with a source: none was found.');
    offer(log, vscode.window.showInformationMessage, message, [link]);
  }
  vscode.window.setStatusBarMessage(findingsMessage(report.findings.length), 5000);
  return report;
}

function findingsMessage(count: number): string {
  if (count === 0) return vscode.l10n.t('Attest: no findings');
  return count === 1 ? vscode.l10n.t('Attest: 1 finding') : vscode.l10n.t('Attest: {0} findings', count);
}
