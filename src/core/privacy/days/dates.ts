import type { Span } from '../../text/span';
import {
  likeMonth,
  likeNumber,
  likeWord,
  likeYear,
  monthOf,
  months,
  ordinals,
  rewrite,
  spokenYearOf,
  teens,
  tens,
  units,
} from './date-forms';

/** A day in a text, with how it is written, so that another day can be written in the same way. */
export interface WrittenDate extends Span {
  /** Day number since 1970, UTC; the year of one that has none comes from the reading. */
  day: number;
  hasYear: boolean;
  hasDay: boolean;
  /** Writes another day in the same form. */
  write: (day: number) => string;
}

/** How dates are read where they leave something open. */
export interface DateReading {
  /** "3/4" is the third of April. */
  dayFirst: boolean;
  /** The year of a day that has none. */
  year: number;
}

/** Every beginning of a month's name: "Ma" may become May. */
export const monthBeginnings = [
  ...new Set(months.flatMap((name) => [...name].map((_, at) => name.slice(0, at + 1)))),
].reverse();
const msPerDay = 86_400_000;
const leapYear = 2024;
/** A year of no special kind, for texts that name none. */
const anyYear = 2023;

const month = `(?<month>${months.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)\\b\\.?`;
const ordinal = ordinals
  .map((name) => name.replace('-', '[- ]'))
  .reverse()
  .join('|');
const dayNumber = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const spokenYear = `(?:nineteen|twenty) (?:(?:oh|o) (?:${units.join('|')})|${teens.slice().reverse().join('|')}|(?:${tens.join('|')})(?:[ -](?:${units.join('|')}))?)`;
const year = `(?<year>(?:19|20)\\d{2}|['’]\\d{2}|${spokenYear}\\b)`;
const edge = '(?<![\\p{L}\\d./-])';
const end = '(?![\\p{L}\\d]|[/-]\\d)';

/** What happens on a day. */
const events =
  'seen|d/c|discharged?|admit|admitted|admission|reviewed|review|taken|collected|scan|ct|mri|echo|ecg|x-?ray|ultrasound|uss|bloods|labs?|' +
  'moved to|rescheduled (?:to|for)|scheduled for|booked for|appt for|f/u|rtc|stitches out|doi|d/o/i|ttd from|since|until|till|w/c|wc|w/e|due|expires?|exp|arrived|arrives|travel(?:led|s)?|flew|back|' +
  'fall|fell|injury|injured|onset|operation|procedure|accident|mva|dos|' +
  'today|yesterday|tomorrow|appt|appointment|clinic|booked|missed|met|changed|started|stopped|last|next|born|rechecked|repeated|restart(?:ed|s)?|resumed?|visit|done|tc|hv|lmp|edd|naat|culture|surgery|signed';

// Named groups: day, month, year; the rest of a match is kept as it stands.
const patterns: readonly RegExp[] = [
  `${edge}(?<year>(?:19|20)\\d{2})(?<sep>[-/.]?)(?<month>0[1-9]|1[0-2])\\k<sep>(?<day>0[1-9]|[12]\\d|3[01])(?!\\d|[-/]\\d)`,
  `${edge}(?<a>0?[1-9]|[12]\\d|3[01])(?<sep>[-/.])(?<b>0?[1-9]|[12]\\d|3[01])\\k<sep>(?<year>(?:19|20)?\\d{2})(?![\\d/-])`,
  `${edge}(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d{2})(?![\\d/-])`,
  // "1951 Aug 30", "2026, November 3"
  `${edge}(?<year>(?:19|20)\\d{2}),?[ -]${month} ?-?${dayNumber}${end}`,
  // "25NOV26", "12-Sep-61", "12 Sep 61"
  `${edge}${dayNumber}(?<sep>[ ./-]?)(?<month>${months.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})\\k<sep>(?<year>(?:19|20)?\\d{2})(?![\\p{L}\\d:%]|[./-]\\d| ?(?:mg|mcg|ml|units?|kg|times|days?)\\b)`,
  // Not where the number ends a sentence and another month stands before it: "Repeat May 2. May bleed."
  `(?<!(?<!\\p{L})(?:${months.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})\\.? (?=\\d{1,2}\\. ))${edge}${dayNumber}(?<sep>\\.?[ -]?(?:(?:day )?of )?)${month},?[ -]?,? ?${year}?${end}`,
  `(?<![\\p{L}\\d])(?<word>${ordinal})(?: of)? ${month}(?:,? ${year})?${end}`,
  `(?<![\\p{L}\\d])${month} (?:the )?(?<word>${ordinal})\\b(?:,? ${year})?`,
  `(?<![\\p{L}\\d])${month} (?:the )?${dayNumber}(?:,? ${year})?${end}`,
  `(?<![\\p{L}\\d])${month},? (?:of )?(?<year>(?:19|20)\\d{2})${end}`,
  // A month alone, behind a word that makes it one: "since May".
  `(?<=\\b(?:in|since|until|till|from|by|of|last|next|early|late|mid|this)[ -])${month}(?! ?\\d)(?![\\p{L}/-])`,
  // Day and month alone, behind a word that makes them a date: "on 3/14", "d/c 11-09".
  `(?<=\\b(?:on|since|dated|as of|from|until|till|by|date|dob|due|week of|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?:? \\(?)(?<a>0?[1-9]|[12]\\d|3[01])(?<sep>[/-])(?<b>0?[1-9]|[12]\\d|3[01])(?![\\d/-]|\\.\\d| ?(?:mg|mcg|ml|tabs?|times|days?|weeks?|hours?|pain)\\b)`,
  // The same behind what happens on a day; "review 3/12" is in three months, "5/7" is five days.
  `(?<=(?<!\\p{L})(?:${events}),?:? \\(?)(?!0?\\d/(?:7|12)(?!\\d))(?<a>0?[1-9]|[12]\\d|3[01])(?<sep>[/-])(?<b>0?[1-9]|[12]\\d|3[01])(?![\\d/-]|\\.\\d| ?(?:mg|mcg|ml|tabs?|times|days?|weeks?|hours?|pain)\\b)`,
  // A month first and a day that is no month, behind a word that names no score: "will return 12/14".
  `(?<=(?<![\\p{L}-])(?!(?:scores?|scored|scoring|pain|power|strength|was|is|are|of|levels?|rated?|rates|at|now|grades?|stage|acuity|vision|eyes?|left|right|both|index|total|out|fraction|about|or|and|than|then|approximately|around|only|got|gets|with|moca|mmse|apgars?|gcs|pip|peep|bp)\\b)(?:\\p{Ll}{2,14}) )(?<a>0?[1-9]|1[0-2])(?<sep>/)(?<b>1[3-9]|2\\d|3[01])(?![\\d/%-]|\\.\\d| ?(?:mg|mcg|ml|mm|cm|tabs?|mmhg|pts?|points?|weeks?|days?|on|points)\\b)`,
  // With an hour behind it: "10/19 @ 2pm".
  `(?<![\\p{L}\\d./-])(?<a>0?[1-9]|[12]\\d|3[01])(?<sep>/)(?<b>0?[1-9]|[12]\\d|3[01])(?=,? (?:@|at) ?\\d{1,2}(?:[:.]\\d\\d| ?[ap]\\.?m))`,
  // A day and a month alone of which the day can be nothing else: "28/10". Scores are out of more than twelve.
  `(?<![\\p{L}\\d./-])(?<!(?:power|pain|score|scored|strength|murmur|vision|acuity|dose|mg) )(?<a>1[3-9]|2[1-9]|3[01])(?<sep>/)(?<b>0?[1-9]|1[0-2])(?![\\d/-]|\\.\\d| ?(?:mg|mcg|ml|tabs?)\\b)`,
].map((pattern) => new RegExp(pattern, 'giud'));

