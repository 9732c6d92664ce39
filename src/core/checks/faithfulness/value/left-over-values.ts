import { agreementOf } from '../../../facts/compare';
import { doseDimensions, type QuantityFact } from '../../../facts/fact';
import { byBinding, type Candidate, type NoteQuantity, smallNumber } from './candidates';

/** A number that the source leaves over has to share so much with the note's; more where the note's is said of something else. */
const leftAffinity = 0.4;
const rivalAffinity = 1;
/** The best windows are asked first, then all. */
const windowReaches = [2, Infinity];

/**
 * The number of the evidence that is left over once every other number of the statement has its own, where a slip of the
 * pen makes this one of it: "right is thirty-eight centimetres, left is thirty-five" for "38 cm against 53 cm".
 * @param candidates the numbers of the sources, measured against the note's
 * @param others the statement's other numbers
 */
export function leftOver(
  note: NoteQuantity,
  candidates: readonly Candidate[],
  others: readonly QuantityFact[],
): Candidate | undefined {
  const agreeing = candidates.filter(({ agreement }) => agreement !== 'none');
  const isOfSomethingElse = ({ window, concept, quantity: { fact } }: Candidate): boolean =>
    window === undefined && concept !== 'same' && fact.unit.dimension !== note.fact.unit.dimension;
  if (!agreeing.every(isOfSomethingElse)) return undefined;
  const fewest = agreeing.length > 0 ? rivalAffinity : leftAffinity;
  const free = candidates
    .filter((one) => one.window !== undefined && one.affinity >= fewest && mayBeSlip(note, one))
    .filter(({ quantity: { fact } }) => !others.some((other) => agreementOf(other, fact) !== 'none'));
  for (const reach of windowReaches) {
    const needed = reach === Infinity ? rivalAffinity : fewest;
    const near = free
      .filter(({ window = Infinity, affinity }) => window < reach && affinity >= needed)
      .sort(byBinding);
    const [best] = near;
    if (best && near.every(({ quantity: { fact } }) => fact.value === best.quantity.fact.value)) return best;
  }
  return undefined;
}

/** True when one slip of the pen makes the note's number of the source's, and both may be about the same thing. */
export function mayBeSlip(note: NoteQuantity, { quantity, concept, sameTiming }: Candidate): boolean {
  const { fact, asked } = quantity;
  if (asked || fact.loose || concept === 'other' || sameTiming === false) return false;
  if (note.fact.change !== fact.change || note.fact.perWeight !== fact.perWeight) return false;
  if (note.fact.goal !== fact.goal) return false;
  if (note.fact.concept?.kind === 'age' || fact.concept?.kind === 'age') return false;
  const bare = fact.unit.dimension === 'none';
  if (!bare && fact.unit.code !== note.fact.unit.code) return false;
  // Times, cigarettes and how often something is taken are said with their unit, and small numbers of all kinds of things.
  if (
    bare &&
    (/^(?:time|consumption|frequency)$/.test(note.fact.unit.dimension) ||
      (fact.value < smallNumber && fact.decimals === 0))
  )
    return false;
  if (bare && !doseDimensions.has(note.fact.unit.dimension) && quantity.order !== undefined) return false;
  return isSlipOf(note.fact, fact);
}

/** True when one slip makes a number of the other, or one end of a range: "3 to 8 weeks" of "three to four weeks". */
function isSlipOf(note: QuantityFact, source: QuantityFact): boolean {
  if ((note.high === undefined) !== (source.high === undefined)) return false;
  if (note.high === undefined || source.high === undefined) return isSlip(note.value, source.value);
  return (
    (note.value === source.value && isSlip(note.high, source.high)) ||
    (note.high === source.high && isSlip(note.value, source.value))
  );
}

/** Factors by which a pen slips: a point in the wrong place, twice and half as much. */
const slipFactors = [10, 0.1, 2, 0.5];

/** True when one slip makes a number of the other: by a factor, by one, by one digit, or by two digits that change places. */
function isSlip(note: number, source: number): boolean {
  if (note === source) return false;
  if (slipFactors.some((factor) => Math.abs(source * factor - note) < 1e-6)) return true;
  if (Math.abs(note - source) === 1) return true;
  const [a, b] = [String(note), String(source)];
  if (a.length !== b.length || a.length < 2) return false;
  const differing = [...a].filter((digit, index) => digit !== b[index]).length;
  // Of two numbers with two digits, one in five has a digit in common.
  return (
    (differing === 1 && a.length > 2) ||
    (differing === 2 && [...a].sort().join('') === [...b].sort().join(''))
  );
}
