import type { QuantityFact } from './fact';
import { convert, type Unit } from './quantities/units';

/** Converted values differ by rounding; a speaker rounds pounds and kilograms to whole numbers. */
const conversionTolerance = 0.015;

/** A degree has no zero to be a share of: 38.4 °C are 101.1 °F, and no 100.4. */
const degreesTolerance = 0.3;

/** Rounding takes at most this share of a value away: 84.4 kg is written as 84, and 0.5 mg is never 1 mg. */
const roundingTolerance = 0.1;

/** The readings of a fact's number, as value or range. */
function readings(fact: QuantityFact): { low: number; high: number }[] {
  const main = { low: fact.value, high: fact.high ?? fact.value };
  return [main, ...fact.alternatives.map((value) => ({ low: value, high: value }))];
}

/** Equal when rounding to the coarser precision as written makes them equal. @param a the note's value @param b the source's, in the note's unit */
function equalAsWritten(
  a: number,
  b: number,
  decimals: number,
  converted: boolean,
  isTemperature = false,
): boolean {
  if (Math.abs(a - b) < 1e-9) return true;
  const step = 10 ** -decimals;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) <= Math.min(step / 2, roundingTolerance * larger) + 1e-9) return true;
  if (!converted) return false;
  if (isTemperature) return Math.abs(a - b) <= degreesTolerance;
  // A value that was turned into the note's unit may have lost its last digits: 1.58 kg is written as 1.5.
  const cutOff = b - a >= 0 && b - a < step && step <= roundingTolerance * larger;
  return cutOff || Math.abs(a - b) <= conversionTolerance * larger;
}

/** How far two quantities agree; `partial` where the value fits and more than one reading is left. */
export type Agreement = 'full' | 'partial' | 'none';

/** True when two quantities can be the same: `agreementOf` is not `none`. */
export function sameValue(note: QuantityFact, source: QuantityFact): boolean {
  return agreementOf(note, source) !== 'none';
}

/**
 * Compares two quantities after unit conversion, at the precision of the coarser one as written. They agree in full when
 * both give the same value or range with a unit of the same kind; in part when a number without a unit (in the other's, or
 * in one that its size speaks for), another reading of a spoken number, a place inside a range, or a bound that is kept to
 * makes them fit.
 */
export function agreementOf(note: QuantityFact, source: QuantityFact): Agreement {
  const asWritten = agreementAsWritten(note, source);
  return asWritten === 'none' && agreesInLikelyUnit(note, source) ? 'partial' : asWritten;
}

/** True when a number without a unit, read in another unit that it is likely in, is the other: "Hb 112" is 11.2 g/dL. */
function agreesInLikelyUnit(note: QuantityFact, source: QuantityFact): boolean {
  const inUnit = (fact: QuantityFact, unit: Unit): QuantityFact => {
    const { likelyUnits: _read, ...rest } = fact;
    return { ...rest, unit };
  };
  const isSame = note.concept !== undefined && note.concept.name === source.concept?.name;
  if (!isSame || (note.unit.dimension === 'none') === (source.unit.dimension === 'none')) return false;
  return note.unit.dimension === 'none'
    ? (note.likelyUnits ?? []).some((unit) => agreementAsWritten(inUnit(note, unit), source) === 'full')
    : (source.likelyUnits ?? []).some((unit) => agreementAsWritten(note, inUnit(source, unit)) === 'full');
}

