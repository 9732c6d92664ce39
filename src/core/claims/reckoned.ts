import { convertible } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import type { DateFact, QuantityFact } from '../facts/fact';
import { convert, unitOf } from '../facts/units';
import { clockMinutes } from './clock-times';
import { cue } from './firm-words';
import { isBetweenDates } from './reckoned-dates';

/** What a claim's number is reckoned from. */
export interface Given {
  /** Quantities of the evidence. */
  theirs: readonly QuantityFact[];
  /** The other quantities of the claim: "a child of 10 kg gets 1.5 mg". */
  ours: readonly QuantityFact[];
  /** Dates of the evidence. */
  dates: readonly DateFact[];
  /** The evidence's text, for times of day. */
  evidence: string;
  /** The claim's text, for what it counts by. */
  claim: string;
}

/** Who reckons rounds: 4.55 mg/kg is written as 4.6. */
const rounding = 0.02;

/** True when two values are the same but for rounding. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));
}

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
    isByWeight(fact, given) ||
    isPerWeight(fact, given) ||
    isRateTimes(fact, given) ||
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

function inUnitOf(fact: QuantityFact, other: QuantityFact, value: number): number | undefined {
  if (!convertible(fact, other)) return undefined;
  return convert(value, other.unit, fact.unit, fact.molarMass ?? other.molarMass);
}

function isDifference(fact: QuantityFact, values: readonly number[], { claim }: Given): boolean {
  if (fact.unit.dimension === 'frequency') return false;
  // Any text holds several lengths of time, of which two make a third.
  if (fact.unit.dimension === 'time' && !fact.change && !cue.derived(claim)) return false;
  return values.some((one, at) =>
    values
      .slice(at + 1)
      .some((other) => isClose(Math.abs(one - other), fact.value) || isClose(one + other, fact.value)),
  );
}

/** A dose by weight, at one time or over the day, for a weight that the evidence or the claim gives. */
function isByWeight(fact: QuantityFact, { theirs, ours }: Given): boolean {
  const all = [...theirs, ...ours.filter((other) => other !== fact)];
  const weights = all.filter(({ unit, perWeight }) => unit.code === 'kg' && !perWeight);
  const often = frequencies(all);
  const rates = theirs.filter(({ perWeight }) => perWeight);
  return rates.some((rate) => {
    const each = inUnitOf(fact, rate, rate.value);
    if (each === undefined || fact.perWeight) return false;
    return weights.some(({ value }) =>
      [1, ...often].some((times) => isClose(each * value * times, fact.value)),
    );
  });
}

/** "165 mg for a child of 11 kg": 15 mg/kg, at one time or over the day. */
function isPerWeight(fact: QuantityFact, { theirs, ours }: Given): boolean {
  if (!fact.perWeight) return false;
  const all = [...theirs, ...ours.filter((other) => other !== fact)];
  const weights = all.filter(({ unit, perWeight }) => unit.code === 'kg' && !perWeight);
  return theirs.some((amount) => {
    const whole = amount.perWeight ? undefined : convert(amount.value, amount.unit, fact.unit);
    return (
      whole !== undefined &&
      weights.some(({ value }) =>
        [1, ...frequencies(all)].some((times) => isClose((whole * times) / value, fact.value)),
      )
    );
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

/** So many milligrams in a millilitre of 1 %. */
const perPercent = 10;

/** "45 mL of 1 mg/mL", "2.4 mL of 0.5 %". */
function isRateTimes(fact: QuantityFact, { theirs, ours }: Given): boolean {
  const all = [...theirs, ...ours.filter((other) => other !== fact)];
  return theirs.some((rate) => {
    const [above = '', under = ''] =
      rate.unit.code === '%' ? ['mg', 'mL'] : (/^([^/]+)\/([^/]+)$/.exec(rate.unit.code)?.slice(1) ?? []);
    const [made, by] = [unitOf(above), unitOf(under)];
    if (!made || !by) return false;
    const each = convert(rate.value * (rate.unit.code === '%' ? perPercent : 1), made, fact.unit);
    if (each === undefined) return false;
    return all.some((other) => {
      const times = other === rate ? undefined : convert(other.value, other.unit, by);
      return times !== undefined && isClose(each * times, fact.value);
    });
  });
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
  const times = [...counts, ...repeated, ...courses, ...[1, ...often].map((each) => each * week)].filter(
    (count) => !isClose(count, 1) && !powersOfTen.some((power) => isClose(count, power)),
  );
  return values.some((value) =>
    times.some((count) => isClose(value * count, fact.value) || isClose(value / count, fact.value)),
  );
}

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

function frequencies(facts: readonly QuantityFact[]): number[] {
  return facts.flatMap(({ unit, value, high }) => {
    if (unit.dimension !== 'frequency') return [];
    return high === undefined ? [value] : [value, high];
  });
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
    times.some((to) => from !== to && isClose((to - from + minutesPerDay) % minutesPerDay, lasted)),
  );
}

/** The sentences' quantities, without those said in passing. */
export function saidQuantities(sentences: readonly SentenceFacts[]): QuantityFact[] {
  return sentences.flatMap(({ quantities }) => quantities).filter(({ loose }) => !loose);
}
