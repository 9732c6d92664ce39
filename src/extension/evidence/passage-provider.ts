import * as vscode from 'vscode';
import { toAttestError } from '../../core/errors';
import { decodePassageUri, passageScheme } from '../../server/evidence/passage-uri';
import type { Services } from '../services';

/** Shows the extracted text of PDF, DOCX and HTML documents of the library as read-only documents. */
export function registerPassageProvider({ engine }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refreshOpen = engine.onDidChangeLibrary(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === passageScheme) changed.fire(uri);
  });
  const provider = vscode.workspace.registerTextDocumentContentProvider(passageScheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri, token) {
      const path = decodePassageUri(uri.toString());
      if (path === undefined)
        throw new Error(vscode.l10n.t('This address names no document of the library.'));
      try {
        return (await engine.request('documentText', [{ path }], token)).text;
      } catch (thrown) {
        // VS Code shows the message alone.
        const error = toAttestError(thrown);
        throw new Error(`${error.message} ${error.advice}`, { cause: error });
      }
    },
  });
  return vscode.Disposable.from(changed, refreshOpen, provider);
}
