import * as vscode from 'vscode';
import type { CommandServices, FactCheckReport } from '../../services';
import { activeEditor, selectedText, selectionOrSentence } from '../active-text';

/** *Attest: Fact-Check Selection*: the selection, or the sentence at the cursor, against the library. */
export async function run({ panel }: CommandServices): Promise<FactCheckReport | undefined> {
  const editor = activeEditor();
  const text = selectedText(editor);
  const { uri, version } = editor.document;
  const offset = selectionOrSentence(editor)?.start ?? 0;
  const { line, character } = editor.document.positionAt(offset);
  return panel.factCheck({
    name: vscode.workspace.asRelativePath(uri),
    text,
    at: { uri: uri.toString(), version, offset },
    from: { offset, line: line + 1, column: character + 1 },
  });
}
