import { basename } from 'node:path';
import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { ChatTurn } from '../../../webview/protocol';
import type { PanelSession } from './panel-session';

/**
 * What goes along of the note that the user works on, which may have lost the focus to the panel.
 * @throws AttestError `invalid-input` where no note is open, or no text of it selected
 */
export function noteAlong(
  { model }: PanelSession,
  along: 'note' | 'selection' | undefined,
): ChatTurn['along'] {
  if (along === undefined) return undefined;
  const uri = model.activeNote?.uri;
  if (uri === undefined) throw noNote();
  const name = basename(vscode.Uri.parse(uri, true).path);
  if (along === 'note') return { uri, name };
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const selection = editor?.document.getText(editor.selection) ?? '';
  if (selection.trim() === '') {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('No text is selected.'),
      vscode.l10n.t('Select a part of the note, or give the whole note along.'),
    );
  }
  const start = editor?.document.offsetAt(editor.selection.start) ?? 0;
  return { uri, name, selection: { start, text: selection } };
}

/**
 * What went along with a question, to go along again.
 * @throws AttestError `invalid-input` where that was selected text, which is not kept with the conversation
 */
export function alongOf({ along }: ChatTurn): ChatTurn['along'] {
  if (along?.selection && along.selection.text === undefined) throw selectionGone();
  return along;
}

/** That no note is open. */
export function noNote(): AttestError {
  return new AttestError(
    'invalid-input',
    vscode.l10n.t('No note is open.'),
    vscode.l10n.t('Open the note in an editor and try again.'),
  );
}

function selectionGone(): AttestError {
  return new AttestError(
    'invalid-input',
    vscode.l10n.t('The text that was selected is not kept with the conversation.'),
    vscode.l10n.t('Select it in the note again, and ask with Edit.'),
  );
}
