import type { NoteCheck, NoteFindingDraft, NoteStatement } from '../note-check';
import { disagreement } from './disagreement';

/** Shorter statements are set phrases ("No acute distress.") that may stand twice. */
const fewestWords = 8;

/** "Plan:", "Patient Education and Counseling:" */
const label = /^[\p{L} &/'-]{2,50}:\s/u;

/** The words and numbers of a statement without its label, lower case: what makes two statements the same. */
function normalised({ statement }: NoteStatement): string[] {
  return (
    statement.text
      .replace(label, '')
      .toLowerCase()
      .match(/\p{N}+(?:[.,/]\p{N}+)*|\p{L}+/gu) ?? []
  );
}

// The patient in one line ("… is a 50-year-old …") opens a note and its assessment on purpose.
const oneLiner = /\b(?:year|month|week|day)s?[- ]old\b|\by\.?o\.?\b|\bpresent(?:s|ed|ing)?\b/i;

/** A statement that stands in the note word for word more than once: text that was copied forward may no longer be true. */
export const consistencyDuplicate: NoteCheck = {
  rule: 'consistency/duplicate',
  axis: 'consistency',
  reports: 'A statement that stands in the note twice, word for word.',
  harm: 4,
  run(input) {
    const first = new Map<string, number>();
    // A copied paragraph is one finding, at its first statement.
    let copied = -1;
    return input.statements.flatMap((own, at): NoteFindingDraft[] => {
      const words = normalised(own);
      const { text } = own.statement;
      if (words.length < fewestWords || oneLiner.test(text)) return [];
      const key = words.join(' ');
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, at);
        return [];
      }
      const goesOn = copied === at - 1;
      copied = at;
      if (goesOn) return [];
      const message = 'The note says this already, word for word. Was it copied, and is it still true?';
      const draft = disagreement(input, at, { start: 0, end: text.length }, [before], message, {
        severity: 'hint',
      });
      return [{ ...draft, verdict: 'not-sure' }];
    });
  },
};
