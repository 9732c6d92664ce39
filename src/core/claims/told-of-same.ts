import { align } from '../evidence/support/plain/aligned';
import { isPatientsOwn } from '../evidence/support/plain/bound-values';
import type { SentenceFacts } from '../facts/extract';
import { overlaps, type Span } from '../text/span';
import { isDated, isTakenBackIn } from './own-clause';

/**
 * True when a sentence says outright what a claim denies: it is no thought, plan, share or question there, and not of a day
 * that the claim leaves out.
 * @param claim typed facts of the claim's sentences
 * @param sentence the sentence of the evidence that differs
 */
export function isToldOutright(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  return placesOf(claim, sentence).every(
    (place) => !isTakenBackIn(sentence, place, claim) && !isDated(sentence, place, claim),
  );
}

/** True when a value in a sentence is the patient's now, as far as its own words tell: no dry weight, none of a day in May. */
export function isOwnValue(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const aligned = align(claim, sentence);
  const places = placesOf(claim, sentence);
  return (
    places.every((place) => !isDated(sentence, place, claim)) &&
    sentence.quantities.every((fact) => !isSame(places, fact) || isPatientsOwn(aligned, fact))
  );
}

/** True when both give days and no day is the same: "replaced in 2010" and "replaced in 2019" are two operations. */
export function areOfOtherDays(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const wordsOf = ({ tokens, dates }: SentenceFacts): string[] =>
    dates.map((date) =>
      tokens
        .filter((token) => overlaps(token, date))
        .map(({ text }) => text)
        .join(' '),
    );
  const [ours, theirs] = [claim.flatMap(wordsOf), wordsOf(sentence)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((day) => theirs.includes(day));
}

function isSame(places: readonly Span[], { start }: Span): boolean {
  return places.some((place) => place.start === start);
}

/** Where the sentence speaks of what the claim names. */
function placesOf(claim: readonly SentenceFacts[], sentence: SentenceFacts): Span[] {
  const names = new Set(claim.flatMap(factsOf).map(({ concept }) => concept?.name));
  return factsOf(sentence).filter(({ concept }) => concept !== undefined && names.has(concept.name));
}

function factsOf({
  polarities,
  sides,
  quantities,
}: SentenceFacts): (Span & { concept?: { name: string } })[] {
  return [...polarities, ...sides, ...quantities];
}