function agreementAsWritten(note: QuantityFact, source: QuantityFact): Agreement {
  const bare =
    note.unit.dimension === 'none' || source.unit.dimension === 'none' || isRateOf(note.unit, source.unit);
  if (!bare && note.unit.dimension !== source.unit.dimension && !convertible(note, source)) return 'none';
  if (!bare && note.perWeight !== source.perWeight) return 'none';
  // Milliequivalents and millimoles: how many one is of the other depends on the ion, and the same number may be meant.
  const unitless = bare || (isConcentration(note) && !convertible(note, source));
  const toNote = (value: number): number | undefined => (unitless ? value : inUnitOf(note, source, value));
  const converted = !unitless && note.unit.code !== source.unit.code;
  const decimals = Math.min(note.decimals, source.decimals);
  const isTemperature = note.unit.dimension === 'temperature';
  // A bound on one thing says nothing about another: a systolic target does not hold for a diastolic value.
  const sameSubject = !note.concept || !source.concept || note.concept.name === source.concept.name;
  const sameKindOfUnit = !bare || note.unit.dimension === source.unit.dimension;
  let agreement: Agreement = 'none';
  readings(source).forEach((theirs, theirReading) => {
    const low = toNote(theirs.low);
    const high = toNote(theirs.high);
    if (low === undefined || high === undefined) return;
    readings(note).forEach((ours, ourReading) => {
      const lowEnds =
        equalAsWritten(ours.low, low, decimals, converted, isTemperature) ||
        (note.unit.dimension === 'frequency' && sameMonths(ours.low, low));
      const ranges = ours.low !== ours.high && low !== high;
      const highEnds =
        equalAsWritten(ours.high, high, decimals, converted, isTemperature) ||
        (ranges && isDecadeOf(ours.high, high));
      const sameKind = (ours.low === ours.high) === (low === high);
      if (lowEnds && areOpposite(note, source)) return;
      if (lowEnds && highEnds && sameKind && sameKindOfUnit && ourReading + theirReading === 0)
        agreement = 'full';
      if (agreement === 'full') return;
      // Two ranges are the same when both ends are: "3 to 4 weeks" is not "3 to 8 weeks".
      const fits =
        (lowEnds && highEnds) ||
        (!ranges &&
          (lowEnds ||
            highEnds ||
            (ours.low >= low && ours.high <= high) ||
            (ours.low !== ours.high && low >= ours.low && high <= ours.high))) ||
        (sameSubject && inBound(note, ours.low, source, low));
      if (fits) agreement = 'partial';
    });
  });
  return agreement;
}

/** A month of a depot is four weeks: "every twelve weeks" is every 3 months. Both are so often a day. */
export function sameMonths(a: number, b: number): boolean {
  const [rarer, oftener] = [Math.min(a, b), Math.max(a, b)];
  return rarer > 0 && oftener * daysOfFourWeeks <= 1.05 && oftener <= rarer * monthlyTolerance;
}

const daysOfFourWeeks = 28;
/** 30.44 days are a month, of 28. */
const monthlyTolerance = 1.0875;

/** "120s to 160s", which reaches up to 169, for "between 120 and 160". */
function isDecadeOf(a: number, b: number): boolean {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return low % decade === 0 && high === low + decade - 1;
}

const decade = 10;

/**
 * True for bounds of one number that leave nothing in common: "less than 2" and "more than 2". What is aimed at is held against
 * what is aimed at alone, and what a condition names against nothing.
 */
export function areOpposite(a: QuantityFact, b: QuantityFact): boolean {
  const isApart = /[<>]/.test(a.comparator) && /[<>]/.test(b.comparator) && a.comparator !== b.comparator;
  if (!isApart || (a.closed && b.closed) || a.set !== b.set) return false;
  return a.set !== 'open' || (a.concept !== undefined && callsForHelp(a) && callsForHelp(b));
}

/** Stems of words that say what to do when a value leaves its bound. */
const helpWords = ['call', 'ambul', 'emerg', 'return', 'notifi', 'seek', 'urgent', 'hospit'];

/** "Call for sats under 88" and "call for sats over 88" can't both be; of two conditions for other things both may. */
function callsForHelp({ context }: QuantityFact): boolean {
  return helpWords.some((word) => context.has(word));
}

/** True for bounds of one number of which one is turned round: "at least 150", "up to 150", which share nothing but the 150. */
export function isTurned(a: QuantityFact, b: QuantityFact): boolean {
  const isApart = /[<>]/.test(a.comparator) && /[<>]/.test(b.comparator) && a.comparator !== b.comparator;
  return isApart && a.value === b.value && a.set === b.set && a.set !== 'open';
}

