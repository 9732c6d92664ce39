import { affirmsByClause } from '../../facts/answers/affirming';
import {
  asksMore,
  asksWhether,
  confirms,
  isAcknowledgement,
  isAnswerParticle,
  isHesitation,
  readAnswer,
  speechAct,
} from '../../facts/answers/answers';
import { deniesByWord } from '../../facts/answers/denials-by-word';
import { asksOn, deniesOutright } from '../../facts/answers/outright';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import { marksQuestions } from '../../text/talk-lead';
import { answerFor } from './answered-findings';
import { isGivenToAnother } from './given-to-another';
import { nameForRelatives } from './elliptic-relatives';
import { nameForFamily } from './family-questions';
import { isOwnOfRelative, tellsOwnState } from './own-state';
import type { Segment } from './source-index';
import { isOfAnother } from './third-person';
import { isOfPatient } from './told-relatives';
import { namesVaccine } from './vaccine-answers';
import { endsInList } from './run-on-list';
import {
  isCounted,
  isDictated,
  isFragment,
  isListed,
  isShort,
  isToldBack,
  isToldBefore,
} from './unmarked-questions';

/**
 * Reads what is said between two people, in place: a question gets its polarity from the answer; what a clinician only
 * names ("okay, coughing, headache") is a question too; an answer's own "no" does not negate the rest of the answer.
 */
export function resolveTurns(text: string, segments: readonly Segment[]): void {
  const marked = marksQuestions(text);
  // An answer is read before its question, which may take what the answer says about the finding by name.
  for (let at = segments.length - 1; at >= 0; at--) {
    for (const sentence of segments[at]?.sentences ?? []) {
      const named = new Set(sentence.polarities.map(({ concept }) => concept.name));
      for (const fact of sentence.polarities) {
        resolveMention({ text, segments, marked }, at, sentence, fact, named.size);
      }
    }
  }
  nameForFamily(text, segments);
  nameForRelatives(text, segments, marked);
}

/** A transcript as mentions in it are read. */
export interface Conversation {
  text: string;
  segments: readonly Segment[];
  /** Questions carry a question mark. */
  marked: boolean;
}

/**
 * Reads one mention of a finding in its turn, in place.
 * @param at index of the segment
 * @param named how many findings the sentence names
 */
export function resolveMention(
  conversation: Conversation,
  at: number,
  sentence: SentenceFacts,
  fact: PolarityFact,
  named: number,
): void {
  const { text, segments, marked } = conversation;
  const turn = segments[at]?.turn;
  if (turn === undefined) return;
  if (namesVaccine(text, segments, at, fact)) {
    fact.polarity = 'unknown';
    return;
  }
  if (fact.experiencer === 'patient' && isOfAnother(conversation, at, sentence, fact))
    fact.experiencer = 'other';
  else if (fact.experiencer === 'patient' && isOwnOfRelative(conversation, at, sentence, fact))
    fact.experiencer = 'family';
  else if (isOfPatient(conversation, at, sentence, fact)) fact.experiencer = 'patient';
  if (fact.experiencer === 'patient' && isGivenToAnother(text, segments, at, sentence))
    fact.experiencer = 'other';
  const words = text.slice(sentence.start, sentence.end);
  const clinician = turn.speaker !== 'patient' && turn.speaker !== 'family';
  const act = speechAct(words, fact.start - sentence.start, { marked, answers: !clinician });
  const answer = answerTo(text, segments, at);
  const reply = answer ? text.slice(answer.start, answer.end) : '';
  const isTold =
    clinician &&
    ((!marked &&
      (isDictated(words, segments[at], sentence) ||
        isToldBefore(words, reply) ||
        isToldBack(words, sentence, segments[at - 1], turn.label))) ||
      (isCounted(words) && !words.includes('?')));
  const isAsked = act === 'asks' && !isTold;
  if (act === 'confirms') {
    confirm(fact, reply);
    if (answer && fact.polarity !== 'unknown') fact.answer = { start: answer.start, end: answer.end };
  } else if (
    isAsked ||
    (clinician &&
      !(isTold && isCounted(words)) &&
      (isFragment(sentence, fact) ||
        isShort(sentence, reply) ||
        (!marked && endsInList(segments[at], sentence, fact, reply)) ||
        (!marked && isListed(text, segments[at], sentence))))
  ) {
    const before = words.slice(0, fact.start - sentence.start);
    const asked = words.slice(fact.start - sentence.start, fact.end - sentence.start);
    // Transcripts put whole turns under the wrong speaker: who asks "have you noticed" is the one who is answered.
    const isHeard =
      !isPassedOver(text, segments[at], sentence, reply) ||
      (answer !== undefined && deniesByWord(reply, asked));
    const isAnswered = (clinician || asksOther(before)) && isHeard;
    const read = { polarity: fact.polarity, time: fact.time, certainty: fact.certainty };
    const question = {
      reply,
      asked,
      question: words,
      count: isSole(segments[at], sentence, words) ? named : Infinity,
      ever: untilNow.test(before),
      taken: fact.granted === true && fact.polarity === 'present' && !asksWhether(before, asked),
    };
    answerFor(fact, isAnswered ? answer : undefined, question);
    const other = fact.polarity === 'unknown' && isAnswered ? otherAnswer(text, segments, at) : undefined;
    if (other)
      answerFor(Object.assign(fact, read), other, { ...question, reply: text.slice(other.start, other.end) });
    if (fact.polarity === 'absent' && isTakenUp(text, segments, at)) fact.narrowed = true;
  } else if (clinician && fact.polarity === 'present' && !fact.asserted) {
    if (!tellsOwnState(words, fact.start - sentence.start)) fact.polarity = 'unknown';
  } else if (fact.cue && isAnswerParticle(words, fact.cue.start - sentence.start)) {
    fact.polarity = 'unknown';
  }
}

