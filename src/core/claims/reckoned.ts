import { convertible } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import type { QuantityFact } from '../facts/fact';
import { convert, unitOf } from '../facts/units';
import { clockMinutes } from './clock-times';

/** What a claim's number is reckoned from. */
export interface Given {
  /** Quantities of the evidence. */
  theirs: readonly QuantityFact[];
  /** The other quantities of the claim: "a child of 10 kg gets 1.5 mg". */
  ours: readonly QuantityFact[];
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
 * sum of two values, a dose times how often or how long, a dose by weight times the weight, a concentration times
 * the volume, the time between two times of day. Plain numbers are left out: any two of them make a third.
 */
export function isReckoned(fact: QuantityFact, given: Given): boolean {
  if (fact.unit.dimension === 'none') return false;
  const values = plainValues(fact, given.theirs);
  return (
    isDifference(fact, values) ||
    isByWeight(fact, given) ||
    isRateTimes(fact, given) ||
    isMultiple(fact, values, given) ||
    isBetweenTimes(fact, given.evidence)
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

function isDifference(fact: QuantityFact, values: readonly number[]): boolean {
  if (fact.unit.dimension === 'frequency') return false;
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
  const all = [...given.theirs, ...given.ours.filter((other) => other !== fact)];
  const counts = all.flatMap(({ unit, value }) =>
    countedBy.has(unit.code) && isCount(value) ? [value] : [],
  );
  const often = frequencies(all);
  const week = /\bweek/i.test(given.claim) ? daysOfWeek : 1;
  const times = [...counts, ...[1, ...often].map((each) => each * week)].filter(
    (count) => !isClose(count, 1) && !powersOfTen.some((power) => isClose(count, power)),
  );
  return values.some((value) =>
    times.some((count) => isClose(value * count, fact.value) || isClose(value / count, fact.value)),
  );
}

/** Plain numbers, tablets and puffs, days, and the hours that a rate runs for. */
const countedBy = new Set(['1', '{form}', 'd', 'h']);
const daysOfWeek = 7;
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
