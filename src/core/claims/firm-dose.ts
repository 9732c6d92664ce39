import { convertible } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import { doseDimensions, type QuantityFact } from '../facts/fact';
import { isComputed } from './computed';
import { cue } from './firm-words';

/** A dose that differs, beside the sentence that the rule cites. */
export interface DosePlace {
  claim: string;
  claimFacts: readonly SentenceFacts[];
  /** Amounts of the claim that differ. */
  claimed: readonly QuantityFact[];
  sentence: string;
  cited: readonly SentenceFacts[];
  /** Every amount of the evidence. */
  all: readonly QuantityFact[];
}

/**
 * True for one dose at one time: what the evidence raises, lowers or tapers has several, and what is given by size, strength or
 * twice a day is reckoned. The same number in another unit is a slip.
 */
export function isFirmDose(place: DosePlace): boolean {
  const { claimed } = place;
  if (cue.changed(place.sentence) || cue.limits(place.sentence) || cue.changed(place.claim)) return false;
  const theirs = quantitiesIn(place.cited);
  const isDose = claimed.every(({ unit }) => doseDimensions.has(unit.dimension));
  if (!isDose || isReckonedDose(place.claimFacts, theirs, place.sentence)) return false;
  const isSlip = claimed.some((fact) =>
    theirs.some(
      (other) => other.value === fact.value && other.unit.code !== fact.unit.code && convertible(fact, other),
    ),
  );
  return isSlip || (!isOfVolume(place) && (isAsOften(place) || !isComputed(claimed, place.all)));
}

/** "130 mg/m²", "0.5 %, 2.6 mL", "500 mg twice daily and 300 mg at night": the amount that is given, or of a day, is reckoned. */
function isReckonedDose(
  claim: readonly SentenceFacts[],
  theirs: readonly QuantityFact[],
  sentence: string,
): boolean {
  const isOf = (perSize: boolean) => (fact: QuantityFact) => fact.perWeight === perSize;
  const isPerSize = theirs.some(isOf(true)) || perSurface.test(sentence) || /\d ?%/.test(sentence);
  if (isPerSize && quantitiesIn(claim).every(isOf(false))) return true;
  const ofDay = quantitiesIn(claim).some(({ unit, value }) => unit.dimension === 'frequency' && value === 1);
  return ofDay && theirs.filter(({ unit }) => unit.dimension === 'frequency').length > 1;
}

const perSurface = /\b(?:mg|g|mcg|units?) ?(?:\/|per) ?m(?:²|2\b|\^2)/i;

/** "7.5 mL of 120 mg/5 mL": how much was given is a product of what stands there. */
function isOfVolume({ sentence, cited }: DosePlace): boolean {
  const volumes = quantitiesIn(cited).filter(({ unit }) => unit.dimension === 'volume');
  return volumes.length > 0 && strength.test(sentence);
}

const strength = /\d ?(?:mg|mcg|µg|micrograms?|g|units?) ?(?:\/|per|in) ?\d*(?:\.\d+)? ?ml\b/i;

/** "10 mg daily" and "20 mg daily": at the same frequency no dose is the other's sum. */
function isAsOften({ claimFacts, cited }: DosePlace): boolean {
  const [own, theirs] = [claimFacts, cited].map((sentences) =>
    quantitiesIn(sentences).filter(({ unit }) => unit.dimension === 'frequency'),
  ) as [QuantityFact[], QuantityFact[]];
  return (
    own.length > 0 &&
    theirs.length > 0 &&
    own.every((one) => theirs.every((other) => other.value === one.value))
  );
}

/** Every amount of some sentences, in order. */
export function quantitiesIn(sentences: readonly SentenceFacts[]): QuantityFact[] {
  return sentences.flatMap(({ quantities }) => quantities);
}
