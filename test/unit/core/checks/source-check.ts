import type { Check, FindingDraft } from '../../../../src/core/checks/check';
import { checkInput } from '../../../../src/core/checks/check-input';
import { outline } from '../../../../src/core/text/statements';
import { sourceOf } from '../check-in';

/** What one check alone says of every statement of a note, with the words that it points at. */
export function draftsAgainst(
  check: Check,
  note: string,
  source: string | readonly string[],
): (FindingDraft & { text: string })[] {
  const sources = (typeof source === 'string' ? [source] : source).map(sourceOf);
  const { statements, sections } = outline(note);
  return statements.flatMap((statement) =>
    check
      .run(checkInput(statement, sections[statement.section], sources))
      .map((draft) => ({ ...draft, text: statement.text.slice(draft.start, draft.end) })),
  );
}

/** The same as "text → expected". */
export function saidAgainst(check: Check, note: string, source: string | readonly string[]): string[] {
  return draftsAgainst(check, note, source).map(({ text, expected }) => `${text} → ${expected ?? ''}`);
}
