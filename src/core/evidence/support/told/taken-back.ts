import { readAnswer } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import type { Token } from '../../../text/tokens';
import { isStopWord } from '../../../text/words';
import type { SourceIndex } from '../../source/source-index';
import { type Bearing, sameAmount } from './bearing';
import { isSaidOfElse } from './of-else';
import { isOtherValue } from './other-values';
import { classes, phraseEnd, phrasesOf } from './told-words';

/** A part of a source that comes right behind what a claim says. */
interface Sequel {
  tokens: readonly Token[];
  facts: SentenceFacts;
  /** Said by who told it, by the one who listens, or in the same sentence. */
  by: 'rest' | 'same' | 'listener';
  segment: number;
}

/** So many sentences of the same turn, of the answer to it, and of what is said to that, may still take something back. */
const sentencesBehind = 2;
const sentencesOfReply = 2;
const sentencesOfRejoinder = 1;
/** So many words of a sentence behind what was told may still qualify it, and so many of the next sentence. */
const reachInSentence = 14;
const reachInNext = 8;
/** Further behind, a sentence without marks speaks of other things. */
const reachOfSequel = 25;

/**
 * True when what follows takes back what was told or a part of it: another value, "no, hang on", "except", "I stopped that",
 * "that's not right". Looked at are the rest of the sentence and of the turn, the answer to it, and how that is taken up.
 */
export function isTakenBack(bearing: Bearing, source: SourceIndex): boolean {
  return sequelsOf(bearing, source).some(
    (sequel) =>
      corrects(sequel, bearing) ||
      qualifies(sequel, bearing) ||
      ends(sequel) ||
      (isMeasuredOnly(bearing.claim) && isSaidOfElse(sequel.tokens, sequel.by === 'rest')) ||
      denies(sequel, bearing, source),
  );
}

function sequelsOf(bearing: Bearing, source: SourceIndex): Sequel[] {
  const { segment, sentence, to } = bearing;
  const { segments } = source;
  const own = segments[segment];
  const rest: Sequel = {
    tokens: sentence.tokens.slice(to, to + reachOfSequel),
    facts: sentence,
    by: 'rest',
    segment,
  };
  const read = (at: number, from: number, count: number, by: Sequel['by']): Sequel[] =>
    (segments[at]?.sentences ?? [])
      .slice(from, from + count)
      .map((facts) => ({ tokens: facts.tokens.slice(0, reachOfSequel), facts, by, segment: at }));
  if (!own?.turn) {
    const next = Array.from({ length: sentencesBehind }, (_, step) => read(segment + 1 + step, 0, 1, 'same'));
    return [rest, ...next.flat()];
  }
  const index = own.sentences.indexOf(sentence);
  const behind = read(segment, index + 1, sentencesBehind, 'same');
  // What is answered is the end of a turn.
  const isLast = own.sentences.length - index - 1 <= 1 && sentence.tokens.length - to <= reachOfSequel;
  const speaks = (at: number): boolean => segments[at]?.turn?.speaker === own.turn?.speaker;
  const reply = isLast
    ? read(segment + 1, 0, sentencesOfReply, speaks(segment + 1) ? 'same' : 'listener')
    : [];
  const rejoinder = isLast
    ? read(segment + 2, 0, sentencesOfRejoinder, speaks(segment + 2) ? 'same' : 'listener')
    : [];
  return [rest, ...behind, ...reply, ...rejoinder];
}

function corrects({ tokens, facts, by }: Sequel, { claim }: Bearing): boolean {
  if (phrasesOf('correcting', tokens).length > 0) return true;
  const values = facts.quantities.filter(
    ({ start }) => start >= (tokens[0]?.start ?? facts.end) && start < (tokens.at(-1)?.end ?? 0),
  );
  const ours = claim.flatMap(({ quantities }) => quantities);
  if (values.some((value) => isOtherValue(value, facts, ours, claim))) return true;
  return tokens.some((_, at) => isInterjected(tokens, at, by));
}

