import { stemmer } from 'stemmer';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';
import { findNumbers } from './numbers';
import { readUnit } from './units';

/** How many tokens on either side of a number say what it is about. */
const contextTokens = 10;

// "Down 3 kg", "fell by 20", "a total of 15 L", "LOS 13 days".
const changeBefore =
  /(?:\b(?:down|up|lost|losing|gained|gaining|fell|rose|dropped|by|total|totall?ing|los|(?:loss|gain|drop|rise|increase|decrease|reduction|difference|total|growth) of|gr[eo]wn? by|grown)|(?<!(?:^| )(?:k|na|li|ca|mg|ca2|mg2) )\+|[↑↓])(?: (?:about|around|like|maybe|approx|approximately|some|another|~))*$/;
// "15 L total", "a 32 mmHg systolic drop", "3 cm difference".
const changeBehind =
  /^(?:in )?(?:(?:systolic|diastolic|weight) )?(?:total|altogether|difference|drop|rise|fall|increase|decrease|reduction|gain|loss|heavier|lighter)\b/;

/** True when the words around a number make it a change, a difference or a sum. */
export function isChange(list: readonly Token[], from: number, to: number): boolean {
  if (isSecondSize(list, from)) return false;
  const said = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
  return (
    changeBefore.test(said(list.slice(Math.max(0, from - 4), from))) ||
    /\b(?:equal|same|agree|match)\b.*\bwithin$/.test(said(list.slice(Math.max(0, from - 4), from))) ||
    changeBehind.test(said(list.slice(to, to + 3)))
  );
}

/** "Two by three centimetres", "nine millimetres by six": the other side of a size. */
function isSecondSize(list: readonly Token[], from: number): boolean {
  if (list[from - 1]?.text !== 'by') return false;
  const before = list.slice(Math.max(0, from - 3), from - 1);
  return findNumbers(before).some(
    ({ to }) => to === before.length || readUnit(before, to)?.to === before.length,
  );
}

/** The stemmed words around a number that say what it is about. */
export function contextOf(list: readonly Token[], from: number, to: number): ReadonlySet<string> {
  const near = [
    ...list.slice(Math.max(0, from - contextTokens), from),
    ...list.slice(to, to + contextTokens),
  ];
  return new Set(near.filter(isTopicWord).map((token) => stemmer(token.text)));
}

/** True for a word that may say what a number near it is about. */
export function isTopicWord(token: Token): boolean {
  return token.kind === 'word' && !isStopWord(token.text) && !generic.has(token.text);
}

// Words that stand beside numbers of every kind: sharing one says nothing about what is measured.
const generic = new Set(
  (
    'patient patients mg mcg ml daily day days week weeks month months year years hour hours time times today ago ' +
    'last past next old take taking takes took continue start started currently currently also about around like know okay ' +
    'right left yeah yes no not well good going go get got one two three four five six seven eight nine ten twenty ' +
    'thirty forty fifty hundred point milligrams milligram percent uh um hey dragon show see let really think want ' +
    'she he her his they you your follow approximately every per each twice once medication medications dose'
  ).split(' '),
);
