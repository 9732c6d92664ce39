import { convertible, inUnitOf, isTurned } from '../../../facts/compare';
import type { QuantityFact } from '../../../facts/fact';
import type { Dimension } from '../../../facts/quantities/units';
import { type Candidate, type NoteQuantity, slipAffinity, smallNumber } from './candidates';

/** From here on it counts as the note's value wherever it is said. */
const tellingAnywhere = 100;

/** True where the number alone tells enough: large, with decimals, or a score, which speakers give without its scale. */
export function isTelling(note: QuantityFact, bare: QuantityFact): boolean {
  const decimals = note.decimals > 0 && bare.decimals > 0;
  return note.value >= smallNumber || decimals || note.unit.dimension === 'score';
}

/** What no laboratory value and no score is told in. */
const neverMeasured: ReadonlySet<Dimension> = new Set([
  'time',
  'dose-form',
  'frequency',
  'consumption',
  'length',
]);

/**
 * "Hemoglobin 11.9" and "in six to twelve months", "creatinine 1.8" and a bare "two": a number of a measurement that is written
 * without its unit agrees with any other one, and means none in a unit of another kind, nor one that only rounding makes the same.
 */
function isOfOtherKind(note: QuantityFact, fact: QuantityFact, affinity: number): boolean {
  if (note.concept?.kind !== 'measurement' || note.unit.dimension !== 'none') return false;
  if (fact.unit.dimension !== 'none') return neverMeasured.has(fact.unit.dimension);
  const isRounded =
    fact.decimals < note.decimals && fact.value !== note.value && !fact.alternatives.includes(note.value);
  return isRounded && affinity < bareAffinity;
}

/** True when a source quantity that has the note's value may be meant by it. */
export function mayMean(
  note: QuantityFact,
  { quantity: { fact }, concept, window, sameTiming, affinity }: Candidate,
): boolean {
  if (concept === 'open' && isOfOtherKind(note, fact, affinity)) return false;
  if (concept === 'same' || window !== undefined || sameTiming) return true;
  return !fact.loose && (fact.unit.dimension !== 'none' || isTelling(note, fact));
}

/** Words in common without which a bare number that is said all the time, or that counts things, is no amount. */
const smallAffinity = 0.8;
const countingAffinity = 1;

/** False for a number without a unit that hardly stands for the note's amount: "two drops", "the blue one", a small one apart. */
export function isAmount(note: QuantityFact, { quantity, concept, window, affinity }: Candidate): boolean {
  const { fact, counting } = quantity;
  const hasUnit = fact.unit.dimension !== 'none';
  if (hasUnit || concept === 'same' || unitsOfWriting.has(note.unit.dimension)) return true;
  if (counting) return window !== undefined && affinity >= countingAffinity;
  return isTelling(note, fact) || affinity >= smallAffinity;
}

/** Numbers that speakers give without a unit: "it's a four" is 4/10, and "5/7" may be a time. */
const unitsOfWriting: ReadonlySet<Dimension> = new Set(['none', 'score']);

/** "Ninety-eight six" is 98.6: a number that hardly anything else has. */
export function isPrecise(note: QuantityFact, { value, decimals, alternatives }: QuantityFact): boolean {
  return decimals > 0 || value >= tellingAnywhere || (note.decimals > 0 && alternatives.includes(note.value));
}

/** A value that the source gives for something else, or that fits by one reading of several, is weak support. */
export function isDoubtful(note: NoteQuantity, one: Candidate): boolean {
  if (one.concept === 'other' || one.sameTiming === false) return true;
  if (one.concept === 'same') return false;
  if (one.window === undefined && one.sameTiming !== true && one.affinity < fewestAffinity) return true;
  const { fact } = one.quantity;
  const bare =
    fact.unit.dimension === 'none' &&
    one.window !== undefined &&
    one.affinity >= bareAffinity &&
    isTelling(note.fact, fact);
  return one.agreement === 'partial' && !bare;
}

/** True for a number said of nothing that is named, far from where a measurement is spoken of: it takes no other value of it back. */
export function isFarFrom(
  note: QuantityFact,
  { concept, window, affinity, quantity: { fact } }: Candidate,
): boolean {
  return (
    note.concept?.kind === 'measurement' &&
    concept !== 'same' &&
    window === undefined &&
    affinity < fewestAffinity &&
    !isPrecise(note, fact)
  );
}

