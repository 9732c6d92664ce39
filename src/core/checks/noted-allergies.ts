import { type NamedAllergen, allergensIn } from '../facts/allergens';
import { namesAnybody } from './consistency/patient-sex';
import { isAllergyList } from './consistency/places';
import type { NoteCheckInput } from './note-check';

/** Something that the note says the patient is allergic to; the span points into its statement. */
export interface NotedAllergy extends NamedAllergen {
  /** Index of the statement. */
  at: number;
}

/** The allergies that a note names, in its list of allergies and in its sentences; those of relatives are left out. */
export function notedAllergies({ text, statements, terminology }: NoteCheckInput): NotedAllergy[] {
  if (!/allerg|anaphyla/i.test(text)) return [];
  return statements.flatMap(({ statement, section, facts }, at) => {
    if (/family/i.test(section?.title ?? '')) return [];
    const listed = isAllergyList(section);
    return facts
      .filter(({ tokens }) => listed || !namesAnybody(tokens))
      .flatMap(({ tokens }) => allergensIn(statement.text, tokens, listed, terminology))
      .map((allergen) => ({ ...allergen, at }));
  });
}
