import type { QuantityFact } from './fact';

const known = new WeakMap<QuantityFact, string>();

/**
 * What a quantity says, as one key: two with the same key are the same value of the same thing, wherever they stand. The words
 * around them are no part of it.
 */
export function saidValue(fact: QuantityFact): string {
  const found = known.get(fact);
  if (found !== undefined) return found;
  const { unit } = fact;
  const made = [
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
  known.set(fact, made);
  return made;
}

/** The first of each value among these, in order: a pasted table says the same one a hundred times. */
export function distinctValues(facts: readonly QuantityFact[]): QuantityFact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const value = saidValue(fact);
    return !seen.has(value) && seen.add(value);
  });
}
