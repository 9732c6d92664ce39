import * as vscode from 'vscode';
import type { CommandServices } from '../services';
import { destinations } from '../status/status-bar';
import { statusText } from '../status/status-text';

/** What a click on the status bar item offers. */
export async function run({ agents, engine, settings, models }: CommandServices): Promise<void> {
  const actions = [
    { label: `$(checklist) ${vscode.l10n.t('Check Note')}`, command: 'attest.checkNote' },
    { label: `$(search) ${vscode.l10n.t('Fact-Check Selection')}`, command: 'attest.factCheckSelection' },
    { label: `$(checklist) ${vscode.l10n.t('Fact-Check Note')}`, command: 'attest.factCheckNote' },
    {
      label: `$(list-ordered) ${vscode.l10n.t('Verify Plan Step by Step')}`,
      command: 'attest.verifyPlan',
    },
    { label: `$(comment-discussion) ${vscode.l10n.t('Ask Guidelines')}`, command: 'attest.askGuidelines' },
    { label: `$(database) ${vscode.l10n.t('Index Guideline Library')}`, command: 'attest.indexLibrary' },
    { label: `$(hubot) ${vscode.l10n.t('Choose Model…')}`, command: 'attest.chooseModel' },
    { label: `$(eye) ${vscode.l10n.t('Show What Was Sent')}`, command: 'attest.showSent' },
    { label: `$(output) ${vscode.l10n.t('Show Log')}`, command: 'attest.showLog' },
    { label: `$(debug-restart) ${vscode.l10n.t('Restart Engine')}`, command: 'attest.restartEngine' },
  ];
  const chosen = await vscode.window.showQuickPick(actions, {
    title: 'Attest',
    placeHolder: statusText(engine.state, destinations({ agents, settings, models }), vscode.l10n.t).tooltip,
  });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
