import { type NamedAllergen, allergensIn } from '../facts/allergies/allergens';
import type { Token } from '../text/tokens';
import { namesAnybody } from './consistency/patient-sex';
import { isAllergyList } from './consistency/places';
import type { NoteCheckInput } from './note-check';

/** Something that the note says the patient is allergic to; the span points into its statement. */
export interface NotedAllergy extends NamedAllergen {
  /** Index of the statement. */
  at: number;
}

/** A heading in capitals with its text on the same line: "INSTRUCTIONS: take …". */
const ownHeading = /^\s*[A-Z][A-Z &/-]{2,40}:/;

/** "Rash as a child", "since a baby": when it was, and nobody else. */
function isOwnAge(list: readonly Token[], at: number): boolean {
  const before = list
    .slice(Math.max(0, at - 3), at)
    .map(({ text }) => text)
    .join(' ');
  return (
    /\b(?:as|since|was|were)(?: an?)?(?: (?:small|young|little))?$/.test(before) &&
    age.test(list[at]?.text ?? '')
  );
}

const age = /^(?:child|kid|baby|infant|toddler|boy|girl|teenager|teen)$/;

/** The allergies that a note names, in its list of allergies and in its sentences; those of relatives are left out. */
export function notedAllergies({ text, statements, terminology }: NoteCheckInput): NotedAllergy[] {
  if (!/allerg|anaphyla|\bnkd?a\b|\badrs?\b/i.test(text)) return [];
  // What stands under a heading of its own behind the list is no part of it.
  const behind = new Set<NoteCheckInput['statements'][number]['section']>();
  return statements.flatMap(({ statement, section, facts }, at) => {
    if (/family/i.test(section?.title ?? '')) return [];
    if (ownHeading.test(statement.text) && !/allerg/i.test(statement.text.split(':', 1)[0] ?? ''))
      behind.add(section);
    const listed = isAllergyList(section) && !behind.has(section);
    return facts
      .filter(({ tokens }) => listed || !namesAnybody(tokens.filter((_, at) => !isOwnAge(tokens, at))))
      .flatMap(({ tokens }) => allergensIn(statement.text, tokens, listed, terminology))
      .map((allergen) => ({ ...allergen, at }));
  });
}
