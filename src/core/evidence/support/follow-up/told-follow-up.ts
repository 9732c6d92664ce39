import { speechAct } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import type { QuantityFact } from '../../../facts/fact';
import { oncePer } from '../../../once';
import { isClauseMark } from '../../../text/clause-marks';
import { contains } from '../../../text/span';
import { PhraseIndex } from '../../../text/phrases';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import type { SourceIndex } from '../../source/source-index';
import { quantityHolds } from '../agreeing-facts';
import type { Restated } from '../restated';
import { sequenceOf } from '../said-sequence';
import data from './follow-up-words.json';

const words = {
  naming: new Set(data.naming),
  framing: new Set(data.framing),
  opening: new Set(data.opening),
  open: new Set(data.open),
  correcting: new Set(data.correcting),
};
const meeting = new PhraseIndex<true>();
for (const phrase of data.meeting) meeting.add(phrase, true);

/** A time at which a source says that the patient is seen again. */
interface Place {
  segment: number;
  sentence: SentenceFacts;
  time: QuantityFact;
  /** The first token of the phrase that says so, and the one right behind the time. */
  from: number;
  to: number;
}

/** So many words around such a phrase may leave it open, and so many turns behind it take it back. */
const reach = 12;
const turnsBehind = 2;

/**
 * Where a clinician tells the patient when to come back, as a claim does that says nothing else ("Review in 4 weeks": "I'll see
 * you in four weeks"): outright, without condition, and with no other such time anywhere in the source. Undefined where the
 * claim says more, or the source may be read otherwise.
 * @param claim the facts of the claim's sentences
 */
export function toldFollowUp(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const [only, ...rest] = claim;
  const own = only?.quantities[0];
  if (!only || !own || rest.length > 0 || !isOfFollowUp(only)) return undefined;
  const places = placesIn(source);
  const isSame = ({ time }: Place): boolean => quantityHolds(own, [{ ...time, concept: own.concept }], false);
  const others = sequenceOf(source).quantities.filter(
    ({ concept }) => concept?.name === 'follow-up interval',
  );
  if (!places.every(isSame)) return undefined;
  if (!others.every((time) => quantityHolds(own, [{ ...time, concept: own.concept }], false)))
    return undefined;
  const place = places.find((one) => isOutright(one, source) && !isTakenBack(one, own, source));
  return place && { segment: place.segment, focus: place.time, asks: false };
}

/** True when a sentence says when a patient is seen again, and nothing else. */
export function isOfFollowUp({ tokens, quantities }: SentenceFacts): boolean {
  const [time, ...others] = quantities;
  if (!time || others.length > 0 || time.unit.dimension !== 'time') return false;
  if (time.high !== undefined || time.comparator !== '=' || time.loose || time.set) return false;
  const free = tokens.filter((token) => !contains(time, token));
  return (
    free.some(({ text }) => words.naming.has(text)) &&
    free.every(({ kind, text }) =>
      kind === 'mark' ? /^[-.,:/]$/.test(text) : words.naming.has(text) || words.framing.has(text),
    )
  );
}

/** Every time right behind words for coming back, whoever says it: gathered once for each source. */
const placesIn = oncePer((source: SourceIndex): readonly Place[] =>
  source.segments.flatMap(({ sentences }, segment) =>
    sentences.flatMap((sentence) =>
      sentence.quantities.flatMap((time) => {
        if (time.unit.dimension !== 'time') return [];
        const { tokens } = sentence;
        const at = tokenIndexAt(tokens, time.start);
        // "At fifteen months" is an age.
        const end = tokens[at - 1]?.text === 'in' ? at - 1 : at;
        const phrases = meeting.all(tokens).filter(({ to }) => to === end);
        const from = Math.min(...phrases.map((one) => one.from));
        return phrases.length > 0
          ? [{ segment, sentence, time, from, to: tokenIndexAt(tokens, time.end) }]
          : [];
      }),
    ),
  ),
);

/** True when a clinician says it, as the plan, to the patient. */
function isOutright({ segment, sentence, time, from, to }: Place, source: SourceIndex): boolean {
  const { tokens, start, end } = sentence;
  const speaker = source.segments[segment]?.turn?.speaker;
  if (speaker !== undefined && speaker !== 'clinician') return false;
  const { marked } = sequenceOf(source);
  if (speechAct(source.text.slice(start, end), time.start - start, { marked }) !== 'tells') return false;
  if (time.high !== undefined || time.comparator !== '=' || (time.loose && time.value !== 1)) return false;
  let first = from;
  while (first > 0 && !isClauseMark(tokens[first - 1]?.text ?? '') && isOpening(tokens[first - 1])) first--;
  const isFree =
    first === 0 || isClauseMark(tokens[first - 1]?.text ?? '') || opens.test(tokens[first]?.text ?? '');
  const behind = tokens.slice(to, to + reach);
  const stop = behind.findIndex(({ text }) => isClauseMark(text) || text === 'and');
  return (
    isFree &&
    !tokens.slice(Math.max(0, from - reach), from).some(({ text }) => words.open.has(text)) &&
    !(stop < 0 ? behind : behind.slice(0, stop)).some(({ text }) => words.open.has(text))
  );
}

/** Behind these a new clause has begun, whatever an unmarked sentence said before. */
const opens = /^(?:i'll|we'll|and|okay|ok|so)$/;

function isOpening(token: Token | undefined): boolean {
  return token !== undefined && words.opening.has(token.text);
}

/** True when what follows corrects it, or gives another time in its place. */
function isTakenBack({ segment, sentence, to }: Place, own: QuantityFact, source: SourceIndex): boolean {
  const segments = source.segments.slice(segment, segment + 1 + turnsBehind);
  const later = segments.flatMap(({ sentences }, step) =>
    step === 0 ? sentences.slice(sentences.indexOf(sentence) + 1).slice(0, 1) : sentences.slice(0, 2),
  );
  const replies = segments.slice(1).flatMap(({ sentences }) => sentences.slice(0, 2));
  return (
    [sentence.tokens.slice(to, to + reach), ...later.map(({ tokens }) => tokens.slice(0, reach))].some(
      (tokens) => tokens.some(({ text }) => words.correcting.has(text)),
    ) || replies.some(({ quantities }) => quantities.some(({ value }) => value !== own.value))
  );
}
