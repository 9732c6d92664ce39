import { oncePer } from '../../once';
import type { QuantityFact } from '../fact';

/**
 * What a quantity says, as one key: two with the same key are the same value of the same thing, wherever they stand. The words
 * around them are no part of it.
 */
export const saidValue = oncePer((fact: QuantityFact): string => {
  const { unit } = fact;
  return [
    fact.value,
    fact.high,
    fact.alternatives.join(' '),
    fact.decimals,
    unit.code,
    unit.dimension,
    fact.comparator,
    fact.closed,
    fact.set,
    fact.goal,
    fact.molarMass,
    fact.likelyUnits?.map(({ code }) => code).join(' '),
    fact.perWeight,
    fact.spoken,
    fact.loose,
    fact.change,
    fact.carried,
    fact.concept?.kind,
    fact.concept?.name,
  ].join('|');
});

/** The first of each value among these, in order: a pasted table says the same one a hundred times. */
export function distinctValues(facts: readonly QuantityFact[]): QuantityFact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const value = saidValue(fact);
    return !seen.has(value) && seen.add(value);
  });
}
