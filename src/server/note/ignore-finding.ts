import type { Connection } from 'vscode-languageserver/node';
import { AttestError } from '../../core/errors';
import type { Finding } from '../../core/verdicts/finding';
import type { Context } from '../context';
import { workspaceEdit } from '../findings/code-actions';
import { rangeOf } from '../findings/diagnostics';
import type { IgnoreParams } from '../protocol';
import type { CheckedNote } from './checked';
import type { Ignores } from './ignores';
import type { Notes } from './notes';

/**
 * Ignores a finding of a checked note, by a comment in the note or in the workspace's list, and checks the notes again.
 * @throws AttestError `invalid-input` where the note holds no such finding or the reason says nothing; `internal` where the
 * client does not apply the edit; what writing the list throws
 */
export async function ignoreFinding(
  connection: Pick<Connection, 'workspace'>,
  { context, notes, ignores }: { context: Context; notes: Notes; ignores: Ignores },
  { uri, fingerprint, reason, where = 'workspace' }: IgnoreParams,
): Promise<void> {
  const note = notes.get(uri);
  const finding = note?.report.findings.find((one) => one.fingerprint === fingerprint);
  if (!note || !finding) {
    const advice = 'Check the note again, then ignore the finding.';
    throw new AttestError('invalid-input', 'The note holds no such finding any more.', advice);
  }
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    throw new AttestError('invalid-input', 'A finding is ignored with a reason only.', 'Write a reason.');
  }
  if (where === 'note') await insertComment(connection, context, note, finding, reason, ignores);
  else await ignores.addToList(note, finding, reason);
  notes.recheckAll();
}

async function insertComment(
  connection: Pick<Connection, 'workspace'>,
  context: Context,
  note: CheckedNote,
  finding: Finding,
  reason: string,
  ignores: Ignores,
): Promise<void> {
  const { offset, newText } = ignores.comment(note, finding, reason);
  const current = context.texts.open(note.uri) ?? note.document;
  const textEdit = { range: rangeOf(current, { start: offset, end: offset }), newText };
  const edit = workspaceEdit(current, [textEdit], context.client);
  const { applied } = await connection.workspace.applyEdit({ label: 'Attest', edit });
  if (applied) return;
  throw new AttestError(
    'internal',
    'The comment could not be written into the note.',
    'Check that the file is not read-only, or ignore the finding in the workspace.',
  );
}