/** What laboratories report with a bound where the result lies beyond what they measure. */
const reported: ReadonlySet<Dimension> = new Set([
  'mass-concentration',
  'substance-concentration',
  'activity',
  'count-concentration',
  'clearance',
  'none',
]);

/** "CRP 5" for "less than five": the source gives the note's number as a bound alone, which the note leaves out or turns round. */
export function isBoundLost(note: QuantityFact, supports: readonly Candidate[]): boolean {
  // "Up to 150" for "at least 150".
  if (supports.length > 0 && supports.every(({ quantity: { fact } }) => isTurned(note, fact))) return true;
  if (note.comparator !== '=' || note.concept?.kind !== 'measurement' || !reported.has(note.unit.dimension))
    return false;
  return (
    note.high === undefined &&
    supports.length > 0 &&
    supports.every(
      ({ concept, quantity: { fact } }) =>
        concept === 'same' &&
        /[<>]/.test(fact.comparator) &&
        !fact.closed &&
        fact.set === undefined &&
        fact.value === note.value,
    )
  );
}

/** Words in common that bind two numbers where no concept does. */
const fewestAffinity = 0.3;

/** The same where one slip of the pen makes one of the other, which needs less. */
const likeAffinity = 0.4;
const strongAffinity = 1;

/** Enough of them for a number without a unit. */
const bareAffinity = 0.8;

/** What it counts towards them when both point the same way in time, and when it stands in an evidence window. */
const timingBonus = 0.2;
const windowBonus = 0.3;

/** And when both are out of a number that few tests are out of: "the memory test was 21 out of 30" for a MoCA of 12/30. */
const scaleBonus = 0.4;
const scales = /^\{\/(?:1[1-9]|2[1-9]|[3-6]\d)\}$/;
/** The first number of a vision: "20/40". */
const visionAt = 20;

function isOnOneScale({ unit, value }: QuantityFact, source: QuantityFact): boolean {
  return (
    unit.code === source.unit.code &&
    scales.test(unit.code) &&
    value !== visionAt &&
    source.value !== visionAt
  );
}

/** Kinds of unit that are taken for each other, beside those that can be converted. */
const confused: readonly ReadonlySet<Dimension>[] = [
  new Set(['mass', 'volume', 'units', 'equivalents']),
  new Set(['mass-concentration', 'substance-concentration', 'activity', 'count-concentration', 'compound']),
];

/** The same number in another unit: "5 mcg" for "5 mg", "3 days" for "3 weeks". */
export function isOtherUnit(note: QuantityFact, source: QuantityFact): boolean {
  if (note.value !== source.value || note.high !== source.high || note.unit.code === source.unit.code)
    return false;
  if (note.unit.dimension === 'none' || source.unit.dimension === 'none') return false;
  if (note.perWeight !== source.perWeight) return false;
  const mixed = confused.some((kinds) => kinds.has(note.unit.dimension) && kinds.has(source.unit.dimension));
  return mixed || (note.unit.dimension === source.unit.dimension && convertible(note, source));
}

/** True for a frequency that a source sets as the most. */
function isLimit({ quantity: { source, fact } }: Candidate): boolean {
  return /\b(?:no more than|not more than|at most|maximum(?: of)?|max|limit\w*(?: it)?(?: to)?)\s+$/i.test(
    source.text.slice(Math.max(0, fact.start - limitReach), fact.start),
  );
}

const limitReach = 20;

