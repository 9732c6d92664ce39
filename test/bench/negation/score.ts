import type { PolarityFact } from '../../../src/core/facts/fact';
import type { Counts } from '../measure/f1';
import type { AnnotatedConcept } from '../sets/read';

/** What the extractor says of a concept; `unknown` where it abstains, `not found` where it has no fact there. */
export type Label = AnnotatedConcept['polarity'] | 'unknown' | 'not found';

/** The polarity of a fact in the words of the set: what is uncertain or hypothetical is neither present nor absent. */
export function labelOf(fact: PolarityFact | undefined): Label {
  if (!fact) return 'not found';
  return fact.certainty === 'certain' ? fact.polarity : fact.certainty;
}

/** The fact that shares most letters with the concept's words. */
export function factFor(concept: AnnotatedConcept, facts: readonly PolarityFact[]): PolarityFact | undefined {
  const shared = (fact: PolarityFact): number =>
    Math.min(concept.end, fact.concept.end) - Math.max(concept.start, fact.concept.start);
  return facts.filter((fact) => shared(fact) > 0).sort((a, b) => shared(b) - shared(a))[0];
}

/** Counts one label: said where it is so (right), said where it is not (wrong), not said where it is (missed). */
export function countLabel(label: Label, pairs: readonly { wanted: Label; read: Label }[]): Counts {
  return {
    right: pairs.filter(({ wanted, read }) => wanted === label && read === label).length,
    wrong: pairs.filter(({ wanted, read }) => wanted !== label && read === label).length,
    missed: pairs.filter(({ wanted, read }) => wanted === label && read !== label).length,
  };
}
