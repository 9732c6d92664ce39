import type { SentenceFacts } from '../../facts/extract';
import type { FindingContext, PolarityFact } from '../../facts/fact';
import { entails, excludes } from '../../facts/findings/subtypes';
import type { SourceIndex } from '../source/source-index';
import { sameContext } from './agreeing-facts';

/**
 * True when a finding is said to be so, and nowhere the opposite.
 * @param near what is said where the claim would be borne out
 * @param everywhere all that the source says
 */
export function isAgreed(
  fact: PolarityFact,
  near: readonly PolarityFact[],
  everywhere: readonly PolarityFact[],
): boolean {
  return !isOpposedIn(fact, everywhere) && near.some((other) => agrees(fact, other));
}

/** True when the opposite of a finding is said outright. @param everywhere all that the source says */
export function isOpposedIn(fact: PolarityFact, everywhere: readonly PolarityFact[]): boolean {
  return everywhere.some((other) => isOpposite(fact, other));
}

/** True when a source's mention of a finding says what the claim's says: the same of it, and of the same place. */
export function agrees(fact: PolarityFact, other: PolarityFact): boolean {
  // What is there now may be told as history; what was there once is not there now.
  const isHistory = fact.time === 'past' && fact.polarity === 'present' && other.time === 'current';
  return (
    entails(other, fact) &&
    sameContext(isHistory ? { ...other, time: fact.time } : other, fact) &&
    (fact.site === undefined || other.site === fact.site) &&
    (fact.side === undefined || other.side === fact.side)
  );
}

/**
 * What a clinician says of a finding in a sentence of their own. A bare name is no statement, so that it is read as open;
 * "the left shin is red", "you were admitted with breathlessness" are.
 * @param before the sentence up to the finding
 */
export function toldBy(fact: PolarityFact, before: string): PolarityFact {
  const isOpen = fact.polarity === 'unknown' && fact.cue === undefined && fact.certainty === 'certain';
  return isOpen && telling.test(before) ? { ...fact, polarity: 'present' } : fact;
}

const telling = /\b(?:is|are|was|were|has|had|have|call|called|showed|shows)\b|\p{L}['’](?:s|re|ve)\b/iu;

/** "No stroke" may be of now alone; "never had a stroke" is of all time. */
function isOpposite(fact: PolarityFact, other: PolarityFact): boolean {
  const isOfTime = fact.time !== 'current' || other.time === 'current';
  return (
    excludes(fact, other) && isOfTime && isSure(fact) && isSure(other) && fact.polarity !== other.polarity
  );
}

/** True for what is said of the patient outright. */
function isSure({ polarity, certainty, experiencer, narrowed }: FindingContext): boolean {
  return (
    polarity !== 'unknown' && certainty === 'certain' && experiencer === 'patient' && narrowed === undefined
  );
}

/** What a clinician calls by the name of a kind ("what we call HFrEF") is said to be so. */
export function kindsTold(
  { start, polarities }: SentenceFacts,
  speaker: string | undefined,
  source: SourceIndex,
): PolarityFact[] {
  if (speaker !== 'clinician') return [];
  return polarities
    .filter(({ concept }) => concept.subtype !== undefined)
    .map((fact) => toldBy(fact, source.text.slice(start, fact.start)));
}

/** True when a claim says nothing but that findings are there or not. */
export function isFindingsOnly(claim: readonly SentenceFacts[]): boolean {
  return claim.every(
    ({ polarities, quantities, medications, dates, sides }) =>
      polarities.every(isSure) && quantities.length + medications.length + dates.length + sides.length === 0,
  );
}

/** True when a claim speaks of all time: "never smoked" says more than "does not smoke". */
export function isOfAllTime(claim: readonly SentenceFacts[]): boolean {
  return claim.some(({ tokens }) => allTime.test(tokens.map(({ text }) => text).join(' ')));
}

const allTime =
  /\b(?:n?ever|lifelong|always|at any (?:time|point|stage)|at no (?:time|point|stage)|any time)\b/;

/** True when a sentence of a source, or the answer to it, speaks of all time. */
export function saysOfAllTime(segment: number, sentence: SentenceFacts, source: SourceIndex): boolean {
  const answer = source.segments[segment + 1]?.sentences[0];
  return isOfAllTime([sentence]) || (answer !== undefined && isOfAllTime([answer]));
}
