import { contains } from '../../core/text/span';
import type { Finding, Fix } from '../../core/verdicts/finding';
import type { NoteReport } from '../services';

/**
 * True when a fix still fits the note: the note's words at the finding's span are those that were checked, and a fix
 * that reaches beyond them stays inside a statement whose words are unchanged, too.
 * @param text the note as it is now
 * @param statements of the report that the finding comes from
 */
export function fixStillFits(
  text: string,
  finding: Finding,
  fix: Fix,
  statements: NoteReport['statements'],
): boolean {
  if (text.slice(finding.start, finding.end) !== finding.text) return false;
  if (contains(finding, fix)) return true;
  return statements.some(
    (statement) => contains(statement, fix) && text.slice(statement.start, statement.end) === statement.text,
  );
}
