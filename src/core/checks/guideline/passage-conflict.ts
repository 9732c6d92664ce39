import { citePassage } from '../../evidence/citations/citation-of';
import type { Citation } from '../../evidence/citations/citation';
import { sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../facts/fact';
import { formatQuantity } from '../../facts/format';
import { convert } from '../../facts/quantities/units';
import type { PassageEvidence } from '../check';

/** A value as a passage gives it. */
export interface PassageValue {
  evidence: PassageEvidence;
  sentence: SentenceFacts;
  fact: QuantityFact;
  /** How often per day, where the sentence says so for the same concept. */
  perDay?: number;
}

/** A value that the library's passages give otherwise. */
export interface PassageConflict {
  title: string;
  expected: string;
  citations: Citation[];
  /** By how many times the value is more than the highest or less than the lowest that they give. */
  factor: number;
}

/** At most this many passages are cited for one conflict. */
const mostCitations = 3;

/** True for a dose that can be compared with a guideline's: an absolute amount of a named medication. */
export function isComparableDose(fact: QuantityFact): boolean {
  return (
    fact.concept?.kind === 'medication' &&
    doseDimensions.has(fact.unit.dimension) &&
    fact.unit.dimension !== 'dose-form' &&
    fact.unit.dimension !== 'volume' &&
    !fact.perWeight
  );
}

/** The values that passages give for the concept of a fact, in the same kind of unit. */
export function passageValues(passages: readonly PassageEvidence[], fact: QuantityFact): PassageValue[] {
  return passages.flatMap((evidence) => valuesOf(evidence, fact));
}

function valuesOf(evidence: PassageEvidence, fact: QuantityFact): PassageValue[] {
  return evidence.sentences.flatMap((sentence) => {
    const ofConcept = sentence.quantities.filter(
      (other) => (other.concept?.name ?? other.carried) === fact.concept?.name,
    );
    const perDay = ofConcept.find((other) => other.unit.dimension === 'frequency')?.value;
    return ofConcept
      .filter((other) => other.unit.dimension === fact.unit.dimension)
      .map((other) => ({ evidence, sentence, fact: other, ...(perDay !== undefined && { perDay }) }));
  });
}

/** True when the value is one that the passage's sentence gives: as it stands, or over the day. */
function agrees(fact: QuantityFact, theirs: PassageValue, perDay: number | undefined): boolean {
  if (sameValue(fact, theirs.fact)) return true;
  // A dose that is itself taken several times a day is no total of the day.
  if (theirs.perDay === undefined || (perDay !== undefined && perDay > 1)) return false;
  const daily = {
    ...theirs.fact,
    value: theirs.fact.value * theirs.perDay,
    ...(theirs.fact.high !== undefined && { high: theirs.fact.high * theirs.perDay }),
  };
  return sameValue(fact, daily);
}

/**
 * Compares a value with every value that the passages give for the same named concept in the same kind of unit. It is a
 * conflict when none agrees and it lies outside of all of them. A dose by weight may fit any amount: no conflict then.
 * @param own `perDay`: how often a day the value is taken, where that is said with it
 */
export function passageConflict(
  fact: QuantityFact,
  passages: readonly PassageEvidence[],
  own: { perDay?: number | undefined } = {},
): PassageConflict | undefined {
  return valueConflict(fact, passageValues(passages, fact), own);
}

/** As `passageConflict`, with values that were read and chosen before. */
export function valueConflict(
  fact: QuantityFact,
  values: readonly PassageValue[],
  own: { perDay?: number | undefined } = {},
): PassageConflict | undefined {
  const best = values[0];
  if (!best || values.some((value) => value.fact.perWeight || agrees(fact, value, own.perDay)))
    return undefined;
  const amounts = values.flatMap(({ fact: theirs }) => [
    // Below a maximum, anything may be meant.
    theirs.comparator === '<' ? 0 : (convert(theirs.value, theirs.unit, fact.unit) ?? theirs.value),
    convert(theirs.high ?? theirs.value, theirs.unit, fact.unit) ?? theirs.value,
  ]);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  if (fact.value >= least && fact.value <= most) return undefined;
  const quoted = values.map(({ evidence, sentence, fact: theirs }) =>
    citePassage(evidence.passage, sentence, theirs),
  );
  return {
    title: best.evidence.passage.title,
    expected: formatQuantity(best.fact),
    factor: fact.value > most ? fact.value / most : least / fact.value,
    citations: quoted
      .filter((citation, index) => quoted.findIndex((other) => other.quote === citation.quote) === index)
      .slice(0, mostCitations),
  };
}
