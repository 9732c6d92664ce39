import type { Span } from '../../text/span';
import type { Severity } from '../../verdicts/finding';
import type { FindingDraft } from '../check';

/**
 * A finding about how something is written. It claims no error, so its verdict is `not-sure`.
 * @param span what is reported, relative to the statement
 * @param newText what should stand at the span, where that is known
 */
export function advice(
  { start, end }: Span,
  severity: Severity,
  message: string,
  newText?: string,
): FindingDraft {
  const fixes = newText === undefined ? [] : [{ start, end, title: `Write "${newText}"`, newText }];
  return {
    start,
    end,
    verdict: 'not-sure',
    severity,
    message,
    ...(newText !== undefined && { expected: newText }),
    citations: [],
    fixes,
  };
}
