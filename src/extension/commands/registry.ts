import * as vscode from 'vscode';
import type { CommandServices } from '../services';
import { showError } from '../messages';

/** Runs a command. Arguments can come from anywhere (a link, a key binding, another extension): check them first. */
export type Run = (services: CommandServices, ...args: unknown[]) => Promise<unknown>;

// Each command is loaded when it first runs: activation pays for none of them.
const commands: Record<string, () => Promise<{ run: Run }>> = {
  'attest.indexLibrary': () => import('./index-library'),
  'attest.addGuidelineFolder': () => import('./add-guideline-folder'),
  'attest.checkNote': () => import('./check-note'),
  'attest.checkAllNotes': () => import('./check-all-notes'),
  'attest.factCheckSelection': () => import('./fact-check-selection'),
  'attest.factCheckNote': () => import('./fact-check-note'),
  'attest.verifyPlan': () => import('./verify-plan'),
  'attest.exportFactCheck': () => import('./export-fact-check'),
  'attest.scoreFaithfulness': () => import('./score-faithfulness'),
  'attest.linkSource': () => import('./link-source'),
  'attest.askGuidelines': () => import('./ask-guidelines'),
  'attest.insertCitation': () => import('./insert-citation'),
  'attest.showIgnoredFindings': () => import('./show-ignored-findings'),
  'attest.importTerminology': () => import('./import-terminology'),
  'attest.clearLibrary': () => import('./clear-library'),
  'attest.openSampleClinic': () => import('./open-sample-clinic'),
  'attest.chooseModel': () => import('./choose-model'),
  'attest.calibrateJudge': () => import('./calibrate-judge'),
  'attest.setApiKey': () => import('./set-api-key'),
  'attest.clearApiKey': () => import('./clear-api-key'),
  'attest.revokeConsent': () => import('./revoke-consent'),
  'attest.showSent': () => import('./show-sent'),
  'attest.showLog': () => import('./show-log'),
  'attest.restartEngine': () => import('./restart-engine'),
  'attest.showActions': () => import('./show-actions'),
  // Named by hovers and code actions of the server (ClientCommands in src/server/protocol.ts).
  'attest.openCitation': () => import('./open-citation'),
  'attest.ignoreFinding': () => import('./ignore-finding'),
  'attest.explainFinding': () => import('./explain-finding'),
};

/** Registers every command. An error of a command is shown with what to do, never thrown at the caller. */
export function registerCommands(services: CommandServices): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, load]) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          return await (await load()).run(services, ...args);
        } catch (error) {
          showError(services.log, error);
          return undefined;
        }
      }),
    ),
  );
}
