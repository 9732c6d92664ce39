import type { Span } from './span';
import signs from './talk-signs.json';

/** So many question marks show that a transcript is punctuated. */
const fewestMarks = 3;

/** True when a transcript marks its questions, so that a sentence without a mark is none. */
export function marksQuestions(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
    if (++marks >= fewestMarks) return true;
  }
  return false;
}

/** At most one turn in so many of recorded speech without marks has one. */
const markedTurns = 10;

/** True for recorded speech that is written down without any marks, where a sentence is not told from a question by its end. */
export function isUnpunctuated(text: string): boolean {
  const marks = text.match(/[.?!,;](?=\s|$)/g)?.length ?? 0;
  return marks <= (text.match(/\n/g)?.length ?? 0) / markedTurns;
}

/** "I'm", "I’m" and "im" are one. */
const anyOf = (phrases: readonly string[]): string =>
  `(?:${phrases.map((phrase) => phrase.replaceAll("'", "['’]?").replaceAll(' ', ' +')).join('|')})(?![\\p{L}'’])`;
const asks = new RegExp(
  `^(?:${anyOf(signs.before)}[\\s,.]*)*${anyOf(signs.opens)}|(?<![\\p{L}'’])${anyOf(signs.asks)}`,
  'iu',
);
const leads = new RegExp(`(?<![\\p{L}'’])${anyOf(signs.leads)}`, 'iu');
const replies = new RegExp(`^(?:(?:um|uh|well|oh|hmm)[\\s,.]*)*${anyOf(signs.replies)}`, 'iu');
/** What is answered by a "no" asked, however short it is. */
const denies = new RegExp(`^(?:(?:um|uh|well|oh)[\\s,.]*)*${anyOf(signs.denies)}`, 'iu');
const mine = new RegExp(`(?<![\\p{L}'’])${anyOf(signs.mine)}`, 'iu');
const notMine = new RegExp(`(?<![\\p{L}'’])${anyOf(signs.notMine)}`, 'giu');

/** Who leads has so many more turns that ask, find and order than turns that answer and tell, compared with anybody else. */
const clearLead = 6;

/**
 * Who leads a talk that is written without question marks: who treats asks, tells what is found and what is done next, and
 * speaks of "you"; who is treated answers, and speaks of "I" and "my".
 * @param turns what one speaker says after the other; `of` names the speaker
 * @returns undefined where nobody clearly does
 */
export function leaderOf<T extends Span>(
  text: string,
  turns: readonly T[],
  of: (turn: T) => string,
): string | undefined {
  const scores = new Map<string, number>();
  const said = turns.map(({ start, end }) => text.slice(start, end).trim());
  for (const [at, turn] of turns.entries()) {
    const words = said[at] ?? '';
    const next = turns[at + 1];
    const isDenied = next !== undefined && of(next) !== of(turn) && denies.test(said[at + 1] ?? '');
    const score = Number(asks.test(words) || leads.test(words) || isDenied) - Number(tells(words));
    scores.set(of(turn), (scores.get(of(turn)) ?? 0) + score);
  }
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
  const last = Math.min(...scores.values());
  if (!first || !second || first[1] <= 0 || last >= 0) return undefined;
  return first[1] - last >= clearLead && first[1] > second[1] ? first[0] : undefined;
}

function tells(said: string): boolean {
  return replies.test(said) || mine.test(said.replace(notMine, ' '));
}
