import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';

const highlightMs = 2000;
let highlight: vscode.TextEditorDecorationType | undefined;

/** Selects a span of an open document, scrolls to it and highlights it for two seconds. */
export function revealSpan(editor: vscode.TextEditor, span: Span): void {
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  highlight ??= vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  const decoration = highlight;
  editor.setDecorations(decoration, [range]);
  setTimeout(() => editor.setDecorations(decoration, []), highlightMs);
}

/** Opens a document in the column where it is shown already, else beside the active editor, with no preview lost. */
export async function showBeside(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const active = vscode.window.activeTextEditor;
  const fallback = active ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  return vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? fallback,
    preview: true,
  });
}