/** True when the source quantity may stand for the same thing, and so says otherwise. */
export function conflictsWith(note: NoteQuantity, one: Candidate): boolean {
  const { fact, asked } = one.quantity;
  if (
    asked ||
    one.concept === 'other' ||
    one.sameTiming === false ||
    fact.loose ||
    note.fact.change !== fact.change ||
    // What is aimed for is no other value of what was measured.
    note.fact.goal !== fact.goal ||
    (fact.set !== undefined && note.fact.comparator === '=') ||
    isOfAnotherSize(note.fact, fact) ||
    note.fact.perWeight !== fact.perWeight
  )
    return false;
  // "Levemir at night. NovoRapid eight, six, ten": a bare number says nothing of how often.
  if (note.fact.unit.dimension === 'frequency' && fact.unit.dimension === 'none') return false;
  // "No more than two days a week" is what is ordered, and "15 days a month" may be what was done.
  if (note.fact.unit.dimension === 'frequency' && isLimit(one)) return false;
  // Nine tablets of one thing are not the two puffs of another that was spoken of in between.
  if (fact.unit.dimension === 'dose-form' && fact.carried !== undefined) return false;
  const bare = fact.unit.dimension === 'none' || note.fact.unit.dimension === 'none';
  if (one.concept === 'same') return bare || convertible(note.fact, fact) || isOtherUnit(note.fact, fact);
  if (bare || !convertible(note.fact, fact) || note.fact.unit.dimension === 'frequency') return false;
  // How old somebody is, and how long something has lasted, are different questions.
  if (note.fact.concept?.kind === 'age' || fact.concept?.kind === 'age') return false;
  // When to come back is asked apart from how long anything else takes.
  if (note.fact.concept?.name === 'follow-up interval' && !one.sameTiming) return false;
  // Percentages are of everything.
  const likeness =
    isOtherUnit(note.fact, fact) || (note.fact.unit.code === fact.unit.code && fact.unit.code !== '%');
  const bound =
    one.affinity +
    (one.sameTiming ? timingBonus : 0) +
    (one.window === undefined ? 0 : windowBonus) +
    (isOnOneScale(note.fact, fact) ? scaleBonus : 0);
  return bound >= (likeness ? likeAffinity : strongAffinity);
}

/** A sentence with so many words of its own says what its numbers are about. */
const ownWords = 2;

/**
 * Two lengths of time in one passage are of two things, unless a word says that they are of one: a word of their own sentences,
 * where the source's is more than an answer ("I quit smoking nine years ago").
 */
export function isOfAnotherThing(
  { fact, topic }: NoteQuantity,
  { quantity, affinity, concept }: Candidate,
): boolean {
  if (fact.unit.dimension !== 'time' || concept === 'same') return false;
  // "Six years" of a battery and "six weeks" without dizziness: the number alone makes no slip of the unit.
  if (isOtherUnit(fact, quantity.fact)) return affinity <= slipAffinity;
  // How long it lasts may be said in other words; how long ago something was is said of that alone.
  if (quantity.timing !== 'past') return false;
  if (affinity < fewestAffinity) return true;
  return quantity.topic.size >= ownWords && ![...topic].some((word) => quantity.topic.has(word));
}

/** A pen slips by a factor of ten, hardly by more: 88 kg is the mother, and 1,250 g her child. */
const largestSlip = 12;

function isOfAnotherSize(note: QuantityFact, source: QuantityFact): boolean {
  if (note.value === source.value || note.value === 0 || source.value === 0) return false;
  const theirs = inLikelyUnitOf(note, source);
  const ratio = theirs / note.value;
  return ratio > largestSlip || ratio < 1 / largestSlip;
}

/** The source's value in the note's unit; where one of the two has none, in one that its size speaks for. */
function inLikelyUnitOf(note: QuantityFact, source: QuantityFact): number {
  const as = (fact: QuantityFact): QuantityFact => {
    const [unit] = fact.likelyUnits ?? [];
    return unit ? { ...fact, unit } : fact;
  };
  return inUnitOf(note, source, source.value) ?? inUnitOf(as(note), as(source), source.value) ?? source.value;
}

/** A score is said without a unit, and by its name. */
function isScore({ quantity: { fact, source } }: Candidate): boolean {
  const { concept } = fact;
  return concept !== undefined && source.terminology.measurementDimensions(concept.name).has('score');
}

/** True for another value that counts although the note's value is said as well, in a place where it tells less. */
export function isStrong(note: NoteQuantity, one: Candidate): boolean {
  const bare = one.quantity.fact.unit.dimension === 'none';
  if (one.concept === 'same') return (!bare || isScore(one)) && note.fact.unit.dimension !== 'frequency';
  const sameUnit = one.quantity.fact.unit.code === note.fact.unit.code;
  return sameUnit && one.window !== undefined && one.affinity >= strongAffinity;
}
