import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { Span } from '../../core/text/span';
import { splitSentences } from '../../core/text/sentences';

/** The active editor. Throws AttestError `invalid-input` when no text is open. */
export function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor) return editor;
  throw new AttestError(
    'invalid-input',
    vscode.l10n.t('No note is open.'),
    vscode.l10n.t('Open a Markdown or plain-text note and run the command again.'),
  );
}

/** The selected text as a span of its document; the sentence at the cursor when nothing is selected. */
export function selectionOrSentence({ document, selection }: vscode.TextEditor): Span | undefined {
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  if (start !== end) return { start, end };
  return splitSentences(document.getText()).find((span) => span.start <= start && start <= span.end);
}

/** The same, as text. Throws AttestError `invalid-input` when it holds no words. */
export function selectedText(editor: vscode.TextEditor): string {
  const span = selectionOrSentence(editor);
  const text = span ? editor.document.getText().slice(span.start, span.end) : '';
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  throw new AttestError(
    'invalid-input',
    vscode.l10n.t('No text is selected.'),
    vscode.l10n.t('Select the statements, or put the cursor into one, and run the command again.'),
  );
}
