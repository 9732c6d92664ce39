import {
  affirmsByClause,
  affirmsByWord,
  isOfThePast,
  tellsAmount,
  tellsOfBefore,
  tellsOfQuitting,
  tellsScore,
} from '../../facts/answers/affirming';
import { type Answer, isExclusive, readAnswer } from '../../facts/answers/answers';
import { isOwnSentence } from '../../facts/answers/own-sentences';
import { deniesByWord, deniesRest, isCalledElse } from '../../facts/answers/denials-by-word';
import { readEllipsis, tellsFever } from '../../facts/answers/elliptic';
import type { PolarityFact } from '../../facts/fact';
import { plainPolarity } from '../../facts/findings/polarity';
import type { Span } from '../../text/span';
import type { Segment } from './source-index';

/** A question for one finding, with what was said to it. */
export interface Question {
  reply: string;
  /** The words that name the finding. */
  asked: string;
  /** The sentence that asks. */
  question: string;
  /** How many findings the answer may be to. */
  count: number;
  /** "Have you ever had …": a no holds for now as well. */
  ever: boolean;
  /** It is taken for granted ("does your cough wake you?"), and something else is asked. */
  taken: boolean;
}

/** What an answer says, and whether that is over. */
interface Told extends Answer {
  past?: true;
  /** The words that say it, where they are not the answer's first. */
  by?: Span;
}

/**
 * Gives a finding that a question asks for what the answer says of it, in place.
 * @param answer the turn that answers; undefined where none does
 */
export function answerFor(fact: PolarityFact, answer: Segment | undefined, question: Question): void {
  const { ever, taken } = question;
  // What the answer names itself stands there with its own polarity.
  const told: Told = !answer || taken ? { polarity: 'unknown' } : saidTo(fact, answer, question);
  fact.polarity = told.polarity;
  if (fact.polarity === 'unknown') return;
  const by = told.by ?? answer;
  if (by) fact.answer = { start: by.start, end: by.end };
  // "Any symptoms like fever?" is settled by its answer.
  if (fact.certainty === 'hypothetical' && fact.time === 'future') fact.time = 'current';
  if (ever && told.polarity === 'absent' && fact.time === 'past') fact.time = 'current';
  if (told.past) fact.time = 'past';
  fact.certainty = told.uncertain ? 'uncertain' : 'certain';
  if (told.narrowed) fact.narrowed = true;
}

function saidTo(fact: PolarityFact, answer: Segment, { reply, asked, question, count }: Question): Told {
  const theirs = answer.sentences[0]?.polarities ?? [];
  if (count === 1 && !fact.contrary && tellsScore(reply)) return { polarity: 'present', narrowed: true };
  // "Tired, dizzy, breathless?" "Tired, yes. Not dizzy.": each is answered for by its name, in whatever sentence.
  const own = answer.sentences
    .flatMap(({ polarities }) => polarities)
    .filter(({ concept, experiencer }) => concept.name === fact.concept.name && experiencer === 'patient');
  const later = count === 1 && readAnswer(reply, 1).polarity === 'absent' ? ofNobody(own, answer, reply) : [];
  // "Do you smoke?" – "No. Smoking is gross.": what is only spoken of takes no "no" back.
  for (const fact of later) fact.polarity = 'unknown';
  if (later.length < own.length) return commonAnswer(own.filter((fact) => !later.includes(fact)));
  if (later.length > 0) return { polarity: 'absent' };
  if (fact.contrary) return saidToContrary(reply, count);
  if (isCalledShort(reply, answer, asked)) return { polarity: 'unknown' };
  if (leavesOut(reply, answer) || deniesByWord(reply, asked) || deniesRest(reply, asked))
    return { polarity: 'absent' };
  if (isCalledElse(reply, asked)) return { polarity: 'absent', narrowed: true };
  if (affirmsByWord(reply, asked)) return { polarity: 'present' };
  if (count === 1 && (tellsOfQuitting(reply) || tellsOfBefore(reply, question)))
    return { polarity: 'present', past: true };
  const denied = fact.polarity === 'absent';
  if (denied && count === 1 && affirmsByClause(reply)) return { polarity: 'present' };
  if (isOwnSentence(reply, question)) return { polarity: 'unknown' };
  const said = readAnswer(
    reply,
    count,
    theirs.some(({ polarity }) => polarity === 'present'),
  );
  if (said.polarity === 'unknown' && count === 1 && tellsAmount(reply, fact.concept.name))
    return { polarity: 'present', ...(isOfThePast(reply) && { past: true }) };
  if (said.polarity === 'unknown' && count === 1 && !denied) {
    const told = fact.concept.name === 'fever' && tellsFever(reply) ? present : readEllipsis(reply);
    if (told) return { ...told, ...(isOfThePast(reply) && { past: true }) };
  }
  // "You have no siblings?" "Yes." can mean either, "sometimes" cannot.
  return denied && said.polarity === 'present' && !said.narrowed ? { polarity: 'unknown' } : said;
}

