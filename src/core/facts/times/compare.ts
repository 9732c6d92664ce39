import type { CalendarDate, DateFact } from '../fact';

/** Weeks, months and years that are converted into each other differ by rounding: four weeks are a month. */
const conversionTolerance = 0.15;

/** True when no part that both give differs: "03/2021" and "March" agree, and so do "2021" and "03/14/2021". */
function sameCalendar(a: CalendarDate, b: CalendarDate): boolean {
  const agree = (x: number | undefined, y: number | undefined): boolean =>
    x === undefined || y === undefined || x === y;
  return agree(a.year, b.year) && agree(a.month, b.month) && agree(a.day, b.day) && sharesPart(a, b);
}

function sharesPart(a: CalendarDate, b: CalendarDate): boolean {
  return (
    (a.year !== undefined && b.year !== undefined) ||
    (a.month !== undefined && b.month !== undefined) ||
    (a.day !== undefined && b.day !== undefined)
  );
}

/** How many parts of two dates are the same, and how many differ. */
export function comparedParts(a: CalendarDate, b: CalendarDate): { same: number; different: number } {
  let same = 0;
  let different = 0;
  for (const part of ['year', 'month', 'day'] as const) {
    const [x, y] = [a[part], b[part]];
    if (x === undefined || y === undefined) continue;
    if (x === y) same++;
    else different++;
  }
  return { same, different };
}

/** Two words for a time ("last week", "last month") mean the same when they share this much of what they can mean. */
const sharedMeaning = 0.4;

/** True when one of two times without a number lies within the other, or they share much. */
function sameWords(a: { low: number; high: number }, b: { low: number; high: number }): boolean {
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  if (shared < 0) return false;
  const within = shared >= Math.min(a.high - a.low, b.high - b.low);
  return within || shared / (Math.max(a.high, b.high) - Math.min(a.low, b.low)) >= sharedMeaning;
}

/**
 * True when two times can be the same length or distance: their ranges meet, within rounding where the units differ. Of
 * two words without a number ("last week", "last month") the ranges must be nearly the same.
 */
function sameLength(a: DateFact, b: DateFact): boolean {
  if (!a.days || !b.days) return false;
  if (!a.amount && !b.amount) return sameWords(a.days, b.days);
  const sameUnit = a.precision === b.precision && a.amount !== undefined && b.amount !== undefined;
  const slack = sameUnit ? 1e-6 : conversionTolerance;
  return a.days.low <= b.days.high * (1 + slack) && b.days.low <= a.days.high * (1 + slack);
}

/** True when a vague time says too little to differ from another: "a few weeks" and "two months". */
export function isTooVague(a: DateFact, b: DateFact, ratio: number): boolean {
  if (!a.vague && !b.vague) return false;
  const bothWords = !a.amount && !b.amount;
  // "A few days" and "a few weeks": the same word of another unit is another time.
  const otherUnit =
    a.amount !== undefined &&
    b.amount !== undefined &&
    a.amount.low === b.amount.low &&
    a.amount.high === b.amount.high &&
    a.amount.unit !== b.amount.unit;
  return !bothWords && !otherUnit && lengthRatio(a, b) < ratio;
}

/** How many times longer the longer of two times is, at their nearest; 1 where they meet. */
function lengthRatio(a: DateFact, b: DateFact): number {
  if (!a.days || !b.days) return 1;
  if (a.days.low > b.days.high) return a.days.low / Math.max(b.days.high, 1 / 24);
  if (b.days.low > a.days.high) return b.days.low / Math.max(a.days.high, 1 / 24);
  return 1;
}

/** True when two facts can name the same day or time. Facts of different forms cannot be compared: undefined. */
export function sameTime(a: DateFact, b: DateFact): boolean | undefined {
  if (a.form === 'weekday' && b.form === 'weekday') return a.weekday === b.weekday;
  if (a.form === 'calendar' && b.form === 'calendar') {
    return a.calendar.some((ours) => b.calendar.some((theirs) => sameCalendar(ours, theirs)));
  }
  return a.days && b.days ? sameLength(a, b) : undefined;
}
