import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import { passageScheme } from '../../server/evidence/passage-uri';

/** Id of the language of extracted text in package.json. */
const passageLanguage = 'attest-passage';

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

/** What was opened as evidence in this window, by URI: the next evidence takes its place and not the note's. */
const openedAsEvidence = new Set<string>();

/**
 * Opens a document as evidence, with no preview lost: in the column where it is shown already, else where evidence is
 * shown, else beside the note; a third column would leave too little of each.
 */
export async function showBeside(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await openDocument(uri);
  const viewColumn = columnFor(document);
  openedAsEvidence.add(document.uri.toString());
  return vscode.window.showTextDocument(document, { viewColumn, preview: true });
}

/** Shows a document where it is visible already, else in the active column. */
export async function showInPlace(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return vscode.window.showTextDocument(document, shown?.viewColumn);
}

/** Extracted text has a language of its own, whose lines are wrapped: a paragraph of a PDF is one long line. */
async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  return uri.scheme === passageScheme
    ? vscode.languages.setTextDocumentLanguage(document, passageLanguage)
    : document;
}

function columnFor(document: vscode.TextDocument): vscode.ViewColumn {
  const { activeTextEditor: active, visibleTextEditors: visible, tabGroups } = vscode.window;
  const uri = document.uri.toString();
  const shown = visible.find((editor) => editor.document.uri.toString() === uri)?.viewColumn;
  const evidence = visible.find((editor) => openedAsEvidence.has(editor.document.uri.toString()))?.viewColumn;
  const known = shown ?? evidence;
  if (known !== undefined) return known;
  if (!active) return vscode.ViewColumn.Active;
  const other = tabGroups.all.find(({ viewColumn }) => viewColumn !== active.viewColumn);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}
