import * as vscode from 'vscode';
import type { FactCheckReport } from '../../../../src/engine/engine';
import { run } from './attest';
import { eventually } from './eventually';
import { fileUri, show } from './notes';

let claims = 0;

/** Fact-checks a claim as a person does: it stands in a file, is selected, and the command is run. */
export async function factCheck(claim: string): Promise<FactCheckReport> {
  const name = `claims/claim-${++claims}.txt`;
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(claim));
  const editor = await show(name);
  editor.selection = new vscode.Selection(0, 0, 0, claim.length);
  await eventually(
    'the claim is in the active editor',
    () => vscode.window.activeTextEditor?.document.getText(),
    (text) => text === claim,
  );
  return run<FactCheckReport>('factCheckSelection');
}
