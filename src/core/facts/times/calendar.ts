import type { Token } from '../../text/tokens';
import type { CalendarDate } from '../fact';
import { readYear, shortYearAt, tensOf, fullYear, yearAt } from './years';
import timeWords from '../terms/time-words.json';
import { glued, wordAt } from '../token-reach';
import { readUnit } from '../quantities/units';

/** A calendar date or a weekday in a list of tokens; `to` is exclusive. */
export interface CalendarMention {
  from: number;
  to: number;
  /** More than one where the order of day and month is not told by the numbers; the US order comes first. */
  readings: CalendarDate[];
  weekday?: number;
}

const monthOf = new Map(timeWords.months.flatMap((names, index) => names.map((name) => [name, index + 1])));
const fullMonths = new Set(timeWords.months.map((names) => names[0] ?? ''));
// "Sundays" and "every Sunday" recur; what day it is can be compared all the same.
const weekdayOf = new Map(
  timeWords.weekdays.flatMap((name, index) => [name, `${name}s`].map((word) => [word, index])),
);

const ordinalWords = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
  'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
]; // prettier-ignore
const ordinalOf = new Map(ordinalWords.map((word, index) => [word, index + 1]));
ordinalOf.set('thirtieth', 30);

const dayCue = /^(?:on|since|dated|until|till|from|by|of)$/;
/** What a note writes right before a short date, and before no score; "onset 3/7 ago" and "review 3/12" are lengths of time. */
const noteCue =
  /^(?:lmp|lnmp|edd|edc|due|admitted|discharged|hospitali[sz]ed|onset|began|scheduled|appt|appointment)$/;
const isShortTime = /^(?:7|12|52)$/;
const mayCue = /^(?:in|last|this|next|since|until|till|of|early|late|mid|by|through|during|on|and|or|to)$/;

/** Finds calendar dates and weekdays, those that recur ("every Monday", "Sundays") too. */
export function findCalendarDates(list: readonly Token[]): CalendarMention[] {
  const found: CalendarMention[] = [];
  let read = 0;
  for (let at = 0; at < list.length; at++) {
    if (at < read) continue;
    const mention =
      readNumeric(list, at) ?? readMonth(list, at, read) ?? yearAlone(list, at) ?? readWeekday(list, at);
    if (!mention) continue;
    found.push(mention);
    read = mention.to;
  }
  return found;
}

function valid({ year, month, day }: CalendarDate): boolean {
  return (
    (month === undefined || (month >= 1 && month <= 12)) &&
    (day === undefined || (day >= 1 && day <= 31)) &&
    (year === undefined || (year >= 1900 && year <= 2099))
  );
}

/** "03/14/2024", "14.3.2024", "2024-03-14", "03/2021", and "4/24" behind "on" or "since". */
function readNumeric(list: readonly Token[], at: number): CalendarMention | undefined {
  if (list[at]?.kind !== 'number' || (/^[/.-]$/.test(wordAt(list, at - 1)) && glued(list, at)))
    return undefined;
  const dotted = readDotted(list, at);
  if (dotted) return dotted;
  const [a, b, c] = [wordAt(list, at), wordAt(list, at + 2), wordAt(list, at + 4)];
  const mark = wordAt(list, at + 1);
  if (!/^[/-]$/.test(mark) || !glued(list, at + 1) || !glued(list, at + 2)) return undefined;
  if (!/^\d{1,4}$/.test(a) || !/^\d{1,4}$/.test(b)) return undefined;
  const third =
    wordAt(list, at + 3) === mark && glued(list, at + 3) && glued(list, at + 4) && /^(?:\d\d|\d{4})$/.test(c);
  if (third) {
    const to = at + 5;
    if (a.length === 4) return checked(at, to, [{ year: Number(a), month: Number(b), day: Number(c) }]);
    if (a.length > 2 || b.length > 2) return undefined;
    return checked(at, to, bothOrders(Number(a), Number(b), fullYear(c)));
  }
  if (mark !== '/' || (wordAt(list, at + 3) === '/' && glued(list, at + 3))) return undefined;
  if (b.length === 4 && a.length <= 2) return checked(at, at + 3, [{ year: Number(b), month: Number(a) }]);
  // "On 4/24"; not "on 5/5 strength" or a score out of ten.
  const isScore = /^(?:5|10)$/.test(b) || Number(a) > 31 || readUnit(list, at + 3) !== undefined;
  const before = wordAt(list, at - 1);
  const cue = /^[:.]$/.test(before) ? wordAt(list, at - 2) : before;
  const isNoted =
    noteCue.test(cue) &&
    Number(a) <= 31 &&
    !/^(?:ago|hx|history)$/.test(wordAt(list, at + 3)) &&
    (!isShortTime.test(b) || /^(?:lmp|lnmp|edd|edc)$/.test(cue));
  if (a.length <= 2 && b.length <= 2 && (isNoted || (dayCue.test(before) && !isScore))) {
    return checked(at, at + 3, bothOrders(Number(a), Number(b)));
  }
  return undefined;
}

