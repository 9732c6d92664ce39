import { extractFacts } from '../../../src/core/facts/extract';
import { plainPolarity } from '../../../src/core/facts/findings/polarity';
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

/** What is said of the patient now about each finding of a text, as "absent fever". */
export function polaritiesIn(text: string): string[] {
  return extractFacts(text)
    .flatMap(({ polarities }) => polarities)
    .map((fact: PolarityFact) => `${plainPolarity(fact)} ${fact.concept.name}`);
}

/** How each finding of a text is meant, as "absent fever" and what is out of the ordinary: "present asthma (family, past)". */
export function contextsIn(text: string): string[] {
  return extractFacts(text)
    .flatMap(({ polarities }) => polarities)
    .map(({ polarity, certainty, time, experiencer, narrowed, concept }) => {
      const odd = [
        ...(certainty === 'certain' ? [] : [certainty]),
        ...(time === 'current' ? [] : [time]),
        ...(experiencer === 'patient' ? [] : [experiencer]),
        ...(narrowed ? ['narrowed'] : []),
      ];
      return `${polarity} ${concept.name}${odd.length > 0 ? ` (${odd.join(', ')})` : ''}`;
    });
}
