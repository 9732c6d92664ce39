import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './eventually';

/** The folder that VS Code has open. */
export function workspaceFolder(): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return folder.uri.fsPath;
}

/** A file of the workspace. */
export function fileUri(relativePath: string): vscode.Uri {
  return vscode.Uri.file(path.join(workspaceFolder(), relativePath));
}

/** Shows a file of the workspace in the first column. */
export async function show(relativePath: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(relativePath));
  return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
}

/** Replaces the whole text of a document and saves it. */
export async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, whole, text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** The range of the first occurrence of a text. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Attest's diagnostics of a file as they are now. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => /attest/i.test(source ?? ''));
}

/** Attest's diagnostics of a file, once there are as many as given. */
export function findings(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return eventually(
    `${count} findings in ${path.basename(uri.path)}`,
    () => findingsOf(uri),
    (found) => found.length === count,
  );
}

/** Puts every file of the workspace back to what it was when this function was called. */
export async function keepFiles(...relativePaths: string[]): Promise<() => Promise<void>> {
  const before = new Map<string, string>();
  for (const name of relativePaths) before.set(name, await fs.readFile(fileUri(name).fsPath, 'utf8'));
  return async () => {
    for (const [name, text] of before) {
      const document = await vscode.workspace.openTextDocument(fileUri(name));
      if (document.getText() !== text) await write(document, text);
    }
  };
}

/** Closes every editor without asking. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
