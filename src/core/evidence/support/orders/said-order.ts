import { speechAct } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import { namesOthers, relativesIn } from '../../../facts/persons/persons';
import { contains, overlaps } from '../../../text/span';
import { type Token, tokenIndexAt } from '../../../text/tokens';
import type { SourceIndex } from '../../source/source-index';
import { speaksOfOther } from '../said-of-whom';
import { sequenceOf } from '../said-sequence';
import { isAnsweredYes } from '../told/plainly-told';
import { opensClause, runsOn } from '../told/told-outright';
import { type OrderStatus, partsOf } from './claimed-order';
import { asIsIn, words } from './order-words';

/** A medicine where a source speaks of it. */
export interface SaidOrder {
  segment: number;
  sentence: SentenceFacts;
  order: MedicationFact;
  /** What is told to happen with it; undefined where that is left open. */
  status?: OrderStatus;
  /** Told of the patient and of now, with nothing beside it that leaves it open. */
  isClean: boolean;
  /** Words beside it say that it is not taken as told. */
  isEnded: boolean;
  /** It is asked for, and the next segment says yes. */
  asks: boolean;
}

/** So many words before and behind an order may leave it open, and so many may end it. */
const before = 10;
const behind = 6;
const endingReach = 5;

/** Reads what a source says of a medicine in one place. */
export function saidOrder(
  source: SourceIndex,
  segment: number,
  order: MedicationFact,
): SaidOrder | undefined {
  const sentence = source.segments[segment]?.sentences.find((one) => one.orders.includes(order));
  if (!sentence) return undefined;
  const act = actOf(source, segment, sentence, order);
  const status = statusOf(source, segment, sentence, order, act !== 'tells');
  return {
    segment,
    sentence,
    order,
    ...(status && { status }),
    isClean: act !== 'asks' && isClean(source, segment, sentence, order),
    isEnded: isEnded(sentence, order),
    asks: act === 'confirmed',
  };
}

/** `asks` for a question without a "yes" behind it. */
function actOf(
  source: SourceIndex,
  segment: number,
  sentence: SentenceFacts,
  order: MedicationFact,
): 'asks' | 'confirmed' | 'tells' {
  const { start, end } = sentence;
  const speaker = source.segments[segment]?.turn?.speaker;
  const { marked } = sequenceOf(source);
  const answers = speaker === 'patient' || speaker === 'family';
  const offset = Math.max(0, order.start - start);
  if (speechAct(source.text.slice(start, end), offset, { marked, answers }) === 'tells') return 'tells';
  return !answers && isAnsweredYes(sentence, segment, source) ? 'confirmed' : 'asks';
}

/** The words around an order, within its clause, that are no part of it: those before and those behind. */
function beside(
  { tokens }: SentenceFacts,
  order: MedicationFact,
  [reachBefore, reachBehind]: readonly [number, number],
): { lead: Token[]; rest: Token[] } {
  const parts = partsOf(order);
  const [from, to] = boundsOf(tokens, order);
  const phrases = asIsIn(tokens);
  let start = Math.max(0, from - reachBefore);
  if (runsOn(tokens)) {
    for (let at = start; at < from; at++) if (opensClause(tokens, at)) start = at;
  }
  const free = (first: number, end: number): Token[] =>
    tokens.slice(first, end).filter((token, index) => {
      const at = first + index;
      const isAsIs = phrases.some((phrase) => phrase.from <= at && at < phrase.to);
      return !isAsIs && !parts.some((part) => contains(part, token));
    });
  return { lead: free(start, from), rest: free(from, to + reachBehind) };
}

/** The first and, exclusive, the last token of all that is read of an order in its sentence. */
function boundsOf(tokens: readonly Token[], order: MedicationFact): [from: number, to: number] {
  const held = tokens.flatMap((token, at) =>
    partsOf(order).some((part) => contains(part, token)) ? [at] : [],
  );
  return [held[0] ?? 0, (held.at(-1) ?? -1) + 1];
}

function isEnded(sentence: SentenceFacts, order: MedicationFact): boolean {
  const { lead, rest } = beside(sentence, order, [endingReach, endingReach]);
  return [...lead, ...rest].some(({ text }) => words.ending.has(text)) || rest.some(isTurning);
}

function isTurning({ text }: Token): boolean {
  return words.turning.has(text);
}

