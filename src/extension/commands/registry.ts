import * as vscode from 'vscode';
import type { CommandServices } from '../services';
import { showError } from '../messages';

/** Runs a command. Arguments can come from anywhere (a link, a key binding, another extension): check them first. */
export type Run = (services: CommandServices, ...args: unknown[]) => Promise<unknown>;

// Each command is loaded when it first runs: activation pays for none of them.
const commands: Record<string, () => Promise<{ run: Run }>> = {
  'attest.indexLibrary': () => import('./library/index-folders'),
  'attest.addGuidelineFolder': () => import('./library/add-folder'),
  'attest.checkNote': () => import('./note/check'),
  'attest.checkAllNotes': () => import('./note/check-all'),
  'attest.factCheckSelection': () => import('./fact-check/selection'),
  'attest.factCheckNote': () => import('./fact-check/note'),
  'attest.verifyPlan': () => import('./fact-check/verify-plan'),
  'attest.exportFactCheck': () => import('./fact-check/export'),
  'attest.scoreFaithfulness': () => import('./note/score-faithfulness'),
  'attest.linkSource': () => import('./note/link-source'),
  'attest.askGuidelines': () => import('./library/ask'),
  'attest.insertCitation': () => import('./note/insert-citation'),
  'attest.showIgnoredFindings': () => import('./findings/show-ignored'),
  'attest.importTerminology': () => import('./library/import-terminology'),
  'attest.clearLibrary': () => import('./library/clear'),
  'attest.openSampleClinic': () => import('./open-sample-clinic'),
  'attest.chooseModel': () => import('./model/choose'),
  'attest.calibrateJudge': () => import('./model/calibrate-judge'),
  'attest.setApiKey': () => import('./model/set-api-key'),
  'attest.clearApiKey': () => import('./model/clear-api-key'),
  'attest.revokeConsent': () => import('./model/revoke-consent'),
  'attest.showSent': () => import('./model/show-sent'),
  'attest.showLog': () => import('./engine/show-log'),
  'attest.restartEngine': () => import('./engine/restart'),
  'attest.showActions': () => import('./show-actions'),
  // Named by hovers and code actions of the server (ClientCommands in src/server/protocol.ts).
  'attest.openCitation': () => import('./findings/open-citation'),
  'attest.ignoreFinding': () => import('./findings/ignore'),
  'attest.explainFinding': () => import('./findings/explain'),
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
