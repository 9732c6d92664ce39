import { convertible } from '../facts/compare';
import type { QuantityFact } from '../facts/fact';
import { convert } from '../facts/quantities/units';

/** A single dose is taken up to so many times a day. */
const mostTimes = 8;
/** A dose is cut to a half or a third, and not finer. */
const mostParts = 3;
const rounding = 0.02;

/**
 * True when a number of a claim is a multiple or part of one in the evidence, or the sum or difference of two of them.
 * @param claimed quantities of the claim
 * @param theirs all quantities of the evidence
 */
export function isComputed(claimed: readonly QuantityFact[], theirs: readonly QuantityFact[]): boolean {
  const same = (a: number, b: number): boolean =>
    Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));
  return claimed.some((fact) => {
    const values = theirs.flatMap((other) => valueIn(fact, other));
    return values.some(
      (one, at) =>
        multiples.some((times) => same(fact.value, one * times)) ||
        values
          .slice(at + 1)
          .some((other) => same(one + other, fact.value) || same(Math.abs(one - other), fact.value)),
    );
  });
}

const multiples = [
  ...Array.from({ length: mostTimes - 1 }, (_, at) => at + 2),
  ...Array.from({ length: mostParts - 1 }, (_, at) => 1 / (at + 2)),
];

function valueIn(fact: QuantityFact, other: QuantityFact): number[] {
  if (other.unit.dimension === 'none') return [other.value];
  if (!convertible(fact, other)) return [];
  const value = convert(other.value, other.unit, fact.unit, fact.molarMass ?? other.molarMass);
  return value === undefined ? [] : [value];
}
