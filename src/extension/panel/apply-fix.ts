import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { Finding } from '../../core/verdicts/finding';
import type { NoteFindings } from '../../../webview/protocol';
import { fixStillFits } from './fix-guard';

/**
 * Puts a fix of a finding into its note, as one step that *Undo* takes back, and shows the note.
 * @throws AttestError `invalid-input` when the note's words are no longer those that were checked, or it is read-only
 */
export async function applyFix(note: NoteFindings, finding: Finding, index: number): Promise<void> {
  const fix = finding.fixes[index];
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(note.uri, true));
  if (!fix || !fixStillFits(document.getText(), finding, fix, note.report.statements)) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The note has changed at this place since it was checked, so nothing was replaced.'),
      vscode.l10n.t('Check the note again, then apply the fix.'),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
  edit.replace(document.uri, range, fix.newText);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The note could not be changed.'),
      vscode.l10n.t('Check that it is not read-only.'),
    );
  }
  const visible = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  if (!visible) await vscode.window.showTextDocument(document, { preserveFocus: true });
}
