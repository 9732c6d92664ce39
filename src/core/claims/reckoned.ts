import type { QuantityFact } from '../facts/fact';
import { convert, unitOf } from '../facts/quantities/units';
import { clockMinutes } from './clock-times';
import { cue } from './firm-words';
import { isBetweenDates } from './reckoned-dates';
import { frequencies, inUnitOf, isClose, slackOf, type Given } from './reckoned-given';
import { isRated } from './reckoned-rates';

/**
 * True when a claim's quantity follows from the evidence by one step of reckoning that is usual in medicine: the difference or
 * sum of two values, a change in percent, a dose times how often or how long, a dose by weight times the weight or the other
 * way round, a concentration times the volume, the time between two times of day or two dates. Plain numbers are left out: any
 * two of them make a third.
 */
export function isReckoned(fact: QuantityFact, given: Given): boolean {
  if (fact.unit.dimension === 'none') return false;
  const values = plainValues(fact, given.theirs);
  return (
    isDifference(fact, values, given) ||
    isShareOfChange(fact, given) ||
    isRated(fact, given) ||
    isMultiple(fact, values, given) ||
    isBetweenTimes(fact, given.evidence) ||
    isBetweenDates(fact, given.dates)
  );
}

/** The evidence's values in the unit of the claim's. */
function plainValues(fact: QuantityFact, theirs: readonly QuantityFact[]): number[] {
  return theirs.flatMap((other) => {
    if (other.perWeight !== fact.perWeight) return [];
    const ends = other.high === undefined ? [other.value] : [other.value, other.high];
    return ends.flatMap((end) => inUnitOf(fact, other, end) ?? []);
  });
}

/** Of two values in its unit, or of two of the same measurement of which the evidence leaves the unit out. */
function isDifference(fact: QuantityFact, values: readonly number[], { claim, theirs }: Given): boolean {
  if (fact.unit.dimension === 'frequency') return false;
  const within = slackOf(fact);
  const isApart = (one: number, other: number): boolean => isClose(Math.abs(one - other), fact.value, within);
  const own = valuesOfName(fact, theirs);
  if (own.some((one, at) => own.slice(at + 1).some((other) => isApart(one, other)))) return true;
  // Any text holds several lengths of time, of which two make a third.
  if (fact.unit.dimension === 'time' && !fact.change && !cue.derived(claim)) return false;
  return values.some((one, at) =>
    values.slice(at + 1).some((other) => isApart(one, other) || isClose(one + other, fact.value, within)),
  );
}

/** The values of the measurement that a quantity is of, those without a unit as in the quantity's own. */
function valuesOfName(fact: QuantityFact, theirs: readonly QuantityFact[]): number[] {
  const name = fact.concept?.kind === 'measurement' ? fact.concept.name : undefined;
  if (name === undefined) return [];
  return theirs.flatMap((other) => {
    if (other.concept?.name !== name) return [];
    const isBare =
      other.unit.dimension === 'none' &&
      (other.likelyUnits === undefined || other.likelyUnits.some(({ code }) => code === fact.unit.code));
    return isBare ? [other.value] : (inUnitOf(fact, other, other.value) ?? []);
  });
}

/** "Fell from 50 to 40": by 20 %. Of one thing, whose name both carry. */
function isShareOfChange(fact: QuantityFact, { theirs }: Given): boolean {
  if (fact.unit.code !== '%') return false;
  return theirs.some((one) =>
    theirs.some((other) => {
      const named = one.concept?.name ?? one.carried;
      if (one === other || one.value === 0 || named !== (other.concept?.name ?? other.carried)) return false;
      const end = inUnitOf(one, other, other.value);
      if (end === undefined || one.unit.dimension === 'time' || one.unit.dimension === 'frequency')
        return false;
      return isClose((100 * Math.abs(end - one.value)) / Math.abs(one.value), fact.value);
    }),
  );
}

/** A dose is given so many times in a day or a week, over so many days or hours, or in so many parts. */
function isMultiple(fact: QuantityFact, values: readonly number[], given: Given): boolean {
  // How long and how often are what is counted by.
  if (fact.unit.dimension === 'time' || fact.unit.dimension === 'frequency') return false;
  const all = [...given.theirs, ...given.ours.filter((other) => other !== fact)];
  const counts = all.flatMap(({ unit, value }) =>
    countedBy.has(unit.code) && isCount(value) ? [value] : [],
  );
  const often = frequencies(all);
  const week = /\bweek/i.test(given.claim) ? daysOfWeek : 1;
  const repeated = [...given.evidence.matchAll(repeats)].map(([, count]) => Number(count));
  const courses = often.flatMap((each) => durations(all).map((days) => Math.round(each * days)));
  const times = [
    ...counts,
    ...repeated,
    ...courses,
    ...portions(given.theirs),
    ...[1, ...often].map((each) => each * week),
  ].filter((count) => !isClose(count, 1) && !powersOfTen.some((power) => isClose(count, power)));
  return values.some((value) =>
    times.some((count) => isClose(value * count, fact.value) || isClose(value / count, fact.value)),
  );
}

/** "2 tablets qds", "3 tds": so many in a day. */
function portions(theirs: readonly QuantityFact[]): number[] {
  return theirs.flatMap((often) => {
    if (often.unit.dimension !== 'frequency') return [];
    const count = theirs.find(
      ({ unit, value, end }) =>
        (unit.code === '1' || unit.code === '{form}') &&
        isCount(value) &&
        end <= often.start &&
        often.start - end <= nextTo,
    );
    return count ? [count.value * often.value] : [];
  });
}

/** Characters between a count and how often it is taken. */
const nextTo = 3;

/** Plain numbers, tablets and puffs, days, and the hours that a rate runs for. */
const countedBy = new Set(['1', '{form}', 'd', 'h']);
const daysOfWeek = 7;
/** "500 micrograms x2". */
const repeats = /(?<![\p{L}\d])[x×] ?([2-9]|1\d)(?!\.?\d|\s?[x×/])/giu;
/** A slip of the decimal point looks the same. */
const powersOfTen = [10, 100, 1000];
/** The most times, days or parts that a dose is counted by. */
const mostCounted = 31;

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 1 && value <= mostCounted;
}

/** How long something is done, in days; less than a day is none. */
function durations(facts: readonly QuantityFact[]): number[] {
  const day = unitOf('d');
  return facts.flatMap(({ unit, value }) => {
    const days = unit.dimension === 'time' && day ? convert(value, unit, day) : undefined;
    return days !== undefined && days > 1 ? [days] : [];
  });
}

const minutesPerDay = 24 * 60;

/** "Groin puncture 08:35, open at 09:10": 35 minutes. */
function isBetweenTimes(fact: QuantityFact, evidence: string): boolean {
  const minutes = unitOf('min');
  const lasted = minutes && convert(fact.value, fact.unit, minutes);
  if (lasted === undefined || lasted >= minutesPerDay) return false;
  const times = clockMinutes(evidence);
  return times.some((from) =>
    times.some(
      (to) => from !== to && isClose((to - from + minutesPerDay) % minutesPerDay, lasted, slackOf(fact)),
    ),
  );
}
