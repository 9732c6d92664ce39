import { convert, unitOf, type Unit } from '../facts/quantities/units';
import { builtInTerminology } from './built-in';
import data from './dictionaries/value-findings.json';
import { TermIndex } from './term-index';

/** The two ends of a band in which nothing is decided, since cut-offs differ and values are rounded. */
type Edge = readonly [number, number];

/** A range of values that has a name, in one unit: up to `to`, from `from`, or between them. */
interface Range {
  unit: Unit;
  from?: Edge;
  to?: Edge;
}

/** What a value of an adult can be called: low or high, or by a name of its own ("obese"). */
export interface ValueBand {
  measurement: string;
  /** Bands of one group that are low and high exclude each other. */
  group: string;
  level: 'low' | 'high' | 'named';
  /** The same range in units that are no multiples of each other. */
  ranges: Range[];
}

/** What a word says of a value: that it lies in one of the bands, or in none of them. */
export interface ValueMeaning {
  bands: readonly ValueBand[];
  inside: boolean;
}

/** Where a value lies: `near` where it is too close to a cut-off, or its unit is not known for sure. */
export type Place = 'in' | 'out' | 'near';

/** A value as it is given: without a unit its dimension is `none`. */
export interface GivenValue {
  value: number;
  unit: Unit;
  molarMass?: number;
}

interface Entry {
  measurement: string;
  unit: string;
  group?: string;
  names?: string[];
  bare?: { unit: string; from: number; to: number }[];
  low?: { to: number[]; words?: string[]; opposites?: string[] };
  high?: { from: number[]; words?: string[]; opposites?: string[] };
  normal?: string[];
  ranges?: { words: string[]; from?: number[]; to?: number[] }[];
  unless?: string[];
}

const entries = data.values as Entry[];
const bands = new Map<string, ValueBand>();
const meanings = new Map<string, ValueMeaning>();
const measurementsByName = new Map<string, Set<string>>();
/** The words that say what a value is, by themselves ("hypokalaemic", "afebrile"). */
const wordIndex = new TermIndex();
/** What a measurement is called here beyond the dictionary of measurements. */
const nameIndex = new TermIndex();

for (const entry of entries) {
  addName(entry.measurement, entry.measurement);
  for (const name of entry.names ?? []) {
    addName(name, entry.measurement);
    nameIndex.add(name, { kind: 'measurement', name });
  }
  for (const level of ['low', 'high'] as const) {
    const side = entry[level];
    if (!side) continue;
    const band = addRange(entry, level, level, side);
    for (const word of side.words ?? []) addWord(word, band, true);
    for (const word of [...(side.opposites ?? []), ...(entry.normal ?? [])]) addWord(word, band, false);
  }
  for (const { words, ...range } of entry.ranges ?? []) {
    const band = addRange(entry, 'named', words.join(), range);
    for (const word of words) addWord(word, band, true);
  }
}

function addName(name: string, measurement: string): void {
  measurementsByName.set(name, new Set([...(measurementsByName.get(name) ?? []), measurement]));
}

function addRange(
  { measurement, unit, group = measurement }: Entry,
  level: ValueBand['level'],
  name: string,
  { from, to }: { from?: number[]; to?: number[] },
): ValueBand {
  const key = `${measurement}: ${name}`;
  const band = bands.get(key) ?? { measurement, group, level, ranges: [] };
  const known = unitOf(unit);
  if (known) {
    band.ranges.push({ unit: known, ...(from && { from: edge(from) }), ...(to && { to: edge(to) }) });
  }
  bands.set(key, band);
  return band;
}

function edge([low = NaN, high = NaN]: readonly number[]): Edge {
  return [low, high];
}

function addWord(word: string, band: ValueBand, inside: boolean): void {
  const known = meanings.get(word)?.bands ?? [];
  if (known.includes(band)) return;
  meanings.set(word, { bands: [...known, band], inside });
  if (known.length === 0) wordIndex.add(word, { kind: 'finding', name: word });
}

const findings = new Set(['finding'] as const);
const measured = new Set(['measurement'] as const);

/** The longest word for a value that begins at token `at`, with the end of it. */
export function valueWordAt(
  list: Parameters<TermIndex['longest']>[0],
  at: number,
): { meaning: ValueMeaning; to: number } | undefined {
  const found = wordIndex.longest(list, at, findings);
  const meaning = found?.meaning && meanings.get(found.meaning.name);
  return meaning && found && { meaning, to: found.to };
}

/** The longest further name of a measurement that begins at token `at`, with the end of it. */
export function measurementNameAt(
  list: Parameters<TermIndex['longest']>[0],
  at: number,
): { name: string; to: number } | undefined {
  const found = nameIndex.longest(list, at, measured);
  return found?.meaning && { name: found.meaning.name, to: found.to };
}

/**
 * What it means that a measurement is low, high or normal; undefined where the dictionary does not say.
 * @param name canonical name of a measurement, or a further one
 */
export function levelOf(name: string, level: 'low' | 'high' | 'normal'): ValueMeaning | undefined {
  const measurements = measurementsByName.get(name) ?? new Set();
  const own = [...bands.values()].filter(
    (band) =>
      measurements.has(band.measurement) &&
      (level === 'normal' ? band.level !== 'named' : band.level === level),
  );
  return own.length === 0 ? undefined : { bands: own, inside: level !== 'normal' };
}

/** True when a name stands for the measurement, perhaps among others: "blood pressure" for both of its values. */
export function isNameOf(name: string, { measurement }: ValueBand): boolean {
  return measurementsByName.get(name)?.has(measurement) ?? false;
}

/** True for a word near a value with which it is not what the dictionary means ("on oxygen", "pleural"). */
export function isExcepted(measurement: string, text: string): boolean {
  const lower = text.toLowerCase();
  return entries.some(
    (entry) => entry.measurement === measurement && entry.unless?.some((word) => lower.includes(word)),
  );
}

/**
 * Where a value lies to a band; undefined where its unit can't be turned into one of the band's. A number without a unit is
 * read in each unit that its size leaves, and is near where these disagree: magnesium 1.3 is high in mmol/L, low in mg/dL.
 */
export function placeIn(band: ValueBand, given: GivenValue): Place | undefined {
  if (given.unit.dimension !== 'none') return placeOf(band, given);
  const places = new Set(
    assumedUnits(band.measurement, given.value).map((unit) => placeOf(band, { ...given, unit })),
  );
  return places.size > 1 ? 'near' : [...places][0];
}

function placeOf(band: ValueBand, given: GivenValue): Place | undefined {
  const molarMass = given.molarMass ?? builtInTerminology.measurement(band.measurement)?.molarMass;
  for (const { unit, from, to } of band.ranges) {
    const value = convert(given.value, given.unit, unit, molarMass);
    if (value === undefined) continue;
    if ((from && value < from[0]) || (to && value > to[1])) return 'out';
    return (from && value < from[1]) || (to && value > to[0]) ? 'near' : 'in';
  }
  return undefined;
}

/** The units in which a number of that size may have been given. */
function assumedUnits(measurement: string, value: number): Unit[] {
  return entries
    .filter((entry) => entry.measurement === measurement)
    .flatMap(({ bare = [] }) => bare)
    .filter(({ from, to }) => value >= from && value <= to)
    .flatMap(({ unit }) => unitOf(unit) ?? []);
}
