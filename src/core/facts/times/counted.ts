import type { CalendarDate, DateFact, TimeUnit } from '../fact';

const millisecondsPerDay = 86_400_000;

/** Where no year is given: one without and one with a leap day. */
const anyYears = [2023, 2024];
/** Days. Farther back or ahead a date without a year tells nothing. */
const farthestWithoutYear = 300;
/** A weekday is counted from the visit within so many days. */
const weekdayReach = 14;

/** Days by which a time that is counted in this unit may be off ("two weeks ago" is seldom fourteen days to the day). */
const slackOf: Readonly<Record<TimeUnit, number>> = { h: 1, d: 0, wk: 4, mo: 16, a: 200 };
/** Longer times are rounded by so much of their length. */
const roundedBy = 0.2;
/** Days. "Three days ago" is counted, "ten days ago" is rounded. */
const longestCounted = 3;

interface Days {
  low: number;
  high: number;
}

/** Days since 1970; a part that is not given may be any. */
function daysOf({ month, day }: CalendarDate, year: number): Days {
  const at = (m: number, d: number): number => Date.UTC(year, m - 1, d) / millisecondsPerDay;
  if (month === undefined) return { low: at(1, 1), high: at(12, 31) };
  return day === undefined
    ? { low: at(month, 1), high: at(month + 1, 0) }
    : { low: at(month, day), high: at(month, day) };
}

/** The days that a time can be which is counted from a day. */
function countedFrom(today: number, time: DateFact): Days | undefined {
  if (!time.days) return undefined;
  const [near, far] = [Math.floor(time.days.low), Math.floor(time.days.high)];
  return time.direction === 'future'
    ? { low: today + near, high: today + far }
    : { low: today - far, high: today - near };
}

function slackFor({ amount, days }: DateFact): number {
  if (!amount || !days) return 0;
  const rounding = days.high > longestCounted ? Math.ceil(days.high * roundedBy) : 0;
  return Math.max(slackOf[amount.unit], amount.unit === 'a' ? 0 : rounding);
}

/** The years that a date of the visit and one beside it can be in. */
function yearPairs(today: CalendarDate, date: CalendarDate): [number, number][] {
  if (today.year !== undefined && date.year !== undefined) return [[today.year, date.year]];
  const known = today.year ?? date.year;
  const years = known === undefined ? anyYears : [known, known + 1];
  // Around the turn of the year the other one lies in the year before or behind.
  return years.flatMap((year) => [-1, 0, 1].map((off): [number, number] => [year, year + off]));
}

/**
 * Whether a calendar date is the day that a time means which is counted from the visit: with a visit on 10 March, "two days
 * ago" is 8 March. Undefined where that can't be told: other parts are given, or it is nearly that day.
 * @param today the readings of the date of the visit
 */
export function isCountedDay(
  date: DateFact,
  time: DateFact,
  today: readonly CalendarDate[],
): boolean | undefined {
  if (date.form !== 'calendar') return undefined;
  const told = today.flatMap((visit) =>
    date.calendar.map((reading) =>
      time.form === 'weekday' ? isWeekday(reading, time, visit) : isWithin(reading, time, visit),
    ),
  );
  if (told.includes(true)) return true;
  return told.length > 0 && told.every((one) => one === false) ? false : undefined;
}

function isWithin(reading: CalendarDate, time: DateFact, visit: CalendarDate): boolean | undefined {
  const hasYear = visit.year !== undefined && (reading.year !== undefined || reading.month !== undefined);
  if (!time.days || visit.month === undefined || visit.day === undefined) return undefined;
  if (!hasYear && (time.days.high > farthestWithoutYear || reading.month === undefined)) return undefined;
  const slack = slackFor(time);
  const off = yearPairs(visit, reading).map(([visitYear, year]) => {
    const counted = countedFrom(daysOf(visit, visitYear).low, time);
    const day = daysOf(reading, year);
    return counted ? Math.max(counted.low - day.high, day.low - counted.high) : NaN;
  });
  if (off.some((days) => days <= slack)) return true;
  // How long something lasts need not end today.
  const isExact = time.form === 'relative' && !time.vague && reading.day !== undefined;
  return isExact && off.every((days) => days > 2 * slack) ? false : undefined;
}

function isWeekday(reading: CalendarDate, time: DateFact, visit: CalendarDate): boolean | undefined {
  if (visit.year === undefined || visit.day === undefined || reading.day === undefined) return undefined;
  const today = daysOf(visit, visit.year).low;
  const near = yearPairs(visit, reading)
    .map(([, year]) => daysOf(reading, year).low)
    .filter((day) => Math.abs(day - today) <= weekdayReach);
  if (near.length === 0) return undefined;
  return near.some((day) => new Date(day * millisecondsPerDay).getUTCDay() === time.weekday);
}

/**
 * The calendar date that a time means which is counted in days from the visit; undefined where it is not one single day.
 * @param today the readings of the date of the visit
 */
export function countedDate(time: DateFact, today: readonly CalendarDate[]): CalendarDate | undefined {
  const [visit, ...others] = today;
  if (!visit || others.length > 0 || visit.month === undefined || visit.day === undefined) return undefined;
  if (slackFor(time) > 0 || time.vague || time.form !== 'relative') return undefined;
  const years = visit.year === undefined ? anyYears : [visit.year];
  const dates = years.map((year) => {
    const days = countedFrom(daysOf(visit, year).low, time);
    return days?.low === days?.high ? days : undefined;
  });
  const read = dates.map((days) => days && new Date(days.low * millisecondsPerDay));
  const [first] = read;
  if (!first || read.some((one) => one?.getUTCDate() !== first.getUTCDate())) return undefined;
  return {
    ...(visit.year !== undefined && { year: first.getUTCFullYear() }),
    month: first.getUTCMonth() + 1,
    day: first.getUTCDate(),
  };
}