/**
 * Finds the days and months that a text names, in all usual forms. Years alone and weekdays tell nobody who a patient is.
 * @param reading told from the whole of what is sent by `dateReading`
 */
export function findDates(text: string, reading: DateReading): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const date = readDate(match, reading);
      if (date && !found.some((other) => other.start < date.end && date.start < other.end)) found.push(date);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** How the dates of texts that belong together are read: by those among them that leave nothing open. */
export function dateReading(texts: readonly string[]): DateReading {
  let days = 0;
  let year: number | undefined;
  for (const text of texts) {
    for (const [, a, b, written = ''] of text.matchAll(
      /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d{2})(?![\d/-])/g,
    )) {
      if (Number(a) > 12 && Number(b) <= 12) days++;
      else if (Number(b) > 12 && Number(a) <= 12) days--;
      year ??= yearOf(written);
    }
    year ??= Number(/(?<!\d)20\d{2}(?!\d)/.exec(text)?.[0] ?? 0) || undefined;
  }
  return { dayFirst: days > 0, year: year ?? anyYear };
}

function readDate(match: RegExpExecArray, reading: DateReading): WrittenDate | undefined {
  const groups = match.groups ?? {};
  const monthFirst = groups['a'] !== undefined && isMonthFirst(groups, reading.dayFirst);
  const [dayGroup, monthGroup] =
    groups['a'] === undefined ? ['day', 'month'] : monthFirst ? ['b', 'a'] : ['a', 'b'];
  const dayText = groups['word'] ?? groups[dayGroup];
  const day = dayText === undefined ? 15 : dayOf(dayText);
  const monthNumber = monthOf(groups[monthGroup] ?? '');
  const openYear = monthNumber === 2 && day === 29 ? leapYear : reading.year;
  const yearNumber = groups['year'] === undefined ? openYear : yearOf(groups['year']);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const time = Date.UTC(yearNumber, monthNumber - 1, day);
  if (new Date(time).getUTCDate() !== day) return undefined;
  return {
    start: match.index,
    end: match.index + match[0].length,
    day: time / msPerDay,
    hasYear: groups['year'] !== undefined,
    hasDay: dayText !== undefined,
    write: (shifted) => {
      const date = new Date(shifted * msPerDay);
      return rewrite(match, [
        ['year', (old) => likeYear(old, date.getUTCFullYear())],
        [monthGroup, (old) => likeMonth(old, date.getUTCMonth() + 1)],
        [dayGroup, (old) => likeNumber(old, date.getUTCDate())],
        ['word', (old) => likeWord(old, date.getUTCDate())],
      ]);
    },
  };
}

function isMonthFirst({ a, b }: Record<string, string | undefined>, dayFirst: boolean): boolean {
  if (Number(a) > 12) return false;
  return Number(b) > 12 || !dayFirst;
}

function dayOf(text: string): number {
  const word = ordinals.indexOf(text.toLowerCase().replace(' ', '-'));
  return word >= 0 ? word + 1 : Number(text);
}

/** Two digits from 30 up are of the last century. */
function yearOf(text: string): number {
  if (/^\p{L}/u.test(text)) return spokenYearOf(text);
  const value = Number(text.replace(/\D/g, ''));
  if (value > 99) return value;
  return value < 30 ? 2000 + value : 1900 + value;
}