/** "No diabetes, right?" – "Right." agrees; "I do, actually" turns it round; anything else leaves it open. */
function confirm(fact: PolarityFact, reply: string): void {
  // "You sleep well, right?" – "I do." leaves what the name denies denied.
  if (fact.polarity === 'absent' && affirmsByClause(reply)) {
    if (!fact.contrary) fact.polarity = 'present';
  } else if (confirms(reply) !== true) fact.polarity = 'unknown';
  if (fact.polarity !== 'unknown') fact.asserted = true;
}

/** So many turns behind its answer a question may be put again for another place. */
const furtherTurns = 4;
const elsewhere =
  /^\W*(?:(?:and|okay|ok|what about|how about)\W+)*(?:here|there|(?:on |at |over )?(?:the |this |that )?(?:outside|inside|front|back|side|top|bottom|other side|middle)|over here|down here|up here|this side)(?: (?:here|there|side|too|then))*\W*$/i;

/** "Tender here, on the inside?" "No." "Outside?" "Yeah, ow.": what is denied of one place is there at another. */
function isTakenUp(text: string, segments: readonly Segment[], at: number): boolean {
  return segments.slice(at + 1, at + 1 + furtherTurns).some((segment, index) => {
    const reply = segments[at + 2 + index];
    return (
      segment.turn?.speaker === segments[at]?.turn?.speaker &&
      reply !== undefined &&
      elsewhere.test(text.slice(segment.start, segment.end)) &&
      readAnswer(text.slice(reply.start, reply.end), 1).polarity === 'present'
    );
  });
}

/** The next turn, where somebody else speaks; one that only hesitates ("Um.") is passed over. */
function answerTo(text: string, segments: readonly Segment[], at: number): Segment | undefined {
  let next = nextSaid(text, segments, at);
  const heard = segments[next];
  const goesOn = heard?.turn !== undefined && segments[next + 1]?.turn?.speaker === heard.turn.speaker;
  if (goesOn && isAcknowledgement(text.slice(heard.start, heard.end))) next++;
  const found = segments[next];
  return found?.turn?.speaker === segments[at]?.turn?.speaker ? undefined : found;
}

/** The index of the next segment that says something: one that only hesitates is passed over. */
export function nextSaid(text: string, segments: readonly Segment[], at: number): number {
  let next = at + 1;
  for (let one = segments[next]; one && isHesitation(text.slice(one.start, one.end)); one = segments[next])
    next++;
  return next;
}

const plain = /^\W*(?:(?:oh|well|um|uh)\W+)*(?:no|nope|none|never|nothing|yes|yeah|yep)\b/i;
/** What a turn may do besides answering: who says one of these was asked, or asks. */
const takesUp =
  /\?|\b(?:yes|yeah|no|not|never|once|sometimes|maybe|a (?:bit|little))\b|n['’]t (?:know|think|remember)\b/i;

/** "I play goal." – "No, nothing.": where who answers first says nothing of it, another who came along may answer plainly. */
function otherAnswer(text: string, segments: readonly Segment[], at: number): Segment | undefined {
  const [asked, first, second] = [segments[at], segments[at + 1], segments[at + 2]];
  const speakers = [asked, first, second].map((segment) => segment?.turn?.label);
  if (!first || !second?.turn || new Set(speakers).size < speakers.length) return undefined;
  const speaker = second.turn.speaker;
  if ((speaker !== 'patient' && speaker !== 'family') || first.turn?.speaker === 'clinician')
    return undefined;
  if (takesUp.test(text.slice(first.start, first.end))) return undefined;
  return plain.test(text.slice(second.start, second.end)) ? second : undefined;
}

const asking =
  /\b(?:(?:have|had) you (?:\w+ )?(?:had|noticed|experienced|felt|been|got|ever)|do you (?:have|get|feel|notice)|are you having)\b/i;

/** "Have you ever", "in the past few days have you": a time that goes on until now. */
const untilNow =
  /\b(?:ever|history of|(?:in|over|during|for|within) the (?:past|last) (?:(?:few|couple|several|\w+) )?(?:of )?(?:days?|weeks?|months?|nights?)|recently|lately|since)\b/i;

/** True when the words before what is asked for ask somebody for their own symptoms. */
function asksOther(before: string): boolean {
  return asking.test(before);
}

/** True when a question about something else comes behind in the same turn: the answer is to that one, but for a plain "no". */
function isPassedOver(
  text: string,
  segment: Segment | undefined,
  sentence: SentenceFacts,
  reply: string,
): boolean {
  const last = segment?.sentences.at(-1);
  if (!last || last === sentence) return false;
  const words = text.slice(last.start, last.end);
  // "Does it lock? As in get stuck?" asks the same in other words.
  if (deniesOutright(reply) && asksOn(text.slice(sentence.end, last.end))) return false;
  return last.polarities.length === 0 && words.trimEnd().endsWith('?') && !elaborates.test(words);
}

const elaborates = /^\W*(?:as in|i mean|so you|meaning|such as|like)\b/i;

/** True when the answer is to this sentence alone. */
function isSole(segment: Segment | undefined, sentence: SentenceFacts, words: string): boolean {
  return segment?.sentences.at(-1) === sentence && !asksMore(words);
}
