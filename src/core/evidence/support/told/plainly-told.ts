import { confirms } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import { namesSameKinds } from '../../../facts/findings/subtypes';
import { isAsked, type Span } from '../../../text/span';
import type { SourceIndex } from '../../source/source-index';
import { isAffirmedPlainly } from '../asked/affirmed';
import { type Bearing, bearingOf } from './bearing';
import { isBreathedAlike } from './breathed';
import { hasOtherValue } from './other-values';
import { isPairedAlike } from './pairings';
import { isSameProduct } from './product';
import { isSaidToHave } from './said-to-have';
import { isOfSameType } from './same-type';
import { isTakenBack } from './taken-back';
import { isToldOutright } from './told-outright';
import { phraseEnd } from './told-words';

/**
 * True when a sentence that holds what a claim says tells it plainly: outright, or as a question that is affirmed; not taken
 * back, corrected or qualified by what follows; with no other value of the same thing elsewhere in the source; of the same
 * product of a medicine; and with each side, time and person going with the same things; and of the same
 * kind of a finding or medicine.
 * @param segment index into the source's segments
 * @param sentence a sentence of that segment
 * @param within the part of the sentence that is said to bear the claim out
 */
export function isPlainlyTold(
  claim: readonly SentenceFacts[],
  { segment, sentence, within }: { segment: number; sentence: SentenceFacts; within?: Span },
  source: SourceIndex,
): boolean {
  const bearing = bearingOf(claim, segment, sentence, within);
  if (!bearing) return false;
  return (
    (isAsked(source.text, sentence)
      ? isAffirmed(bearing, source)
      : isToldOutright(bearing) && isHad(bearing, source)) &&
    !isTakenBack(bearing, source) &&
    !hasOtherValue(bearing, source) &&
    isSameProduct(claim, sentence) &&
    isPairedAlike(claim, sentence) &&
    isOfSameType(claim, sentence) &&
    isBreathedAlike(claim, sentence) &&
    namesSameKinds(claim, sentence)
  );
}

/** True when what a claim says that the patient has is spoken of as theirs. */
function isHad({ claim, segment, sentence, kept }: Bearing, source: SourceIndex): boolean {
  if (!source.segments[segment]?.turn) return true;
  const names = new Set(
    claim.flatMap(({ polarities }) =>
      polarities
        .filter(({ polarity, experiencer }) => polarity === 'present' && experiencer === 'patient')
        .map(({ concept }) => concept.name),
    ),
  );
  return sentence.polarities
    .filter(({ concept }) => names.has(concept.name))
    .every((fact) => isSaidToHave(sentence, fact, (_, at) => kept[at] === true));
}

/** A question for findings alone has been read with its answer: there the findings are what was answered. */
function isAffirmed({ claim, segment, sentence, from, to }: Bearing, source: SourceIndex): boolean {
  const isOfFindings = claim.every(
    ({ quantities, medications, polarities }) =>
      quantities.length + medications.length === 0 && polarities.length > 0,
  );
  if (!isOfFindings) return isAnsweredYes(sentence, segment, source);
  const isPresent = claim.some(({ polarities }) => polarities.some(({ polarity }) => polarity === 'present'));
  return !isPresent || isAffirmedPlainly(claim, { segment, sentence, from, to }, source);
}

/**
 * True when the next segment says yes to what a sentence asks, and not of the past alone ("I did").
 * @param segment index of the sentence's segment
 */
export function isAnsweredYes(sentence: SentenceFacts, segment: number, source: SourceIndex): boolean {
  const next = source.segments[segment + 1];
  if (!next || confirms(source.text.slice(next.start, next.end)) !== true) return false;
  const [first] = next.sentences;
  const isPast = sentence.tokens.some(({ text }) => /^(?:did|was|were|had)$/.test(text));
  return (
    isPast || first?.tokens.every((_, at) => phraseEnd('former', first.tokens, at) === undefined) === true
  );
}