function isClean(
  source: SourceIndex,
  segment: number,
  sentence: SentenceFacts,
  order: MedicationFact,
): boolean {
  const { lead, rest } = beside(sentence, order, [before, behind]);
  const around = [...lead, ...rest];
  const reach = {
    start: Math.min(lead[0]?.start ?? order.start, order.start),
    end: Math.max(rest.at(-1)?.end ?? order.end, order.end),
  };
  return (
    !around.some(({ text }) => words.opening.has(text) || /n't$/.test(text)) &&
    !rest.some(isTurning) &&
    !namesOthers(around) &&
    relativesIn(around).length === 0 &&
    !speaksOfOther(segment, sentence, source) &&
    source.segments[segment]?.turn?.speaker !== 'family' &&
    !sentence.dates.some((date) => date.direction === 'past' && overlaps(date, reach))
  );
}

const taken =
  /\b(?:i|i'm|i've|you|you're|you've|she|he|patient)(?: (?:am|are|is|have|been|also|still|currently|just|already))* (?:on|taking|take|takes|using|use|uses)(?: (?:the|your|my|a|some|her|his|about|of|on))*$|\bwe(?: have|'ve had|'ve got) you on(?: (?:the|some|a|of))*$/;
const past = /(?:ed|began|gave|held)$/;
const bySomebody = /\b(?:they|he|she|who|they've|he's|she's|you've|has|did|had|have(?! you\b))\b/;
const byClinician = /^(?:i'll|we'll|i|we|let's|please)$/;
const somebodyReach = 3;
const takenReach = 7;

function statusOf(
  source: SourceIndex,
  segment: number,
  { tokens }: SentenceFacts,
  order: MedicationFact,
  isAsked: boolean,
): OrderStatus | undefined {
  const speaker = source.segments[segment]?.turn?.speaker;
  const isPlanned = !isAsked && (speaker === undefined || speaker === 'clinician');
  const { action, strength, previous } = order;
  if (action) {
    const at = tokenIndexAt(tokens, action.start);
    const lead = tokens.slice(Math.max(0, at - somebodyReach), at).map(({ text }) => text);
    const said = tokens.filter((token) => contains(action, token)).map(({ text }) => text);
    const isOver = past.test(said[0] ?? '') || bySomebody.test(lead.join(' '));
    if (isOver) return undefined;
    if (isPlanned || (action.name === 'continue' && /^still /.test(said.join(' ')))) return action.name;
    return undefined;
  }
  if (isPlanned && strength && previous && strength.unit.code === previous.unit.code) {
    return strength.value > previous.value ? 'increase' : 'decrease';
  }
  if (order.carried) return undefined;
  if (isPlanned && goesOn(tokens, order)) return 'continue';
  const at = tokenIndexAt(tokens, order.concept.start);
  const parts = partsOf(order);
  const lead = tokens
    .slice(Math.max(0, at - takenReach), at)
    .filter((token) => !parts.some((part) => contains(part, token)))
    .map(({ text }) => text);
  // "… it says on the box, but I take half": what stands anywhere behind it may leave it open.
  const isLeftOpen = tokens
    .slice(at)
    .some(
      ({ text }) =>
        [words.turning, words.opening, words.ending].some((one) => one.has(text)) || text === 'says',
    );
  if (!isLeftOpen && answersForMedicines(source, segment, order)) return 'takes';
  if (!taken.test(lead.join(' '))) return undefined;
  // "I'd use", "we'll take": who treats speaks of a plan.
  const isOwn = speaker === 'clinician' && lead.some((word) => byClinician.test(word));
  return isOwn ? undefined : 'takes';
}

const behindName =
  /^(?:and the \w+(?: \w+)? )?(?:carry|carries|carrying) on\b|^(?:and the \w+(?: \w+)? )?(?:continues?|stays?|remains?) ?(?:the same|as (?:it is|they are|before)|unchanged|[.,]|$)/;
const beforeName =
  /\b(?:(?:carry|carrying) on (?:with|taking)|leave|keep taking|keep on with) (?:the |your |on )?$/;
const goesOnReach = 5;

/** "Bisoprolol carries on", "the apixaban stays the same", "I'll leave the ramipril at five": it goes on as it is. */
function goesOn(tokens: readonly Token[], order: MedicationFact): boolean {
  const [from, to] = boundsOf(tokens, order);
  const wordsOf = (list: readonly Token[]): string => list.map(({ text }) => text).join(' ');
  const rest = wordsOf(tokens.slice(to, to + goesOnReach));
  const lead = `${wordsOf(tokens.slice(Math.max(0, from - goesOnReach), from))} `;
  const isLeft = beforeName.test(lead) && !/\b(?:out|off|to|until|for|with|alone for)\b/.test(rest);
  return behindName.test(rest) || isLeft;
}

const medicinesAsked =
  /\b(?:what|which|any|anything)(?: (?:other|regular|else|about))?(?: (?:medicines?|medications?|meds|tablets?|pills?))?(?: (?:are|do) you| you(?:'re)?)(?: currently| still)? (?:on|take|taking)\b[^.?!]{0,20}\?\s*$|^\W*(?:(?:and|okay|so|your|any|regular|current)\W+)*(?:medicines|medications|meds|tablets)\?\s*$/i;
const otherwise = /\b(?:should|before|last|were|was|used|would|supposed|for (?:it|that|this))\b/i;

/** True for a patient's answer to the question what they take, with nothing behind it of what has ended ("I stopped in June"). */
function answersForMedicines(
  { segments, text }: SourceIndex,
  segment: number,
  { end }: MedicationFact,
): boolean {
  const [asked, own, , next] = segments.slice(segment - 1, segment + 3);
  if (own?.turn?.speaker !== 'patient' || asked?.turn?.speaker !== 'clinician') return false;
  const last = asked.sentences.at(-1);
  const question = last ? text.slice(last.start, asked.end) : '';
  const isEnding = ({ tokens }: SentenceFacts): boolean =>
    tokens.some(({ text: word }) => words.ending.has(word));
  return (
    medicinesAsked.test(question) &&
    !otherwise.test(question) &&
    !own.sentences.some((one) => one.start >= end && isEnding(one)) &&
    !(next && next.turn?.speaker === 'patient' && ended.test(text.slice(next.start, next.end)))
  );
}

const ended = /\b(?:stop|stopped|stopping|quit|came off|gave up|ran out|run out|finished|used to)\b/i;
