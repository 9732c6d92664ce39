import type { Span } from '../text/span';
import type { QuantityFact } from './fact';

const frequencyWords = new Map<number, string>([
  [1, 'once daily'],
  [2, 'twice daily'],
  [3, 'three times daily'],
  [4, 'four times daily'],
  [0.5, 'every other day'],
]);

const unitWords: Record<string, string> = {
  'mm[Hg]': 'mmHg', '[lb_av]': 'lb', '[oz_av]': 'oz', '[in_i]': 'in', '[ft_i]': 'ft', '[mi_i]': 'miles', '[degF]': '°F',
  Cel: '°C', deg: '°', ug: 'mcg', a: 'years', mo: 'months', wk: 'weeks', d: 'days', h: 'hours', min: 'minutes',
  s: 'seconds', '[IU]': 'units', meq: 'mEq', '{form}': '', '1': '', '/uL': '/µL', '10*9/L': 'x10^9/L', '10*3/uL': 'K/µL',
  '{pack}/d': 'packs a day', '{cigarette}/d': 'cigarettes a day',
}; // prettier-ignore

/** Units that take an "s" for more than one. */
const inWords = new Set([
  'miles',
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'units',
  'packs',
  'cigarettes',
]);

/** Names of measurements that are read letter by letter, as they are written. */
const inCapitals = /\b(?:inr|tsh|psa|alt|ast|ggt|ldh|bnp|fsh|hcg|cea|nihss|ahi|fvc|fev1|qrs|ldl|hdl|ptt)\b/g;

/** The name of a measurement as it is written: "INR", "eGFR", "body weight". */
export function writtenMeasurement(name: string): string {
  return name
    .replace(inCapitals, (letters) => letters.toUpperCase())
    .replace(/^egfr\b/, 'eGFR')
    .replace(/\ba1c\b/, 'A1c');
}

/**
 * The name of a measurement as a sentence begins with it: "An oxygen saturation", "A urea", "An INR".
 * @param name canonical name, in lower case
 */
export function withArticle(name: string): string {
  const written = writtenMeasurement(name);
  const isSpelt = written !== name;
  // Letters that are called by a name that begins with a vowel ("an FSH"); "a urea" begins with a consonant's sound.
  const isVowel = isSpelt ? /^[AEFHILMNORSX]|^eGFR/.test(written) : /^[aeio]|^un(?!i)/.test(written);
  return `${isVowel ? 'An' : 'A'} ${written}`;
}

/** A number without trailing zeros, at most `decimals` digits after the point. */
export function formatNumber(value: number, decimals = 3): string {
  return String(Number(value.toFixed(decimals)));
}

/** A quantity as a reader expects it: "40 mg", "twice daily", "128 mmHg", "2–4 weeks". */
export function formatQuantity(fact: QuantityFact): string {
  if (fact.unit.dimension === 'frequency') {
    const most = fact.high === undefined ? '' : `–${formatNumber(fact.high, 2)}`;
    const words = most === '' ? frequencyWords.get(fact.value) : undefined;
    return words ?? `${formatNumber(fact.value, 2)}${most} times a day`;
  }
  const number =
    fact.high === undefined
      ? formatNumber(fact.value)
      : `${formatNumber(fact.value)}–${formatNumber(fact.high)}`;
  if (fact.unit.dimension === 'score') return `${number}${fact.unit.code.slice(1, -1)}`;
  if (isHeight(fact)) return `${Math.floor(fact.value / 12)} ft ${formatNumber(fact.value % 12, 1)} in`;
  const words = unitWords[fact.unit.code] ?? writtenRatio(fact.unit.code);
  const isOne = fact.value === 1 && fact.high === undefined;
  const [noun = ''] = words.split(' ');
  const one = isOne && inWords.has(noun) ? noun.slice(0, -1) + words.slice(noun.length) : words;
  const unit = one + (fact.perWeight ? '/kg' : '');
  const space = /^[%°]/.test(unit) || unit === '' ? '' : ' ';
  return `${number}${space}${unit}`;
}

/** "ug/h" as "mcg/h", "[IU]/L" as "units/L"; any other code as it is. */
function writtenRatio(code: string): string {
  const [over = '', ...under] = code.split('/');
  return [unitWords[over] ?? over, ...under].join('/');
}

/** A quantity with the sign of its bound, where it has one: "<2", "≥60 mL/min". */
export function formatBounded(fact: QuantityFact): string {
  const signs = fact.closed ? { '<': '≤', '>': '≥' } : { '<': '<', '>': '>' };
  const sign = fact.comparator === '<' || fact.comparator === '>' ? signs[fact.comparator] : '';
  return `${sign}${formatQuantity(fact)}`;
}

/** A height in inches is given in feet and inches. */
function isHeight({ concept, unit, value, high }: QuantityFact): boolean {
  return concept?.name === 'body height' && unit.code === '[in_i]' && value >= 24 && high === undefined;
}

/**
 * The edit that puts the source's value in place of the note's. Where both have the same unit (or one has none) only the
 * number changes; else number and unit do, so that no conversion stands in the note that nobody said.
 * @returns undefined for a number without a unit whose size speaks for another one than the note's, and where the source counts
 * what has no unit to be written
 */
export function replacement(
  note: QuantityFact,
  source: QuantityFact,
): (Span & { newText: string }) | undefined {
  if (note.unit.dimension === 'frequency') {
    const words = source.high === undefined ? frequencyWords.get(source.value) : undefined;
    return words === undefined ? undefined : { start: note.start, end: note.end, newText: words };
  }
  if (isOfOtherUnit(note, source)) return undefined;
  const sameUnit =
    note.unit.code === source.unit.code || note.unit.dimension === 'none' || source.unit.dimension === 'none';
  if (!sameUnit || isHeight(note)) {
    const newText = formatQuantity(source);
    // "2" for the source's two puffs, where the note has milligrams: a number without its unit is no dose.
    return /\d$/.test(newText) ? undefined : { start: note.start, end: note.end, newText };
  }
  const low = formatNumber(source.value);
  const newText = source.high === undefined ? low : `${low}-${formatNumber(source.high)}`;
  return { start: note.number.start, end: note.number.end, newText };
}

function isOfOtherUnit(note: QuantityFact, source: QuantityFact): boolean {
  return (
    source.unit.dimension === 'none' &&
    note.unit.dimension !== 'none' &&
    source.likelyUnits !== undefined &&
    !source.likelyUnits.some(({ code }) => code === note.unit.code)
  );
}

/** The edit that leaves the note's number as it is written, and puts the source's unit behind it. */
export function unitReplacement(note: QuantityFact, source: QuantityFact): Span & { newText: string } {
  // Without its concept, a height in inches is no "5 ft 6 in".
  const { concept: _concept, high: _high, ...plain } = source;
  const unit = formatQuantity(plain).slice(formatNumber(source.value).length);
  return { start: note.number.end, end: note.end, newText: unit };
}
