import type { Token } from '../../text/tokens';
import { glued, wordAt } from '../token-reach';
import { readUnit } from '../quantities/units';

/** A year in a list of tokens; `to` is exclusive. */
interface Year {
  year: number;
  to: number;
}

/** Zero to nineteen, each at its number. */
export const small = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const smallOf = new Map(small.map((word, value) => [word, value]));
/** Twenty to ninety. */
export const tensOf = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, index) => [
    word,
    20 + 10 * index,
  ]),
);

// A word before a bare year or day/month that makes it a date.
const yearCue =
  /^(?:in|since|from|until|till|of|around|about|by|during|early|late|mid|before|after|through|year|circa|back|summer|spring|fall|autumn|winter|:|\()$/;
/** Two digits from 30 up are of the last century. */
export function fullYear(digits: string): number {
  const value = Number(digits);
  return digits.length > 2 ? value : value < 30 ? 2000 + value : 1900 + value;
}

/** "2020", "'21", "twenty eighteen", "two thousand and nine" at token `at`. */
export function yearAt(list: readonly Token[], at: number): Year | undefined {
  const word = wordAt(list, at);
  if (/^(?:19|20)\d\d$/.test(word)) {
    return readUnit(list, at + 1) ? undefined : { year: Number(word), to: at + 1 };
  }
  if (/^['’]$/.test(word) && /^\d\d$/.test(wordAt(list, at + 1)) && glued(list, at + 1)) {
    return { year: fullYear(wordAt(list, at + 1)), to: at + 2 };
  }
  const spoken = spokenYear(list, at);
  return spoken && !readUnit(list, spoken.to) ? spoken : undefined;
}

function belowHundred(list: readonly Token[], at: number): { value: number; to: number } | undefined {
  const ten = tensOf.get(wordAt(list, at));
  if (ten === undefined) {
    const value = smallOf.get(wordAt(list, at));
    return value === undefined ? undefined : { value, to: at + 1 };
  }
  const next = wordAt(list, at + 1) === '-' ? at + 2 : at + 1;
  const unit = smallOf.get(wordAt(list, next));
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: ten + unit, to: next + 1 }
    : { value: ten, to: at + 1 };
}

function spokenYear(list: readonly Token[], at: number): Year | undefined {
  const word = wordAt(list, at);
  if (word === 'two' && wordAt(list, at + 1) === 'thousand') {
    const rest = belowHundred(list, wordAt(list, at + 2) === 'and' ? at + 3 : at + 2);
    return rest && rest.value < 50 ? { year: 2000 + rest.value, to: rest.to } : { year: 2000, to: at + 2 };
  }
  if (word !== 'nineteen' && word !== 'twenty') return undefined;
  const century = word === 'nineteen' ? 1900 : 2000;
  const oh = /^(?:oh|o)$/.test(wordAt(list, at + 1));
  const rest = belowHundred(list, oh ? at + 2 : at + 1);
  if (!rest || (oh ? rest.value > 9 : rest.value < 10)) return undefined;
  return century === 2000 && rest.value > 40 ? undefined : { year: century + rest.value, to: rest.to };
}

/** "Eighty-nine", "oh six" for a year: two words, with the end of a clause behind, where they can count nothing. */
export function shortYearAt(list: readonly Token[], at: number): Year | undefined {
  const found = shortSpoken(list, at);
  return found && endsClause.test(wordAt(list, found.to)) ? found : undefined;
}

function shortSpoken(list: readonly Token[], at: number): Year | undefined {
  const word = wordAt(list, at);
  if (/^(?:oh|o)$/.test(word)) {
    const year = smallOf.get(wordAt(list, at + 1)) ?? 0;
    return year > 0 && year < 10 ? { year: 2000 + year, to: at + 2 } : undefined;
  }
  const found = (tensOf.get(word) ?? 0) < earliestTens ? undefined : belowHundred(list, at);
  return found && found.to > at + 1 ? { year: 1900 + found.value, to: found.to } : undefined;
}

/** Nobody in a visit has had anything done in nineteen thirty-nine, and "in thirty-nine" may be anything. */
const earliestTens = 50;
const endsClause =
  /^(?:[.,;:?!)–—-]|and|or|but|so|when|after|before|because|i|i'd|i'm|he|she|we|they|it|my|then|maybe|yeah|yes|right)?$/;

/** "Her sats came in eighty-nine": a year only behind an "in" of its own. */
function isShortYearCue(list: readonly Token[], at: number): boolean {
  return wordAt(list, at) === 'in' && !/^(?:came|come|comes|coming)$/.test(wordAt(list, at - 1));
}

/** A year alone: "in 2019", "since twenty eighteen", "in eighty-nine". */
export function readYear(list: readonly Token[], at: number): Year | undefined {
  const word = wordAt(list, at);
  const short = isShortYearCue(list, at - 1) ? shortYearAt(list, at) : undefined;
  if (short) return short;
  const digits = /^(?:19|20)\d\d$/.test(word);
  if (!digits && !/^(?:nineteen|twenty|two|['’])$/.test(word)) return undefined;
  const found = yearAt(list, at);
  if (!found) return undefined;
  const before = wordAt(list, at - 1);
  const next = wordAt(list, found.to);
  // "A vision of twenty twenty".
  const vision = before === 'of' && wordAt(list, at + 1) === 'twenty';
  const cued = yearCue.test(before) && !/^[/-]$/.test(next) && !vision;
  // "What was that, twenty eighteen?": nothing else is said like this.
  const certain =
    !digits &&
    /^(?:nineteen|twenty)$/.test(word) &&
    found.to > at + 1 &&
    !/^(?:twenty|thirty)$/.test(wordAt(list, at + 1));
  if (!cued && !(certain && found.year >= 2010)) return undefined;
  if (before === 'about' && digits && !/^(?:in|since|from)$/.test(wordAt(list, at - 2))) return undefined;
  return found;
}
