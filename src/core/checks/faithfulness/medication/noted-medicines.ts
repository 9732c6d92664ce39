import { meansMedicine } from '../../../evidence/source/source-medicines';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import { oncePer } from '../../../once';
import { swapFor, type Swap } from './swap';
import type { NoteCheckInput } from '../../note-check';

/** A medicine of the note and where it stands. */
export interface NotedMedicine {
  /** Index of its statement. */
  at: number;
  order: MedicationFact;
  /** As written. */
  text: string;
  /** The statement is about an allergy: what is said of the medicine is not that it is taken. */
  allergy: boolean;
  /** A source names it, or speaks of it by a word that few others go by. */
  isNamed: boolean;
  /** The medicine of a source that it likely stands in for, where no source names it. */
  swap?: Swap;
}

/** A statement about an allergy. */
export const aboutAllergy = /\ballerg(?:ic to|y to|ies to|ies)\b|\ballerg(?:y|ic)\s*:/i;

/** The medicines that the note names, in its order, each with what the sources have in its place. */
export const medicinesOf = oncePer((input: NoteCheckInput): readonly NotedMedicine[] => {
  const { sources, terminology } = input;
  const mentions = input.statements.flatMap(({ statement, section, facts }, at) => {
    const allergy = aboutAllergy.test(statement.text) || /allerg/i.test(section?.title ?? '');
    return facts
      .flatMap(({ orders }) => orders)
      .filter(({ carried }) => !carried)
      .map((order) => {
        const text = statement.text.slice(order.concept.start, order.concept.end);
        return { at, order, text, allergy };
      });
  });
  const names = [...new Set(mentions.map(({ order }) => order.concept.name))];
  return mentions.map((mention): NotedMedicine => {
    const { name } = mention.order.concept;
    const isNamed = sources.some((source) => meansMedicine(source, name, terminology));
    const swap = isNamed ? undefined : swapFor(mention, names, sources, terminology);
    return { ...mention, isNamed, ...(swap && { swap }) };
  });
});
