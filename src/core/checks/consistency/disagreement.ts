import type { Span } from '../../text/span';
import type { Fix, Severity } from '../../verdicts/finding';
import type { FindingDraft } from '../check';
import { citeNote, type NoteCheckInput, type NoteFindingDraft } from '../note-check';

/**
 * A finding that two statements of a note disagree: shown at one, with the other one cited.
 * @param at index of the statement that it is shown at
 * @param span what is reported, relative to that statement
 * @param other indices of the statements that it disagrees with
 */
export function disagreement(
  input: NoteCheckInput,
  at: number,
  { start, end }: Span,
  other: readonly number[],
  message: string,
  more: { severity?: Severity; fixes?: Fix[]; expected?: string } = {},
): NoteFindingDraft {
  const cited = other.flatMap((index) => input.statements[index] ?? []);
  return {
    at,
    start,
    end,
    verdict: 'contradicted',
    message,
    citations: cited.map((statement) => citeNote(input, statement)),
    fixes: [],
    ...more,
  };
}

/**
 * A finding about one place of a note that can't be right by itself. Nothing is held against it, so its verdict is
 * `not-sure`; it is a warning all the same.
 * @param span what is reported, relative to the statement
 */
export function suspicion(
  { start, end }: Span,
  message: string,
  more: { severity?: Severity; fixes?: Fix[]; expected?: string } = {},
): FindingDraft {
  return { start, end, verdict: 'not-sure', severity: 'warning', message, citations: [], fixes: [], ...more };
}
