import { extractFacts } from '../../../src/core/facts/extract';
import type { PolarityFact, QuantityFact, SideFact } from '../../../src/core/facts/fact';

/** The quantities of a text, in order. */
export function quantitiesIn(text: string): QuantityFact[] {
  return extractFacts(text).flatMap(({ quantities }) => quantities);
}

/** The only quantity of a text. */
export function quantityIn(text: string): QuantityFact {
  const found = quantitiesIn(text);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} quantities in "${text}"`);
  return only;
}

/** A quantity as "concept: low-high code", in the words of UCUM. */
export function described(fact: QuantityFact): string {
  const comparator = fact.comparator === '=' ? '' : fact.comparator;
  const range = fact.high === undefined ? String(fact.value) : `${fact.value}-${fact.high}`;
  const weight = fact.perWeight ? ' per kg' : '';
  const concept = fact.concept ? `${fact.concept.name}: ` : '';
  return `${concept}${comparator}${range} ${fact.unit.code}${weight}`;
}

/** The sides of a text as "left knee". */
export function sidesIn(text: string): string[] {
  return extractFacts(text)
    .flatMap(({ sides }) => sides)
    .map((fact: SideFact) => `${fact.side} ${fact.concept.name}`);
}

/** The polarity of each finding of a text as "absent fever". */
export function polaritiesIn(text: string): string[] {
  return extractFacts(text)
    .flatMap(({ polarities }) => polarities)
    .map((fact: PolarityFact) => `${fact.polarity} ${fact.concept.name}`);
}
