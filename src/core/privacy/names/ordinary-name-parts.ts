import cues from './name-cues.json';
import organisations from '../places/organisation-cues.json';
import { isClinicalWord, isFamilyName, isGivenName } from './name-lexicon';
import {
  addresses,
  credentials,
  notNames,
  persons,
  relatives,
  roles,
  titles,
  type Word,
} from '../text-words';

/** Days and months that people are called by as well: Sunday, May, September. */
const calendar =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|january|april|may|june|july|august|september|october|november|december|jan|thu|sun|avril)$/;
/** Before these words a day or a month is one. */
const dated =
  /^(?:on|by|until|till|since|from|for|next|last|this|every|each|in|of|mid|early|late|before|after)$/;
/** Weekdays that hardly anybody is called by, where nothing but "her son" stands before. */
const calendarOnly: ReadonlySet<string> = new Set('monday tuesday wednesday thursday saturday'.split(' '));
/** Words for who somebody is and for what a place is: they stand beside names and are no part of one. */
const others: ReadonlySet<string> = new Set(
  [
    cues.roles,
    cues.eponymHeads,
    organisations.heads.toLowerCase(),
    organisations.generic,
    organisations.units.toLowerCase(),
  ]
    .join(' ')
    .split(' '),
);

/** Whom somebody asks or tells something. */
const told =
  /^(?:ask|asked|tell|told|ring|rang|call|called|text|texted|phone|phoned|page|paged|email|emailed|thank|thanked|see|met)$/;

/**
 * True for a name that is a month, a day, a language or a faith as well, by what stands before it: "wife June", "sec is May,",
 * "ask Christian".
 */
export function isCalledLikeADay(words: readonly Word[], index: number): boolean {
  const [who, before, word, after] = [words[index - 2], words[index - 1], words[index], words[index + 1]];
  if (
    word?.form !== 'Capital' ||
    word.gap !== ' ' ||
    !(notNames.has(word.plain) || calendar.test(word.plain)) ||
    !isGivenName(word.text)
  )
    return false;
  if (before?.form !== 'lower' || /^ ?\d/.test(after?.gap ?? '') || calendarOnly.has(word.plain))
    return false;
  if (relatives.has(before.plain)) return true;
  const isClosed = !after || /^[,.;:)\n]/.test(after.gap);
  const isWho =
    who?.gap !== undefined && before.gap === ' ' && (relatives.has(who.plain) || roles.has(who.plain));
  return isClosed && (told.test(before.plain) || (isWho && /^(?:is|named|called)$/.test(before.plain)));
}

/**
 * Adds to the names of a text the parts of them that are ordinary words, days or months, by their capital and the name
 * right beside them: "Primrose Hardcastle", "Pt Sunday Chukwuemeka Eze", "Thabo Goodwill Mthembu", "Mrs Magrieta September".
 */
export function addOrdinaryParts(words: readonly Word[], marks: Set<number>): void {
  for (const from of [...marks].sort((a, b) => b - a)) {
    for (let index = from - 1; isPartBefore(words, index); index--) marks.add(index);
  }
  for (const from of [...marks].sort((a, b) => a - b)) {
    for (let index = from + 1; isPartBehind(words, marks, index); index++) marks.add(index);
  }
}

/** Whether a word is what a name that follows begins with. */
function isPartBefore(words: readonly Word[], index: number): boolean {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (!word || next?.form !== 'Capital' || next.gap !== ' ' || !mayBePart(word)) return false;
  if (calendar.test(word.plain))
    return before?.form !== 'lower' && !dated.test(before?.plain ?? '') && !/\d\s*$/.test(word.gap);
  // What opens a sentence has a capital anyway.
  const opens = !before || /[.!?]\s*$|\n\s*$/.test(word.gap);
  return !opens || isFamilyName(word.text);
}

/** Whether a word is what the name before it ends with, or goes on with. */
function isPartBehind(words: readonly Word[], marks: ReadonlySet<number>, index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (
    !word ||
    marks.has(index) ||
    word.gap !== ' ' ||
    words[index - 1]?.form !== 'Capital' ||
    !mayBePart(word)
  )
    return false;
  if (marks.has(index + 1) && next?.form === 'Capital' && next.gap === ' ') return !calendar.test(word.plain);
  let first = index - 1;
  while (marks.has(first - 1) && /^(?: |\. ?)$/.test(words[first]?.gap ?? '')) first--;
  const isTitled = titles.has(words[first - 1]?.plain ?? '') && /^\.? $/.test(words[first]?.gap ?? '');
  const isClosed = !next || /^(?:['’]s)?[,.;:)\n]/.test(next.gap) || next.form === 'lower';
  if (!isTitled || !isClosed) return false;
  return !calendar.test(word.plain) || (index - first > 0 && /^[,;)\n]/.test(next?.gap ?? '\n'));
}

function mayBePart(word: Word): boolean {
  if (word.form !== 'Capital' || word.text.length < 3 || isClinicalWord(word.text)) return false;
  if (calendar.test(word.plain)) return true;
  return ![notNames, titles, relatives, credentials, persons, others].some((list) => list.has(word.plain));
}

/** True for any word with a capital between a title that is nothing else and the mark that ends who is called. */
export function isCalledByTitle(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return (
    word?.form === 'Capital' &&
    addresses.has(words[index - 1]?.plain ?? '') &&
    /^[:,]/.test(words[index + 1]?.gap ?? '') &&
    !isClinicalWord(word.text)
  );
}
