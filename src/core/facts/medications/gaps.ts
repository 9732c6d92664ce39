import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';
import { isOtherTopic } from './cues';

/** Words that stand between a name and its dose and do not part them. */
const filler = new Set(
  (
    "uh um , : - – ( ) the a an about at of your his her their my to is was it's and you know like just i think on take taking " +
    'takes with as in total dose doses currently for be that up down from by approximately around it we have had will can so ' +
    "i'm you're gon na gonna going do doing use using then please still now only"
  ).split(' '),
);

/** A comma or an "and" may begin something of its own. */
export const separator = /^(?:,|and|plus|then|\.|;|with|also|or|&)$/;

/** Small words between an amount and the name behind it: "20 mg of your lisinopril". */
export const determiner =
  /^(?:of|the|your|his|her|a|an|my|their|our|that|this|some|more|extra|low|dose|high|uh|um|baby|strength|generic)$/;

interface Range {
  from: number;
  to: number;
}

const isInside = (at: number, ranges: readonly Range[]): boolean =>
  ranges.some((range) => range.from <= at && at < range.to);

/**
 * How many words between two tokens say something of their own. Infinite where one of them begins another topic.
 * @param ranges words in these do not count
 */
export function freeWords(
  list: readonly Token[],
  from: number,
  to: number,
  ranges: readonly Range[],
): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const word = wordAt(list, at);
    if (isInside(at, ranges) || filler.has(word) || list[at]?.kind === 'number' || word === '#') continue;
    if (word === ';' || isOtherTopic(word)) return Infinity;
    count += word === '.' ? 2 : 1;
  }
  return count;
}

/** True when every token between the two matches, or stands in one of the ranges. */
export function allAre(
  list: readonly Token[],
  from: number,
  to: number,
  pattern: RegExp,
  ranges: readonly Range[],
): boolean {
  for (let at = from; at < to; at++) {
    if (!pattern.test(wordAt(list, at)) && !isInside(at, ranges)) return false;
  }
  return true;
}

/** "Amiloride instead of spironolactone, ten milligrams": what another one takes the place of has no dose there. */
export function isReplaced(list: readonly Token[], at: number): boolean {
  const words = [3, 2, 1].map((offset) => wordAt(list, at - offset)).join(' ');
  return (
    /\b(?:instead of|rather than|in place of|replacing)$/.test(words) ||
    / in place of (?:the|your|her|his)$/.test(words)
  );
}

/** "I'm up twice a night", "gets up every two hours": how often somebody rises, and takes nothing. */
export function isOfRising(list: readonly Token[], at: number): boolean {
  const word = wordAt(list, at - 1);
  return (
    /^(?:wake|wakes|waking|woke|woken|awake|pee|peeing|wee|urinating)$/.test(word) ||
    (word === 'up' && rises.test(wordAt(list, at - 2)))
  );
}

const rises = /^(?:i['’]m|he['’]s|she['’]s|am|is|was|be|been|get|gets|getting|got|wake|wakes|waking|woke)$/;
