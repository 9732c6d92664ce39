import { agreementOf } from '../../facts/compare';
import type { QuantityFact } from '../../facts/fact';
import type { Item } from './proposition';

/** True for the same word or named thing, or values that agree in full. */
export function isSame(one: Item, other: Item): boolean {
  if (one.fact && other.fact) return sameQuantity(one.fact, other.fact);
  return !one.fact && !other.fact && one.key === other.key;
}

function sameQuantity(ours: QuantityFact, theirs: QuantityFact): boolean {
  return (
    (agreementOf(ours, theirs) === 'full' || isWithoutUnit(ours, theirs) || isWithoutUnit(theirs, ours)) &&
    ours.comparator === theirs.comparator &&
    ours.perWeight === theirs.perWeight
  );
}

/** "An eGFR below 30": the same number of one measurement, in any unit that a number without one may be in. */
function isWithoutUnit(bare: QuantityFact, full: QuantityFact): boolean {
  const { concept } = bare;
  if (concept?.kind !== 'measurement' || concept.name !== full.concept?.name) return false;
  if (bare.unit.dimension !== 'none' || full.unit.dimension === 'none') return false;
  if (bare.value !== full.value || bare.high !== full.high) return false;
  const { likelyUnits = [], ...rest } = bare;
  return likelyUnits.every((unit) => agreementOf({ ...rest, unit }, full) === 'full');
}