/** "Sleeping well?" – "Yes." denies what the name denies; a "no" or "so-so" leaves open what there is instead. */
function saidToContrary(reply: string, count: number): Told {
  const { polarity, narrowed, uncertain } = readAnswer(reply, count);
  // "Remember everything?" – "Yeah, well, I don't really remember the kick."
  const isTakenBack = /^[^.?!]{0,80}n['’]t\b/i.test(reply);
  const agrees = polarity === 'present' && !narrowed && !uncertain && !isTakenBack && plainYes.test(reply);
  return { polarity: agrees ? 'absent' : 'unknown' };
}

/** "Born on time?" – "He was five weeks early." is no yes. */
const plainYes =
  /^\W*(?:(?:oh|um|uh|well)\W+)*(?:yes|yeah|yep|yup|absolutely|definitely|of course|(?:i|he|she|it|they) (?:do|does|am|is|are|has|have)\b(?=\W*(?:[.,;!]|$)))/i;

const present: Answer = { polarity: 'present' };

const ofSomebody = /\b(?:i|we|my|he|she|it|they|there)\b/i;
const hasIt = /(?:['’]s|\b(?:has|had|gets?)) (?:\p{L}+ ){0,2}$/iu;
const isSubject = /^ ?(?:['’]s|is|are|was|were|can|does)\b/i;

/** Mentions behind the answer's first sentence that are said of nobody who was asked: "Ken's got the cough." */
function ofNobody(own: readonly PolarityFact[], answer: Segment, reply: string): PolarityFact[] {
  return answer.sentences.slice(1).flatMap((sentence) =>
    own.filter((fact) => {
      const isHere = sentence.start <= fact.start && fact.end <= sentence.end;
      const before = reply.slice(sentence.start - answer.start, fact.start - answer.start);
      const behind = reply.slice(fact.end - answer.start);
      const isOfAnother = hasIt.test(before) || (before.trim() === '' && isSubject.test(behind));
      return isHere && fact.polarity === 'present' && isOfAnother && !ofSomebody.test(before);
    }),
  );
}

/** "Just the cough" denies the fever that was asked for in the same breath. */
function leavesOut(reply: string, answer: Segment): boolean {
  return isExclusive(reply) && (answer.sentences[0]?.polarities.length ?? 0) > 0;
}

/** "Night sweats?" – "Just the sweats.": what is left of a list is named by a part of its name. */
function isCalledShort(reply: string, answer: Segment, asked: string): boolean {
  if (!leavesOut(reply, answer)) return false;
  const words = new Set<string>(asked.toLowerCase().match(/\p{L}+/gu));
  const named = (answer.sentences[0]?.polarities ?? []).flatMap(
    ({ concept }) =>
      reply
        .slice(concept.start - answer.start, concept.end - answer.start)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
  );
  return named.length > 0 && named.every((word) => words.has(word));
}

function commonAnswer(own: readonly PolarityFact[]): Told {
  const said = own.map(({ narrowed, ...fact }) => ({ narrowed, polarity: plainPolarity(fact) }));
  const [first] = said;
  if (!first || said.some(({ polarity }) => polarity !== first.polarity)) return { polarity: 'unknown' };
  const [by] = own;
  return {
    polarity: first.polarity,
    ...(said.every(({ narrowed }) => narrowed) && { narrowed: true }),
    ...(by && { by: { start: by.start, end: by.end } }),
  };
}
