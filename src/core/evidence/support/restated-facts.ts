import type { SentenceFacts } from '../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../facts/fact';
import { findNumbers } from '../../facts/quantities/numbers';
import { keyOf } from '../../facts/findings/subtypes';
import { distinctValues, saidValue } from '../../facts/quantities/said-value';
import { contains, type Span } from '../../text/span';
import { once, oncePer } from '../../once';
import type { Comparison } from './said-of-whom';
import { dateName, type Place, sequenceOf } from './said-sequence';
import type { SourceIndex } from '../source/source-index';
import { quantityHolds, sideHolds } from './agreeing-facts';
import { isAgreed, toldBy } from './told-findings';

/** False where another medicine is named among the words: what is said may be said of it. */
export function medicinesKnown({ inner, sentences }: Comparison, names: readonly string[]): boolean {
  return sentences
    .flatMap(({ medications }) => medications)
    .filter((medicine) => inner.some(({ token }) => token.start === medicine.start))
    .every((medicine) => names.includes(`#${keyOf(medicine)}`));
}

/** True when every typed fact of the claim stands in the stretch or its sentences, and nothing else of the source opposes it. */
export function factsTold({ claim, inner, around, sentences }: Comparison, source: SourceIndex): boolean {
  const { quantities, polarities, marked } = sequenceOf(source);
  const near = [...new Set(around.flatMap(({ values }) => values))].map(roughly);
  const sides = sentences.flatMap((sentence) => sentence.sides);
  const findings = sentences.flatMap((sentence) => {
    const place = inner.find((one) => one.sentence === sentence);
    const turn = place && source.segments[place.segment]?.turn;
    return marked && turn?.speaker === 'clinician'
      ? sentence.polarities.map((fact) => toldBy(fact, source.text.slice(sentence.start, fact.start)))
      : sentence.polarities;
  });
  const numbers = sentences.flatMap(numbersIn);
  return claim.every(
    (sentence) =>
      plainNumbers(sentence).every((value) => numbers.includes(value)) &&
      sentence.quantities.every(
        (fact) => quantityHolds(roughly(fact), near, false) && isOnlyDose(fact, quantities),
      ) &&
      sentence.sides.every((fact) => sideHolds(fact, sides)) &&
      sentence.polarities.every((fact) => isAgreed(fact, findings, polarities)),
  );
}

/**
 * Tells whether a stretch of a source gives every value of a claim. `factsTold` asks no less; this is asked first, since a
 * table names the same measurements again and again.
 */
export function valuesStandIn(claim: readonly SentenceFacts[]): (around: readonly Place[]) => boolean {
  const ours = distinctValues(claim.flatMap(({ quantities }) => quantities)).map((fact) =>
    once(saidValue, (theirs: QuantityFact) => quantityHolds(roughly(fact), [roughly(theirs)], false)),
  );
  return (around) => ours.every((isSaid) => around.some(({ values }) => values.some(isSaid)));
}

/** A note gives "about four centimetres" as 4 cm. */
function roughly(fact: QuantityFact): QuantityFact {
  return fact.comparator === '~' ? { ...fact, comparator: '=' } : fact;
}

const numbersIn = oncePer((sentence: SentenceFacts): readonly number[] =>
  findNumbers(sentence.tokens).flatMap(({ value, alternatives }) => [value, ...alternatives]),
);

/** Numbers that are neither a typed quantity nor part of a date that is compared as one. */
function plainNumbers({ tokens, quantities, dates }: SentenceFacts): number[] {
  const typed: Span[] = [...quantities, ...dates.filter((date) => dateName(date) !== undefined)];
  return findNumbers(tokens).flatMap(({ value, from }) => {
    const token = tokens[from];
    return token && !typed.some((fact) => contains(fact, token)) ? [value] : [];
  });
}

/** False for a dose of a medicine of which the source names others as well: which of them holds is for a reader. */
function isOnlyDose(fact: QuantityFact, everywhere: readonly QuantityFact[]): boolean {
  if (fact.concept?.kind !== 'medication' || !doseDimensions.has(fact.unit.dimension)) return true;
  return everywhere
    .filter(
      ({ concept, unit }) => concept?.name === fact.concept?.name && unit.dimension === fact.unit.dimension,
    )
    .every((other) => quantityHolds(fact, [other], true));
}