/** True when one is a bound that the other keeps to. Two bounds are compared as values: "up to 4 g" is not "up to 2 g". */
function inBound(note: QuantityFact, ours: number, source: QuantityFact, theirs: number): boolean {
  if (note.comparator !== '=' && note.comparator === source.comparator) return false;
  return boundHolds(note, ours, theirs) || boundHolds(source, theirs, ours);
}

/** "Fentanyl 25 mcg/h" is called the patch of 25 micrograms: a rate whose hour is left out. */
function isRateOf(a: Unit, b: Unit): boolean {
  return a.code === `${b.code}/h` || b.code === `${a.code}/h`;
}

function isConcentration(fact: QuantityFact): boolean {
  return fact.unit.dimension === 'substance-concentration';
}

/** True when the unit of one can be turned into that of the other; mg/dL into mmol/L where the analyte is known. */
export function convertible(a: QuantityFact, b: QuantityFact): boolean {
  return inUnitOf(a, b, 1) !== undefined;
}

/**
 * A value of one quantity in the unit of another; of the same measurement also between amounts of substance and masses.
 * A number without a unit is in the one that its size speaks for.
 * @param target the quantity whose unit is wanted
 * @param from the quantity that the value is of
 */
export function inUnitOf(target: QuantityFact, from: QuantityFact, value: number): number | undefined {
  const name = target.concept?.name;
  if (name === undefined || name !== from.concept?.name || from.unit.code === target.unit.code) {
    return convert(value, from.unit, target.unit);
  }
  const charge = charges.get(name);
  if (charge !== undefined && isEquivalents(from.unit) !== isEquivalents(target.unit)) {
    const times = isEquivalents(from.unit) ? 1 / charge : charge;
    const [ours, theirs] = [asMoles(target.unit), asMoles(from.unit)];
    return convert(value * times, theirs, ours, target.molarMass ?? from.molarMass);
  }
  if (name === glycatedHaemoglobin) {
    if (from.unit.code === 'mmol/mol' && target.unit.code === '%') return slope * value + offset;
    if (from.unit.code === '%' && target.unit.code === 'mmol/mol') return (value - offset) / slope;
  }
  return convert(value, from.unit, target.unit, target.molarMass ?? from.molarMass);
}

/** Milliequivalents in a millimole: the charge of the ion. Of these alone mEq/L are reported. */
const charges: ReadonlyMap<string, number> = new Map([
  ['sodium', 1],
  ['potassium', 1],
  ['chloride', 1],
  ['bicarbonate', 1],
  ['calcium', 2],
  ['magnesium', 2],
]);

function isEquivalents({ code }: Unit): boolean {
  return code === 'meq/L';
}

function asMoles(unit: Unit): Unit {
  return isEquivalents(unit) ? { ...unit, code: 'mmol/L' } : unit;
}

// Percent from mmol/mol: the master equation between NGSP and IFCC (Hoelzel et al., Clin Chem 2004;50:166-174).
const glycatedHaemoglobin = 'haemoglobin a1c';
const slope = 0.09148;
const offset = 2.152;

/** "Over 50" fits 60; only a bound of a measurement or in a measured unit is read so. "About 45" is 45: a note adds no precision of its own. */
function boundHolds(bounded: QuantityFact, bound: number, value: number): boolean {
  if (bounded.unit.dimension === 'none' && bounded.concept?.kind !== 'measurement') return false;
  if (bounded.comparator === '<') return value <= bound;
  if (bounded.comparator === '>') return value >= bound;
  return false;
}

/** Whether two quantities are about the same named thing; `open` where one of them has no name. */
export function sameConcept(note: QuantityFact, source: QuantityFact): 'same' | 'open' | 'other' {
  const ours = note.concept?.name;
  const theirs = source.concept?.name ?? source.carried;
  if (ours === undefined || theirs === undefined) return 'open';
  return ours === theirs ? 'same' : 'other';
}
