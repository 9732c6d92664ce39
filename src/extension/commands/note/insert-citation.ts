import * as vscode from 'vscode';
import { AttestError } from '../../../core/errors';
import type { Citation } from '../../../core/evidence/citations/citation';
import type { Span } from '../../../core/text/span';
import { citationOffset, formatCitation } from '../../../core/evidence/citations/format-citation';
import type { CommandServices } from '../../services';
import { activeEditor, selectionOrSentence } from '../active-text';
import { findingArgument, type FindingArgument } from '../arguments';

/**
 * *Attest: Insert Citation*: writes where the evidence stands into the note, at the end of the statement.
 * @param argument a finding, whose best evidence is cited; without it the library is searched for the statement at the
 * cursor and the user chooses a passage
 */
export async function run(services: CommandServices, argument?: unknown): Promise<void> {
  if (argument === undefined) await citeStatement(services, activeEditor());
  else await citeFinding(services, findingArgument(argument));
}

async function citeFinding(
  { engine }: CommandServices,
  { uri, fingerprint }: FindingArgument,
): Promise<void> {
  const report = await engine.request('report', [{ uri }]);
  const finding = report?.findings.find((candidate) => candidate.fingerprint === fingerprint);
  const citation = finding?.citations.find(({ kind }) => kind !== 'note');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  if (!finding || !citation || document.getText().slice(finding.start, finding.end) !== finding.text) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The note has changed since it was checked.'),
      vscode.l10n.t('Check the note and insert the citation again.'),
    );
  }
  await insert(document, finding.statement, citation);
}

async function citeStatement({ engine }: CommandServices, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const version = document.version;
  const statement = selectionOrSentence(editor);
  const text = statement ? document.getText().slice(statement.start, statement.end) : '';
  if (!statement || text.trim() === '') {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('There is no statement at the cursor.'),
      vscode.l10n.t('Put the cursor into the statement that needs a citation.'),
    );
  }
  const { statements } = await engine.request('factCheck', [{ text }]);
  const citation = await choose(statements.flatMap(({ citations }) => citations));
  if (!citation) return;
  if (document.version !== version) {
    throw new AttestError(
      'invalid-input',
      vscode.l10n.t('The note has changed while you chose.'),
      vscode.l10n.t('Insert the citation again.'),
    );
  }
  await insert(document, statement, citation);
}

async function choose(citations: readonly Citation[]): Promise<Citation | undefined> {
  if (citations.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The library holds no passage on this statement.'),
    );
    return undefined;
  }
  const items = citations.map((citation) => ({
    label: citation.title,
    description: [...citation.section, ...(citation.page === undefined ? [] : [`p. ${citation.page}`])].join(
      ' › ',
    ),
    detail: citation.quote.replace(/\s+/g, ' '),
    citation,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Insert Citation'),
    placeHolder: vscode.l10n.t('Select the passage to cite'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.citation;
}

async function insert(document: vscode.TextDocument, statement: Span, citation: Citation): Promise<void> {
  const sentence = document.getText().slice(statement.start, statement.end);
  const edit = new vscode.WorkspaceEdit();
  const position = document.positionAt(statement.start + citationOffset(sentence));
  edit.insert(document.uri, position, formatCitation(citation));
  if (await vscode.workspace.applyEdit(edit)) return;
  throw new AttestError(
    'internal',
    vscode.l10n.t('The citation could not be written into the note.'),
    vscode.l10n.t('Check that the file is not read-only.'),
  );
}
