import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import { fixesOfRule } from '../../core/verdicts/fix-all';
import type { Finding, Fix, RuleCode } from '../../core/verdicts/finding';
import type { NoteFindings } from '../../../webview/protocol';
import { fixStillFits } from './fix-guard';

/**
 * Puts a fix of a finding into its note, as one step that *Undo* takes back, and shows the note.
 * @throws AttestError `invalid-input` when the note's words are no longer those that were checked, or it is read-only
 */
export async function applyFix(note: NoteFindings, finding: Finding, index: number): Promise<void> {
  const fix = finding.fixes[index];
  await replace(note, fix ? [{ finding, fix }] : []);
}

/**
 * Puts the fixes of all findings of a style rule into their note, as one step that *Undo* takes back; all or none.
 * @throws AttestError like `applyFix`, also for a rule of another axis
 */
export async function applyFixesOfRule(note: NoteFindings, rule: RuleCode): Promise<void> {
  const { findings } = note.report;
  const pairs = fixesOfRule(findings, rule).flatMap((fix) => {
    const finding = findings.find(({ fixes }) => fixes.includes(fix));
    return finding ? [{ finding, fix }] : [];
  });
  await replace(note, pairs);
}

async function replace(note: NoteFindings, pairs: readonly { finding: Finding; fix: Fix }[]): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(note.uri, true));
  const text = document.getText();
  const fits = pairs.every(({ finding, fix }) => fixStillFits(text, finding, fix, note.report.statements));
  if (pairs.length === 0 || !fits) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The note has changed at this place since it was checked, so nothing was replaced.'),
      vscode.l10n.t('Check the note again, then apply the fix.'),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { fix } of pairs) {
    const range = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
    edit.replace(document.uri, range, fix.newText);
  }
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
