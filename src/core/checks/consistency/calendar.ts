import type { CalendarDate } from '../../facts/fact';

/** A date with all of its parts. */
export type FullDate = Required<CalendarDate>;

/** True when year, month and day are given. */
export function isFull(date: CalendarDate): date is FullDate {
  return date.year !== undefined && date.month !== undefined && date.day !== undefined;
}

const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

/** The days of a month in the Gregorian calendar; February has 29 where the year is not given. */
export function daysIn(month: number, year?: number): number {
  if (month !== 2) return longMonths.has(month) ? 31 : 30;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return leap ? 29 : 28;
}

/** A number that orders dates. */
export function ordinal({ year, month, day }: FullDate): number {
  return year * 10_000 + month * 100 + day;
}

/** The day after a date. */
export function nextDay({ year, month, day }: FullDate): FullDate {
  if (day < daysIn(month, year)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}
