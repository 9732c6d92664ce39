import type { Check, FindingDraft } from '../../../../src/core/checks/check';
import { checkInput } from '../../../../src/core/checks/check-input';
import { outline } from '../../../../src/core/text/statements';

/** What one check says of every statement of a note that has no source, with the words that it points at. */
export function draftsOf(check: Check, note: string): (FindingDraft & { text: string })[] {
  const { statements, sections } = outline(note);
  return statements.flatMap((statement) =>
    check
      .run(checkInput(statement, sections[statement.section], []))
      .map((draft) => ({ ...draft, text: statement.text.slice(draft.start, draft.end) })),
  );
}

/** The note's only statement with the fixes of a check taken, last first. */
export function fixedBy(check: Check, statement: string): string {
  const fixes = draftsOf(check, statement).flatMap((draft) => draft.fixes);
  return fixes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), statement);
}
