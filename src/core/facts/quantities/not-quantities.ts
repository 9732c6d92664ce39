import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import type { Token } from '../../text/tokens';
import type { NumberMention } from './numbers';
import { glued, wordAt } from '../token-reach';
import { readUnit } from './units';

/** "3/12/2021", "2021-03-12": gives the index of the last number of the date. */
export function dateEnd(
  list: readonly Token[],
  numbers: readonly NumberMention[],
  index: number,
): number | undefined {
  const [a, b, c] = [numbers[index], numbers[index + 1], numbers[index + 2]];
  if (!a || !b || a.spoken || b.spoken) return undefined;
  const joined = (left: NumberMention, right: NumberMention): boolean =>
    right.from === left.to + 1 && /^[/.-]$/.test(wordAt(list, left.to)) && glued(list, right.from);
  if (c && !c.spoken && joined(a, b) && joined(b, c)) return index + 2;
  return undefined;
}

const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/;

/** "01/08", "3/92": a month and a year. */
export function isMonthAndYear(list: readonly Token[], number: NumberMention): boolean {
  const [month, slash, year] = [0, 1, 2].map((offset) => wordAt(list, number.from + offset));
  const isGlued = glued(list, number.from + 1) && glued(list, number.from + 2);
  return slash === '/' && isGlued && /^(?:0\d|1[0-2])$/.test(month ?? '') && /^\d\d$/.test(year ?? '');
}

/**
 * True for a number right behind the name of a score, where no month of a year stands: "MoCA 12/30", "PHQ-9: 10/27".
 * @param terms the dictionary terms of the sentence
 */
export function isScored(
  list: readonly Token[],
  terms: readonly TermMention[],
  { from }: NumberMention,
  terminology: Terminology,
): boolean {
  const to = /^(?:[:=]|of|was|is|score)$/.test(list[from - 1]?.text ?? '') ? from - 1 : from;
  const term = terms.find((one) => one.to === to && one.concept.kind === 'measurement');
  return term !== undefined && terminology.measurementDimensions(term.concept.name).has('score');
}

/** A word that goes on with the sentence, and no letter of a scale. */
const isOrdinary = (list: readonly Token[], at: number): boolean =>
  list[at]?.kind === 'word' &&
  wordAt(list, at).length > 1 &&
  !/^(?:fahrenheit|celsius)$/.test(wordAt(list, at));

/** "Miscarriage 7/40 year before last": the 40 weeks of a pregnancy, and no 40 years. */
function isWeekOfPregnancy(list: readonly Token[], number: NumberMention): boolean {
  const isFraction = wordAt(list, number.from - 1) === '/' && glued(list, number.from - 1);
  return (
    number.value === 40 && isFraction && glued(list, number.from) && list[number.from - 2]?.kind === 'number'
  );
}

/** "Eight fifteen", "ten oh five": an hour with its minutes, as it is said. */
function isHourAndMinutes({ value, spoken }: NumberMention): boolean {
  return spoken && value >= 100 && value < 1260 && value % 100 < 60;
}

/** "About ten this morning", "at two last night", "at eight fifteen yesterday": an hour, and no amount. */
function isHour(list: readonly Token[], number: NumberMention): boolean {
  const { from, to, value, decimals } = number;
  if (decimals > 0 || ((value < 1 || value > 12) && !isHourAndMinutes(number))) return false;
  const said = list.slice(to, to + 2).map(({ text }) => text);
  return (
    /^(?:at|about|around|by|since|until|till|from)$/.test(wordAt(list, from - 1)) &&
    /^(?:this (?:morning|afternoon|evening)|last night|yesterday.*|tonight.*)$/.test(said.join(' '))
  );
}

/** "At 0600", "@ 1430", "0600 hrs": the time of a day in four digits. */
function isClock(list: readonly Token[], { from, to, spoken }: NumberMention): boolean {
  const digits = wordAt(list, from);
  if (spoken || to !== from + 1 || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(digits)) return false;
  if (/^h(?:rs?|ours?)?$/.test(wordAt(list, to))) return true;
  return digits.startsWith('0') || (/^(?:at|@)$/.test(wordAt(list, from - 1)) && !readUnit(list, to));
}

