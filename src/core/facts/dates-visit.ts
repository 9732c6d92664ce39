import { frontMatterSpan } from '../text/front-matter';
import { tokens } from '../text/tokens';
import { findCalendarDates } from './dates-calendar';
import type { AgeFact, CalendarDate, DateFact, TimeUnit } from './fact';

/** Days since 1 January 1970. */
export type Day = number;

const msPerDay = 86_400_000;
const daysPerYear = 365.25;

/** How far off a time counted from the visit may be, as share of its unit: "two weeks ago" may be 11 to 17 days. */
const looseness: Record<TimeUnit, Day> = { h: 1, d: 1, wk: 3, mo: 20, a: 200 };

// "Date of visit: 3 March 2024", "# Clinic letter, 14/03/2024", "visited: 2024-03-14". No date of birth.
const dateLine =
  /^(?:#{1,6} .*|(?:date|date of (?:visit|service|encounter|consultation|admission)|visit|visited|seen|encounter|dos) ?: ?.*)$/i;
const birth = /birth|born|\bdob\b/i;
/** The date of a visit stands at the head of a document. */
const linesLookedAt = 12;
const longestLine = 200;

/**
 * The day of the visit that a text is of: from its front matter (`date: 2024-03-14`), a heading or a line such as "Date of
 * visit: 14 March 2024", else from its path ("visits/2024-03-14/…"). Undefined where none is given, or one whose order of
 * day and month is not sure.
 * @param path absolute path or name of the document
 */
export function visitDay(text: string, path: string): Day | undefined {
  const front = frontMatterSpan(text);
  const inFront =
    front &&
    /^(?:date|visit|visited|encounter)[ \t]*:[ \t]*(.{6,40})$/m.exec(text.slice(front.start, front.end));
  const lines = text
    .slice(front?.end ?? 0, (front?.end ?? 0) + linesLookedAt * longestLine)
    .split(/\r?\n/, linesLookedAt)
    .filter((line) => line.length <= longestLine && dateLine.test(line.trim()) && !birth.test(line));
  const folder = /(?:^|[\\/])((?:19|20)\d\d-\d\d-\d\d)(?!\d)/.exec(path);
  for (const given of [inFront?.[1], ...lines, folder?.[1]]) {
    const day = given === undefined ? undefined : onlyDay(given);
    if (day !== undefined) return day;
  }
  return undefined;
}

function onlyDay(text: string): Day | undefined {
  const dates = findCalendarDates(tokens(text)).filter(({ readings }) => readings.length > 0);
  const [only] = dates;
  return only && dates.length === 1 && only.readings.length === 1 ? dayOf(only.readings[0]) : undefined;
}

/** The day of a full date. */
export function dayOf(date: CalendarDate | undefined): Day | undefined {
  if (date?.year === undefined || date.month === undefined || date.day === undefined) return undefined;
  return Date.UTC(date.year, date.month - 1, date.day) / msPerDay;
}

interface Days {
  low: Day;
  high: Day;
}

/** The days that a date or time can mean, seen from the day of the visit; undefined where it can't be placed. */
function placed(fact: DateFact, visit: Day): Days[] | undefined {
  if (fact.form === 'weekday') {
    const week = Array.from({ length: 15 }, (_, offset) => visit - 7 + offset);
    return week.filter((day) => weekdayOf(day) === fact.weekday).map((day) => ({ low: day, high: day }));
  }
  if (fact.form === 'calendar') return fact.calendar.flatMap((date) => calendarDays(date, visit));
  if (fact.direction === 'none' || !fact.days) return undefined;
  const slack = fact.precision === 'd' && fact.days.high <= 3 ? 0 : looseness[fact.precision];
  const sign = fact.direction === 'past' ? -1 : 1;
  const [a, b] = [visit + sign * fact.days.low, visit + sign * fact.days.high];
  return [{ low: Math.floor(Math.min(a, b)) - slack, high: Math.ceil(Math.max(a, b)) + slack }];
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

function calendarDays(date: CalendarDate, visit: Day): Days[] {
  const now = new Date(visit * msPerDay).getUTCFullYear();
  const years = date.year === undefined ? [now - 1, now, now + 1] : [date.year];
  return years.map((year) => {
    const from = [year, (date.month ?? 1) - 1, date.day ?? 1] as const;
    const low = Date.UTC(...from) / msPerDay;
    if (date.day !== undefined) return { low, high: low };
    const high =
      date.month === undefined
        ? Date.UTC(year + 1, 0, 1) / msPerDay
        : Date.UTC(year, date.month, 1) / msPerDay;
    return { low, high: high - 1 };
  });
}

/**
 * True when two dates or times of different forms ("Saturday", "four days ago") can mean the same day, seen from the day
 * of the visit. Undefined where one of them can't be placed.
 */
export function sameDay(a: DateFact, b: DateFact, visit: Day): boolean | undefined {
  const [ours, theirs] = [placed(a, visit), placed(b, visit)];
  if (!ours || !theirs) return undefined;
  return ours.some((x) => theirs.some((y) => x.low <= y.high && y.low <= x.high));
}

/** The age in whole years on the day of the visit of who was born on a day. */
export function ageOn(visit: Day, birthDate: CalendarDate): AgeFact['years'] | undefined {
  const born = dayOf(birthDate);
  if (born === undefined || born > visit) return undefined;
  const [from, to] = [new Date(born * msPerDay), new Date(visit * msPerDay)];
  const before =
    to.getUTCMonth() < from.getUTCMonth() ||
    (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() < from.getUTCDate());
  const years = to.getUTCFullYear() - from.getUTCFullYear() - (before ? 1 : 0);
  return years > 0
    ? { low: years, high: years }
    : { low: (visit - born) / daysPerYear, high: (visit - born) / daysPerYear };
}
