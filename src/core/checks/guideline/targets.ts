import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';

/** A value of a measurement that is aimed for. */
export interface Target {
  /** Canonical name of the measurement. */
  concept: string;
  fact: QuantityFact;
}

const aim = /\b(?:targets?|goals?|aims?|aiming|keep(?:ing)?|maintain(?:ing)?)\b/i;

/**
 * The values that a sentence says are aimed for ("target HbA1c below 7 %", "keep the INR between 2 and 3").
 * @param text the text that the sentence's facts point into
 */
export function targetsOf(text: string, sentence: SentenceFacts): Target[] {
  if (!aim.test(text.slice(sentence.start, sentence.end))) return [];
  return sentence.quantities.flatMap((fact) =>
    fact.concept?.kind === 'measurement' ? [{ concept: fact.concept.name, fact }] : [],
  );
}
