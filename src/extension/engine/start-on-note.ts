import * as vscode from 'vscode';
import { toAttestError } from '../../core/errors';
import type { Services } from '../services';

const languages = ['markdown', 'plaintext'];

/** Starts the engine when a note is open, so that it is checked; other files start nothing. */
export function startOnNote({ engine, settings, log }: Services): vscode.Disposable {
  const consider = (document: vscode.TextDocument): void => {
    const { noteInclude, noteExclude, checkOn } = settings.current();
    if (checkOn === 'command' || !languages.includes(document.languageId)) return;
    if (!matches(document, noteInclude) || matches(document, noteExclude)) return;
    engine.start().catch((error: unknown) => log.error(toAttestError(error).message));
  };
  // After activation has returned: starting loads the language client.
  const timer = setTimeout(() => vscode.workspace.textDocuments.forEach(consider), 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.onDidOpenTextDocument(consider),
  );
}

function matches(document: vscode.TextDocument, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some((glob) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ scheme: 'file', pattern }, document) > 0;
  });
}