/** "Sorry, the right one", "no, it's ibuprofen": not "sorry to hear that". */
function isInterjected(tokens: readonly Token[], at: number, by: Sequel['by']): boolean {
  const before = tokens[at - 1];
  if (by === 'listener' || (before ? before.kind !== 'mark' : by === 'rest')) return false;
  let end = phraseEnd('interjections', tokens, at);
  if (end === undefined) return false;
  while (tokens[end]?.kind === 'mark' || phraseEnd('interjections', tokens, end) !== undefined) {
    end = phraseEnd('interjections', tokens, end) ?? end + 1;
  }
  const rest = tokens.slice(end, end + reachInNext);
  // "Oh, this is perfect": nothing is put in its place.
  if (phraseEnd('praise', tokens, end) !== undefined) return false;
  return rest.some(
    ({ text, kind }) =>
      kind === 'number' ||
      classes.pointing.has(text.replace(/'\p{L}+$/u, '')) ||
      /^(?:left|right|both|not)$/.test(text),
  );
}

function qualifies({ tokens, facts, by }: Sequel, { claim }: Bearing): boolean {
  const ours = new Set(claim.flatMap((part) => part.tokens.map(({ text }) => text)));
  const reach = by === 'rest' ? reachInSentence : reachInNext;
  // "Two kilos less than in May": of a difference, which has its own value.
  const isDifference = (at: number): boolean =>
    /^(?:less|more)$/.test(tokens[at]?.text ?? '') &&
    facts.quantities.some(
      (fact) =>
        fact.end === tokens[at - 1]?.end &&
        !claim.some(({ quantities }) => quantities.some((own) => sameAmount(own, fact))),
    );
  return phrasesOf('qualifying', tokens).some(
    ({ from, to }) =>
      from < reach &&
      !isDifference(from) &&
      to < tokens.length &&
      !tokens.slice(from, to).every(({ text }) => ours.has(text)),
  );
}

/** So many words behind a verb that ends something it points back. */
const pointingReach = 2;

function ends({ tokens }: Sequel): boolean {
  return tokens.some(
    ({ text }, at) =>
      classes.ending.has(text) &&
      tokens.slice(at + 1, at + 1 + pointingReach).some((next) => classes.pointing.has(next.text)),
  );
}

function denies(
  { tokens, facts, by, segment }: Sequel,
  { claim, sentence }: Bearing,
  source: SourceIndex,
): boolean {
  // What is asked of findings has been read with its answer.
  if (by === 'rest' || sentence.tokens.at(-1)?.text === '?') return false;
  const isValue = isMeasuredOnly(claim);
  const isDenying = phrasesOf('denying', tokens).some(
    ({ from, to }) => from <= 3 && isShortBehind(tokens, to) && !(isValue && deniesElse(tokens, to, claim)),
  );
  if (isDenying) return true;
  const isDenied = sentence.tokens.some(({ text }) => /^(?:no|not|never|without)$|n't$/.test(text));
  if (by !== 'listener' || isDenied || source.segments[segment]?.sentences[0] !== facts) return false;
  const said = source.text.slice(facts.start, facts.end);
  const [first, second] = tokens;
  const starts =
    classes.denyingStarts.has(first?.text ?? '') && !classes.harmlessDenied.has(second?.text ?? '');
  return starts || readAnswer(said, 1).polarity === 'absent';
}

/** "It isn't.", "I haven't measured.": nothing of its own is denied. */
function isShortBehind(tokens: readonly Token[], to: number): boolean {
  const end = tokens.findIndex(({ kind }, at) => at >= to && kind === 'mark');
  return (end < 0 ? tokens.length : end) - to <= 2;
}

/** True when a claim is nothing but values that are measured. */
function isMeasuredOnly(claim: readonly SentenceFacts[]): boolean {
  return claim.every(
    ({ quantities, medications, polarities }) =>
      medications.length + polarities.length === 0 &&
      quantities.length > 0 &&
      quantities.every(({ concept }) => concept?.kind === 'measurement'),
  );
}

/** "It's not a telling-off", behind a weight: a noun or deed of its own is denied, and no value. */
function deniesElse(tokens: readonly Token[], from: number, claim: readonly SentenceFacts[]): boolean {
  const ours = new Set(claim.flatMap((part) => part.tokens.map(({ text }) => text)));
  const end = tokens.findIndex(({ kind }, at) => at >= from && kind === 'mark');
  return tokens
    .slice(from, end < 0 ? tokens.length : end)
    .some(
      ({ text, kind }) =>
        kind === 'word' && !isStopWord(text) && !ours.has(text) && !classes.ofValues.has(text),
    );
}
