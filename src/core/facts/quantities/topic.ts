import type { SentenceFacts } from '../extract';
import type { Concept, QuantityFact } from '../fact';

/** How many characters a concept may stand from a number to be what it is about. */
const conceptReach = 80;

/**
 * What a number is about: the stems near it, and the concepts near it in its sentence ("#furosemide" for "Lasix"), so
 * that two names of one thing are one.
 */
export function topicOf(sentence: SentenceFacts, fact: QuantityFact): ReadonlySet<string> {
  const named = conceptsIn(sentence).filter(
    ({ start, end }) => start - fact.end < conceptReach && fact.start - end < conceptReach,
  );
  return new Set([...fact.context, ...named.map(({ name }) => `#${name}`)]);
}

/** The medicines, findings and parts of the body that a sentence names. */
export function conceptsIn(sentence: SentenceFacts): Concept[] {
  return [
    ...sentence.medications,
    ...sentence.polarities.map(({ concept }) => concept),
    ...sentence.sides.map(({ concept }) => concept),
  ];
}
