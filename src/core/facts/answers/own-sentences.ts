import { fillers } from './answers';
import words from '../terms/clause-answers.json';

const passed = new Set(words.passed);
const having = new Set(words.having);
const ends = new Set(words.ends);
const occasions = new Set(words.occasions);
const common = new Set(words.common);

/** "I was", "it doesn't", "there is": what can answer by itself, and can as well begin a sentence about something else. */
const opening =
  /^(?:i|we|he|she|it|they|there) ?(?:do|does|did|have|has|had|am|is|are|was|were|'ve|'m)(?: ?n't\b| not\b|\b)(?!['’])/i;

/** "In the morning", "at night", "on and off". */
const preposition = /^(?:in|at|on)$/;
const counts = /^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|several)$/;
const clauseEnd = /^[.,;!?…–—-]/;

/** True where what stands behind the pronoun and the auxiliary leaves them to stand for what was asked. */
function isElided(rest: readonly string[], isHad: boolean): boolean {
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (clauseEnd.test(word) || ends.has(word)) return true;
    if (preposition.test(word)) return isOccasion(rest.slice(at + 1, at + 4));
    // "I had two, both in the night", but "it was a five".
    if (isHad && counts.test(word))
      return /^(?:[.,;!?]|or|to|of|in|on|last|this|when)?$/.test(rest[at + 1] ?? '');
    if (!passed.has(word) && !having.has(word)) return false;
  }
  return true;
}

/** "In the early morning"; "in a nappy at night" tells first where somebody is. */
function isOccasion(behind: readonly string[]): boolean {
  const next = behind.findIndex((word) => preposition.test(word));
  return behind.slice(0, next < 0 ? behind.length : next).some((word) => occasions.has(word));
}

const stemOf = (word: string): string => word.replace(/(?:ing|ed|es|s|e)$/, '');

/** The stems of a text's words, without those that stand in every question. */
function stems(text: string): string[] {
  const long = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return long.filter((word) => !common.has(word)).map(stemOf);
}

/**
 * True when an answer begins a sentence of its own instead of answering: "Did you black out?" – "I was in the kitchen",
 * "Lost any weight?" – "I haven't weighed myself". A pronoun and an auxiliary answer alone where the rest is elided, or
 * repeats what was asked (Hankamer J, Sag I. Deep and surface anaphora. Linguistic Inquiry 1976;7:391–428).
 * @param answer what was said next by the other speaker
 * @param question the sentence that asked
 */
export function isOwnSentence(answer: string, question: string): boolean {
  const said = answer.trim().replaceAll('’', "'").replace(fillers, '');
  const begins = opening.exec(said)?.[0];
  if (begins === undefined) return false;
  const rest = /^[^.?!;]*/.exec(said.slice(begins.length))?.[0] ?? '';
  const isHad = /\b(?:have|has|had|'ve)$/i.test(begins);
  if (isElided(rest.toLowerCase().match(/[\p{L}']+|[.,;!?…–—-]|\d+/gu) ?? [], isHad)) return false;
  const asked = new Set(stems(question));
  return !stems(rest).some((stem) => asked.has(stem));
}
