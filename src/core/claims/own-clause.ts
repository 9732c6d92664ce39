import type { SourceIndex } from '../evidence/source/source-index';
import { align } from '../evidence/support/plain/aligned';
import { isAsserted } from '../evidence/support/plain/asserted';
import { dropsTime, isLeftInPast, isOfNow } from '../evidence/support/plain/other-time';
import { classes } from '../evidence/support/plain/words';
import { isShifted } from '../evidence/support/plain/shifted';
import type { SentenceFacts } from '../facts/extract';
import type { DateFact } from '../facts/fact';
import { overlaps, type Span } from '../text/span';

/** Where something is said. */
type Place = Span & { segment: number };

/**
 * True when words of its own clause take back what the evidence says at a place, or put it into another time than the
 * claim's: "nearly hypotensive", "the nurse thinks she is febrile", "was hypotensive in theatre" for what is now.
 * "She was febrile" alone is told of the visit that the text is about, whatever the tense of the claim.
 */
export function isTakenBack(claim: readonly SentenceFacts[], evidence: SourceIndex, place: Place): boolean {
  const sentence = evidence.factsAt(place.segment, place.start);
  return sentence !== undefined && isTakenBackIn(sentence, place, claim);
}

/** True when nothing stands over the words of a claim in the clause of a place: a thought, somebody else, a noun they belong to. */
export function isAssertedAt(claim: readonly SentenceFacts[], evidence: SourceIndex, place: Place): boolean {
  const sentence = evidence.factsAt(place.segment, place.start);
  return !sentence || isAsserted(align(claim, { ...sentence, tokens: clauseOf(sentence, place) }));
}

/** What `isTakenBack` says, of a sentence with its facts. */
export function isTakenBackIn(
  sentence: SentenceFacts,
  place: Span,
  claim: readonly SentenceFacts[],
): boolean {
  const aligned = align(claim, { ...sentence, tokens: clauseOf(sentence, place) });
  const own = aligned.list.map(
    ({ start, end }, at) => aligned.kept[at] === true || (place.start <= start && end <= place.end),
  );
  if (isShifted({ ...aligned, kept: own })) return true;
  const isContrasted = sentence.tokens.some(({ text }) => classes.nowWords.has(text));
  return isLeftInPast(aligned) && (dropsTime(aligned) || isContrasted);
}

/** True when the claim tells what is so now, and the clause of a place when something was: "haemoglobin 130 g/L in May". */
export function isDated(sentence: SentenceFacts, place: Span, claim: readonly SentenceFacts[]): boolean {
  const aligned = align(claim, { ...sentence, tokens: clauseOf(sentence, place) });
  const isDay = ({ form, direction }: DateFact): boolean => form !== 'span' && direction !== 'future';
  return (
    isOfNow(aligned) &&
    aligned.list.some(
      (token, at) =>
        aligned.kept[at] === false && sentence.dates.some((date) => isDay(date) && overlaps(date, token)),
    )
  );
}

const bounds = new Set([',', ';', ':', '(', ')', '.', '?']);

function clauseOf({ tokens: list }: SentenceFacts, place: Span): SentenceFacts['tokens'] {
  const from = list.findLastIndex(({ text, end }) => end <= place.start && bounds.has(text)) + 1;
  const to = list.findIndex(({ text, start }) => start >= place.end && bounds.has(text));
  return list.slice(from, to < 0 ? list.length : to);
}
