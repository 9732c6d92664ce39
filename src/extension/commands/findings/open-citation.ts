import * as vscode from 'vscode';
import { AttestError } from '../../../core/errors';
import { locateQuote } from '../../../core/evidence/citations/locate-quote';
import { revealSpan, showBeside, showInPlace } from '../../evidence/reveal';
import { offer, runCommand } from '../../messages';
import { citationUri } from '../../../server/evidence/passage-uri';
import type { CommandServices } from '../../services';
import { citationArgument } from '../arguments';

/** Opens the cited text (the file, or the extracted text of a PDF, DOCX or HTML file) at the quote. */
export async function run({ log }: CommandServices, argument: unknown): Promise<void> {
  const citation = citationArgument(argument);
  const uri = citationUri(citation);
  if (uri === undefined) {
    throw new AttestError(
      'unreadable-file',
      vscode.l10n.t('This evidence is in no file that can be opened.'),
      vscode.l10n.t('Save the source as a file and link it to the note.'),
    );
  }
  const show = citation.kind === 'note' ? showInPlace : showBeside;
  const editor = await open(show, vscode.Uri.parse(uri, true), citation.document);
  const span = locateQuote(editor.document.getText(), citation);
  if (span) {
    revealSpan(editor, span);
    return;
  }
  const message = vscode.l10n.t('{0} has changed: the quoted sentence is no longer in it.', citation.title);
  const actions = [
    citation.kind === 'library'
      ? { title: vscode.l10n.t('Index Again'), run: runCommand('attest.indexLibrary') }
      : { title: vscode.l10n.t('Check Again'), run: runCommand('attest.checkAllNotes') },
  ];
  offer(log, vscode.window.showWarningMessage, message, actions);
}

async function open(show: typeof showBeside, uri: vscode.Uri, path: string): Promise<vscode.TextEditor> {
  try {
    return await show(uri);
  } catch (cause) {
    throw new AttestError(
      'unreadable-file',
      vscode.l10n.t('{0} could not be opened.', path),
      vscode.l10n.t('If it was moved or deleted, index the library or check the note again.'),
      { cause },
    );
  }
}
