import * as vscode from 'vscode';
import type { CommandServices, PlanReport } from '../../services';
import { activeEditor } from '../active-text';

/** *Attest: Verify Plan Step by Step*: the assessment and plan of the active note against the library. */
export async function run({ panel }: CommandServices): Promise<PlanReport | undefined> {
  const { document } = activeEditor();
  return panel.verifyPlan({
    name: vscode.workspace.asRelativePath(document.uri),
    text: document.getText(),
    uri: document.uri.toString(),
  });
}