/** "14.3.2024": the tokens are "14.3" and ".2024". */
function readDotted(list: readonly Token[], at: number): CalendarMention | undefined {
  const [first, second] = [wordAt(list, at), wordAt(list, at + 1)];
  const parts = /^(\d{1,2})\.(\d{1,2})$/.exec(first);
  const year = /^\.((?:19|20)\d\d|\d\d)$/.exec(second);
  if (!parts || !year || !glued(list, at + 1)) return undefined;
  return checked(at, at + 2, bothOrders(Number(parts[1]), Number(parts[2]), fullYear(year[1] ?? '')));
}

function bothOrders(a: number, b: number, year?: number): CalendarDate[] {
  const rest = year === undefined ? {} : { year };
  const us = { month: a, day: b, ...rest };
  return a === b ? [us] : [us, { month: b, day: a, ...rest }];
}

function checked(from: number, to: number, readings: CalendarDate[]): CalendarMention | undefined {
  const kept = readings.filter(valid);
  return kept.length > 0 ? { from, to, readings: kept } : undefined;
}

/** "January 20th, 2020", "14 March", "the fifth of May", "Mar 2021", "july". */
function readMonth(list: readonly Token[], at: number, read: number): CalendarMention | undefined {
  const word = wordAt(list, at);
  const month = monthOf.get(word);
  if (month === undefined) return undefined;
  let from = at;
  let to = at + 1;
  let day: number | undefined;
  let year: number | undefined;
  const before = dayBefore(list, at);
  if (before && before.from >= read) {
    from = before.from;
    day = before.day;
  }
  if (!fullMonths.has(word) && wordAt(list, to) === '.' && glued(list, to)) to++;
  if (day === undefined) {
    const after = dayAfter(list, to);
    if (after) {
      day = after.day;
      to = after.to;
    }
  }
  const link = /^(?:,|of|in)$/.test(wordAt(list, to)) ? to + 1 : to;
  const found = yearAt(list, link) ?? (day === undefined ? undefined : shortYearAt(list, link));
  if (found) {
    year = found.year;
    to = found.to;
  }
  const alone = day === undefined && year === undefined;
  // "Mar", "dec" and "may" are words and initials too; "march" is a verb.
  if (alone && !fullMonths.has(word)) return undefined;
  if (alone && /^(?:may|march|august)$/.test(word) && !mayCue.test(wordAt(list, at - 1))) return undefined;
  if (
    alone &&
    word === 'may' &&
    /^(?:be|have|not|need|also|help|want|take|get|cause)$/.test(wordAt(list, at + 1))
  )
    return undefined;
  return checked(from, to, [
    { ...(year !== undefined && { year }), month, ...(day !== undefined && { day }) },
  ]);
}

function dayBefore(list: readonly Token[], month: number): { from: number; day: number } | undefined {
  let at = month - 1;
  const of = wordAt(list, at) === 'of';
  if (of) at--;
  const suffix = /^(?:st|nd|rd|th)$/.test(wordAt(list, at)) && glued(list, at);
  if (suffix) at--;
  const digits = /^\d{1,2}$/.test(wordAt(list, at)) && !/^[/.]$/.test(wordAt(list, at - 1));
  if (digits && (!of || suffix)) return { from: at, day: Number(wordAt(list, at)) };
  const ordinal = ordinalEnding(list, at);
  return of || ordinal !== undefined ? ordinal : undefined;
}

/** "fifth", "twenty-first" that ends at token `at`. */
function ordinalEnding(list: readonly Token[], at: number): { from: number; day: number } | undefined {
  const day = ordinalOf.get(wordAt(list, at));
  if (day === undefined) return undefined;
  const tens = wordAt(list, at - 1) === '-' ? at - 2 : at - 1;
  const ten = /^(?:twenty|thirty)$/.test(wordAt(list, tens)) ? tensOf.get(wordAt(list, tens)) : undefined;
  return ten !== undefined && day < 10 ? { from: tens, day: ten + day } : { from: at, day };
}

function dayAfter(list: readonly Token[], at: number): { day: number; to: number } | undefined {
  const start = wordAt(list, at) === 'the' ? at + 1 : at;
  const word = wordAt(list, start);
  if (/^\d{1,2}$/.test(word)) {
    const suffix = /^(?:st|nd|rd|th)$/.test(wordAt(list, start + 1)) && glued(list, start + 1);
    const measured = !suffix && (readUnit(list, start + 1) !== undefined || wordAt(list, start + 1) === '/');
    return measured ? undefined : { day: Number(word), to: start + (suffix ? 2 : 1) };
  }
  const direct = ordinalOf.get(word);
  if (direct !== undefined) return { day: direct, to: start + 1 };
  const next = wordAt(list, start + 1) === '-' ? start + 2 : start + 1;
  const ten = /^(?:twenty|thirty)$/.test(word) ? tensOf.get(word) : undefined;
  const unit = ordinalOf.get(wordAt(list, next));
  return ten !== undefined && unit !== undefined && unit < 10 ? { day: ten + unit, to: next + 1 } : undefined;
}

function yearAlone(list: readonly Token[], at: number): CalendarMention | undefined {
  const found = readYear(list, at);
  return found && checked(at, found.to, [{ year: found.year }]);
}

function readWeekday(list: readonly Token[], at: number): CalendarMention | undefined {
  const weekday = weekdayOf.get(wordAt(list, at));
  return weekday === undefined ? undefined : { from: at, to: at + 1, readings: [], weekday };
}
