import { isCounterQuestion } from '../../facts/answers/answers';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import words from '../../facts/terms/unmarked-questions.json';
import type { Segment } from './source-index';

const telling = new Set(words.telling);
const ofSentences = new Set(words.ofSentences);
const ofClauses = new Set(words.ofClauses);
const between = new Set(words.between);
const opening = new Set(words.opening);
const joining = new Set(words.joining);

/** "No clubbing. No swelling in the legs.": one finding after the other is told, and asked only at the end of a turn. */
export function isDictated(words: string, segment: Segment | undefined, sentence: SentenceFacts): boolean {
  const sentences = segment?.sentences ?? [];
  const isLong = sentences.length > fewestDictated;
  return isLong && /^\W*no\b/i.test(words) && (sentences.at(-1) !== sentence || isTelling(sentences.at(-2)));
}

const fewestDictated = 3;

/** "okay no lymph nodes in the neck": where the patient asks something next, it was told and not asked. */
export function isToldBefore(words: string, reply: string): boolean {
  return /^\W*(?:(?:okay|ok|so|and|good|all right|alright)\W+)*no\b/i.test(words) && isCounterQuestion(reply);
}

const asksForMore = /\b(?:any|have you|do you|did you|are you|does it|is there)\b/i;

/**
 * "Have you had any numbness in your arm" – "no numbness or tingling": it was asked for in the turn before, so that this answers, though
 * the turns may stand under each other's labels.
 */
export function isToldBack(
  words: string,
  { polarities }: SentenceFacts,
  before: Segment | undefined,
  label: string,
): boolean {
  const asked = before?.sentences.at(-1);
  if (!asked || !before?.turn || before.turn.label === label || !/^\W*no\b/i.test(words)) return false;
  return (
    asksForMore.test(asked.tokens.map(({ text }) => text).join(' ')) &&
    asked.polarities.some(({ concept }) => polarities.some((own) => own.concept.name === concept.name))
  );
}

/** "Second problem, allergic rhinitis.": who counts the problems names them, and asks for none. */
export function isCounted(words: string): boolean {
  return /^\W*(?:(?:okay|ok|so|and|then|for)\W+)*(?:(?:the|your|her|his|my|our)\s+)?(?:first|second|third|fourth|fifth|sixth|next|last|other|final|(?:problem|number|issue) (?:one|two|three|four|five|six|\d))\b(?:\s+(?:problem|issue|diagnosis|concern|one|thing))?[\s,:.-]/i.test(
    words,
  );
}

/** True for a sentence that says something is there, or gives a value, so that what stands behind it is no question. */
function isTelling(sentence: SentenceFacts | undefined): boolean {
  return sentence?.tokens.some(({ text }) => telling.has(text) || /['’]s$/.test(text)) ?? false;
}

/** So few words with no verb ask: "numbness in the feet" "no". */
const shortest = 6;
/** Or so few beside the findings that are listed. */
const fewestOthers = 3;

/** True for a few words without a verb that a yes or no replies to: they asked. */
export function isShort({ tokens: all, polarities }: SentenceFacts, reply: string): boolean {
  // "Okay, passed out at all": what opens a turn is no part of what is asked.
  const tokens = all.slice(all.findIndex(({ text }) => !opening.has(text)));
  // "Weight loss or fevers or feeling unwell": names of findings make a list longer, and no question less of it.
  const others = tokens.filter(
    ({ text, start, end }) =>
      !joining.has(text) && !polarities.some(({ concept }) => concept.start <= start && end <= concept.end),
  );
  return (
    (tokens.length <= shortest || others.length <= fewestOthers) &&
    /^(?:no|nope|nah|uh-uh|yes|yeah|yep|mm-hmm|uh-huh)\b/i.test(reply) &&
    // "And some swelling in your ankles": who asks says "any".
    !tokens.some(({ text }) => ofSentences.has(text) || text === 'some' || /['’]/.test(text))
  );
}

/** "any new symptoms. weakness, the worst headache of your life": what has no verb spells the question before it out. */
export function isListed(
  text: string,
  segment: Segment | undefined,
  { start, tokens }: SentenceFacts,
): boolean {
  const before = segment?.sentences.filter((one) => one.end <= start).at(-1);
  return (
    before !== undefined &&
    /^\W*(?:(?:and|okay|so|or)\W+)?any\b/i.test(text.slice(before.start, before.end)) &&
    !tokens.some(({ text }) => ofClauses.has(text) || /['’]/.test(text))
  );
}

/** A clinician's sentence that is nothing but names of findings runs through a list: "okay, coughing, headache". */
export function isFragment(sentence: SentenceFacts, fact: PolarityFact): boolean {
  if (fact.polarity === 'absent') return false;
  const spans = sentence.polarities.map(({ concept }) => concept);
  return sentence.tokens.every(
    (token) =>
      between.has(token.text) || spans.some(({ start, end }) => start <= token.start && token.end <= end),
  );
}
