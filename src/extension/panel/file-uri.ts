import * as vscode from 'vscode';

/** The URI of a file that is named by its absolute path (POSIX or Windows) or by its URI. */
export function fileUri(pathOrUri: string): vscode.Uri {
  return /^[a-z][a-z\d+.-]+:/i.test(pathOrUri)
    ? vscode.Uri.parse(pathOrUri, true)
    : vscode.Uri.file(pathOrUri);
}
