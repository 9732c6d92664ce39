import type { QuantityFact } from './fact';
import { convert } from './units';

/** Converted values differ by rounding; a speaker rounds pounds and kilograms to whole numbers. */
const conversionTolerance = 0.015;

/** Rounding takes at most this share of a value away: 84.4 kg is written as 84, and 0.5 mg is never 1 mg. */
const roundingTolerance = 0.1;

/** The readings of a fact's number, as value or range. */
function readings(fact: QuantityFact): { low: number; high: number }[] {
  const main = { low: fact.value, high: fact.high ?? fact.value };
  return [main, ...fact.alternatives.map((value) => ({ low: value, high: value }))];
}

/** Equal when rounding to the coarser precision as written makes them equal. */
function equalAsWritten(a: number, b: number, decimals: number, converted: boolean): boolean {
  if (Math.abs(a - b) < 1e-9) return true;
  const step = 10 ** -decimals;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) <= Math.min(step / 2, roundingTolerance * larger) + 1e-9) return true;
  return converted && Math.abs(a - b) <= conversionTolerance * larger;
}

/**
 * True when two quantities can be the same: the units measure the same thing (a number without a unit fits any), and
 * a reading of one equals a reading of the other, lies in its range, or satisfies its bound. Values are compared after
 * unit conversion, at the precision of the coarser one as written.
 */
export function sameValue(note: QuantityFact, source: QuantityFact): boolean {
  const bare = note.unit.dimension === 'none' || source.unit.dimension === 'none';
  if (!bare && note.unit.dimension !== source.unit.dimension) return false;
  if (!bare && note.perWeight !== source.perWeight) return false;
  // Milliequivalents and millimoles: how many one is of the other depends on the ion, and the same number may be meant.
  const unitless = bare || (isConcentration(note) && !convertible(note, source));
  const toNote = (value: number): number | undefined =>
    unitless ? value : convert(value, source.unit, note.unit);
  const converted = !unitless && note.unit.code !== source.unit.code;
  const decimals = Math.min(note.decimals, source.decimals);
  // A bound on one thing says nothing about another: a systolic target does not hold for a diastolic value.
  const sameSubject = !note.concept || !source.concept || note.concept.name === source.concept.name;
  for (const theirs of readings(source)) {
    const low = toNote(theirs.low);
    const high = toNote(theirs.high);
    if (low === undefined || high === undefined) return false;
    for (const ours of readings(note)) {
      if (equalAsWritten(ours.low, low, decimals, converted)) return true;
      if (equalAsWritten(ours.high, high, decimals, converted)) return true;
      if (ours.low >= low && ours.high <= high) return true;
      if (ours.low !== ours.high && low >= ours.low && high <= ours.high) return true;
      if (sameSubject && inBound(note, ours.low, source, low)) return true;
    }
  }
  return false;
}

/** True when one is a bound that the other keeps to. Two bounds are compared as values: "up to 4 g" is not "up to 2 g". */
function inBound(note: QuantityFact, ours: number, source: QuantityFact, theirs: number): boolean {
  if (note.comparator !== '=' && note.comparator === source.comparator) return false;
  return boundHolds(note, ours, theirs) || boundHolds(source, theirs, ours);
}

function isConcentration(fact: QuantityFact): boolean {
  return fact.unit.dimension === 'substance-concentration';
}

function convertible(a: QuantityFact, b: QuantityFact): boolean {
  return convert(1, a.unit, b.unit) !== undefined;
}

/** "Over 50" fits 60; only a bound in a measured unit is read so. */
function boundHolds(bounded: QuantityFact, bound: number, value: number): boolean {
  if (bounded.unit.dimension === 'none') return false;
  if (bounded.comparator === '<') return value <= bound;
  if (bounded.comparator === '>') return value >= bound;
  return bounded.comparator === '~' && Math.abs(value - bound) <= 0.1 * Math.abs(bound);
}

/** How sure it is that two quantities are about the same thing. */
export type Bond = 'concept' | 'context' | 'none';

/**
 * Tells whether two quantities with different values are about the same thing: the same named concept, or at least
 * `words` shared content words near the number where one of them has no named concept.
 */
export function bond(note: QuantityFact, source: QuantityFact, words: number): Bond {
  const oneNone = note.unit.dimension === 'none' || source.unit.dimension === 'none';
  const comparable = !oneNone && convertible(note, source);
  if (note.loose || source.loose || note.perWeight !== source.perWeight) return 'none';
  if (note.concept && source.concept) {
    if (note.concept.name !== source.concept.name) return 'none';
    return comparable || oneNone ? 'concept' : 'none';
  }
  if (!comparable) return 'none';
  if (note.concept?.kind === 'medication' && source.carried !== undefined) {
    return note.concept.name === source.carried ? 'context' : 'none';
  }
  if (note.unit.dimension === 'frequency') return 'none';
  return sharedWords(note, source) >= words ? 'context' : 'none';
}

/** How many stemmed content words stand near both numbers. */
export function sharedWords(a: QuantityFact, b: QuantityFact): number {
  let shared = 0;
  for (const word of a.context) if (b.context.has(word)) shared++;
  return shared;
}
