import type { CueMention } from './cues';
import { comesBefore, marksOf, none } from './marks';
import type { Reading } from './reach';
import { wordAt } from '../token-reach';

/** What these open is denied to the full stop, a list of commas without an "or" too: "denies nausea, early satiety, bloating". */
const denying = /^(?:deny|denies|denied|denying)$/;

/** Behind a comma these qualify the next item of a list as well as they begin something else ("no fever, productive cough"). */
const qualifying =
  /^(?:early|severe|persistent|worsening|worse|chronic|intermittent|productive|moderate|large|occasional|dry)$/;

/** So many words behind the last comma an "or" may end the list. */
const orReach = 6;

/** True for a cue that opens a list of denials by a verb. */
export function opensDenials({ list }: Reading, { says, from }: CueMention): boolean {
  return says === 'absent' && denying.test(wordAt(list, from));
}

/**
 * True for what ends other negations, and may stand inside of an item of such a list: "dysuria today, hematuria today", ", early
 * satiety".
 */
export function isOfItem({ list }: Reading, { says, from, to }: CueMention): boolean {
  if (says === 'clause-end') return to - from > 1 && wordAt(list, to - 1) === ',';
  return to === from + 2 && wordAt(list, from) === ',' && qualifying.test(wordAt(list, from + 1));
}

const forAll =
  /^(?:symptoms?|complaints?|concerns?|issues?|problems?|anything|all|everything|sx|ros|systems?|others?|else|changes?|history|pain)$/;

/** True for a word that a comma, a denial or nothing stands before. */
function isOnlyWord({ list }: Pick<Reading, 'list'>, at: number): boolean {
  return (
    list[at]?.kind === 'word' && /^(?:,|denies|denied|denying|no|or|and|any|)$/.test(wordAt(list, at - 1))
  );
}

const exceptions =
  /^(?:except|except for|apart from|aside from|other than|besides|save for|with the exception of)$/;

/**
 * "Denies headache except local soreness, vomiting, chest pain": an exception that follows one item is of that item, and the
 * comma behind it goes on with the list. "Denies complaints except a cough, fever" excepts them all.
 * @param to the item that is asked about
 */
export function isException(
  { list, terms }: Pick<Reading, 'list' | 'terms'>,
  { from, to: end }: CueMention,
  to: number,
): boolean {
  const words = list.slice(from, end).map(({ text }) => text);
  // "Denies HA except …": a name of no dictionary is one as well, unless it stands for all.
  const isItem =
    terms.some((term) => term.to === from) ||
    (isOnlyWord({ list }, from - 1) && !forAll.test(wordAt(list, from - 1)));
  return exceptions.test(words.join(' ')) && isItem && comesBefore(marksOf(list).nextComma, end, to);
}

/** True where an "or" or "nor" stands before an item of a list or behind it, up to the end of the sentence. */
export function endsInOr({ list }: Pick<Reading, 'list'>, from: number): boolean {
  const end = Math.min(marksOf(list).nextEnd[from] ?? none, list.length);
  return list.slice(Math.max(0, from - 3), end).some(({ text }) => text === 'or' || text === 'nor');
}

/** So many words behind a comma an "or" may end a list that a "not" opens. */
const listReach = 12;

/**
 * "Not dizzy on standing, fatigued": behind a "not" that opens a line and its first item, a comma without an "or" leads to another
 * item as well as to what there is.
 */
export function mayEndDenial({ list }: Reading, { from, to }: CueMention, term: { from: number }): boolean {
  if (wordAt(list, from) !== 'not' || to !== from + 1 || wordAt(list, term.from - 1) !== ',') return false;
  if (from > 0 && list[from - 1]?.kind !== 'mark') return false;
  for (let at = term.from; at < Math.min(list.length, term.from + listReach); at++) {
    const word = wordAt(list, at);
    if (/^(?:or|nor|and)$/.test(word)) return false;
    if (/^[.;:!?]$/.test(word)) break;
  }
  return true;
}

/** True where the list goes on behind: then what stands before is one of its items. */
export function listGoesOn({ list }: Reading, from: number): boolean {
  const { nextComma, nextEnd } = marksOf(list);
  const end = Math.min(nextEnd[from] ?? none, list.length);
  if (comesBefore(nextComma, from, end)) return true;
  for (let at = from; at < Math.min(end, from + orReach); at++) {
    if (/^(?:or|nor)$/.test(wordAt(list, at))) return true;
  }
  return isTimed({ list }, end);
}

/** "…, hematuria today": the last item has its time as the others have. */
function isTimed({ list }: Pick<Reading, 'list'>, end: number): boolean {
  return /^(?:today|now|currently)$/.test(wordAt(list, end - 1));
}