/** "Gave him the ibuprofen at six": with what was done before it, an hour ends the clause. */
function isHourOfDeed(list: readonly Token[], { from, to, value, decimals }: NumberMention): boolean {
  if (decimals > 0 || value < 1 || value > 12 || wordAt(list, from - 1) !== 'at') return false;
  if (list[to] !== undefined && list[to]?.kind !== 'mark') return false;
  return list.slice(Math.max(0, from - deedReach), from).some(({ text }) => ofDeed.test(text));
}

/** What was done, or how many of something were taken: "Two Panadol at five." */
const ofDeed =
  /^(?:gave|given|took|taken|ate|eaten|woke|arrived|left|slept|drank|one|two|three|four|half|couple|[1-4])$/;

/** "She got four of morphine at eight fifteen": behind what was given, with its amount, "at" leads to the time of day. */
function isTimeOfGiving(list: readonly Token[], number: NumberMention): boolean {
  if (!isHourAndMinutes(number) || wordAt(list, number.from - 1) !== 'at') return false;
  const before = list.slice(Math.max(0, number.from - givingReach), number.from);
  const deed = before.findLastIndex(({ text }) =>
    /^(?:got|gave|given|took|taken|received|had|has)$/.test(text),
  );
  return deed >= 0 && before.slice(deed).some(({ text }) => givenAmount.test(text));
}

/** Tokens. */
const givingReach = 12;
const givenAmount = /^(?:of|mg|milligrams?|mcg|micrograms?|units?|grams?|mls?|tablets?)$/;

const oldest = 100;

/** "You're over sixty-five", "people under 18": how old somebody is at least, with nothing that is measured by it. */
function isBoundOfAge(list: readonly Token[], { from, to, value, decimals }: NumberMention): boolean {
  if (decimals > 0 || value > oldest || !/^(?:over|under|above|below|past)$/.test(wordAt(list, from - 1)))
    return false;
  return (
    isPerson.test(wordAt(list, from - 2)) && list[to]?.kind !== 'word' && !/^[%°]$/.test(wordAt(list, to))
  );
}

const isPerson =
  /^(?:you['’]re|he['’]s|she['’]s|i['’]m|they['’]re|we['’]re|are|anyone|anybody|everyone|everybody|people|patients|adults|women|men|kids|children|those|somebody|someone)$/;

/** Tokens. */
const deedReach = 7;

/** Ordinals, times of day, years, vertebrae, phone numbers, list numbers: numbers that measure nothing. */
export function isNotQuantity(list: readonly Token[], number: NumberMention): boolean {
  const before = wordAt(list, number.from - 1);
  const after = wordAt(list, number.to);
  if (/^(?:st|nd|rd|th)$/.test(after) && glued(list, number.to)) return true;
  // "The twenty fourth", "the twenty-third".
  const last = after === '-' && glued(list, number.to) ? wordAt(list, number.to + 1) : after;
  if (number.spoken && number.value % 10 === 0 && ordinal.test(last) && !readUnit(list, number.to))
    return true;
  if (after === ':' && glued(list, number.to) && list[number.to + 1]?.kind === 'number') return true;
  if (before === ':' && glued(list, number.from) && list[number.from - 2]?.kind === 'number') return true;
  if (/^(?:am|pm|a\.m|p\.m|o'clock)$/.test(after)) return true;
  if (isBoundOfAge(list, number)) return true;
  if (isHour(list, number) || isClock(list, number) || isHourOfDeed(list, number)) return true;
  if (isTimeOfGiving(list, number)) return true;
  // "2° to lupus" is secondary to it; an angle or a temperature has its letter or nothing behind it.
  if (/^[°º]$/.test(after) && number.value <= 3 && isOrdinary(list, number.to + 1)) return true;
  if (isWeekOfPregnancy(list, number)) return true;
  if (before === '-' && glued(list, number.from) && /\d$/.test(wordAt(list, number.from - 2))) {
    if (list[number.from - 2]?.kind === 'word') return true;
  }
  if ((months.test(before) || months.test(after)) && !readUnit(list, number.to)) return true;
  const isYear = number.value >= 1900 && number.value <= 2099 && number.decimals === 0;
  if (isYear && !readUnit(list, number.to)) return true;
  return /^(?:#|room|grade|stage|type|level|class|bed|no|number)$/.test(before);
}
