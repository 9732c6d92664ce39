import type { CalendarDate, DateFact, QuantityFact } from '../facts/fact';
import { convert, unitOf } from '../facts/quantities/units';

const millisecondsPerDay = 86_400_000;
/** Where no date gives a year, one that is no leap year. */
const anyYear = 2025;

/** How far a length in each unit may be off the days between two dates, in days: half a unit, and one where both ends count. */
const slack: Readonly<Record<string, number>> = { d: 1, wk: 3.5, mo: 15, a: 183 };
/** A date without its day tells months, one without its month years. */
const finest = { day: ['d', 'wk', 'mo', 'a'], month: ['mo', 'a'], year: ['a'] } as const;

/** True when a length of time is that between two dates of the evidence: "3 May" and "17 May" are two weeks apart. */
export function isBetweenDates(fact: QuantityFact, dates: readonly DateFact[]): boolean {
  const days = unitOf('d');
  const lasted = days && fact.unit.dimension === 'time' ? convert(fact.value, fact.unit, days) : undefined;
  const allowed = slack[fact.unit.code];
  if (lasted === undefined || allowed === undefined) return false;
  const known = dates.flatMap(({ form, calendar: [first] }) => (form === 'calendar' && first ? [first] : []));
  return known.some((from, at) =>
    known.slice(at + 1).some((to) => {
      const precision = precisionOf(from, to);
      if (!precision || !(finest[precision] as readonly string[]).includes(fact.unit.code)) return false;
      const apart = daysBetween(from, to);
      return apart !== undefined && apart > 0 && Math.abs(apart - lasted) <= allowed;
    }),
  );
}

function precisionOf(a: CalendarDate, b: CalendarDate): keyof typeof finest | undefined {
  const both = (part: keyof CalendarDate): boolean => a[part] !== undefined && b[part] !== undefined;
  if (both('month')) return both('day') ? 'day' : 'month';
  return both('year') ? 'year' : undefined;
}

/** Days between two dates; undefined where only one of them gives its year. */
function daysBetween(a: CalendarDate, b: CalendarDate): number | undefined {
  if ((a.year === undefined) !== (b.year === undefined)) return undefined;
  const time = ({ year = anyYear, month = 1, day = 1 }: CalendarDate): number =>
    Date.UTC(year, month - 1, day);
  return Math.round(Math.abs(time(a) - time(b)) / millisecondsPerDay);
}
