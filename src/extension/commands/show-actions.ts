import * as vscode from 'vscode';
import type { CommandServices } from '../services';

/** What a click on the status bar item offers. */
export async function run({ engine, settings }: CommandServices): Promise<void> {
  const { state } = engine;
  const actions = [
    { label: `$(checklist) ${vscode.l10n.t('Check Note')}`, command: 'attest.checkNote' },
    { label: `$(search) ${vscode.l10n.t('Fact-Check Selection')}`, command: 'attest.factCheckSelection' },
    { label: `$(comment-discussion) ${vscode.l10n.t('Ask Guidelines')}`, command: 'attest.askGuidelines' },
    { label: `$(database) ${vscode.l10n.t('Index Guideline Library')}`, command: 'attest.indexLibrary' },
    { label: `$(output) ${vscode.l10n.t('Show Log')}`, command: 'attest.showLog' },
    { label: `$(debug-restart) ${vscode.l10n.t('Restart Engine')}`, command: 'attest.restartEngine' },
  ];
  const chosen = await vscode.window.showQuickPick(actions, {
    title: 'Attest',
    placeHolder:
      state.kind === 'error'
        ? `${state.message} ${state.advice}`
        : vscode.l10n.t('Offline: text stays on this computer. Library: {0}', settings.current().library),
  });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
