import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { convert, unitOf } from '../../facts/quantities/units';
import type { Terminology } from '../../terminology/terminology';

/**
 * True for a dose of a claim that the dictionary has among the usual doses of the medicine for adults. By the route that the
 * claim names, or by any. Such a dose may be right for a disease that the claim leaves out: it is no slip of the pen.
 * @param fact a dose with the medicine that it is of
 * @param claim where it stands
 */
export function isUsualDose(
  fact: QuantityFact,
  { orders }: SentenceFacts,
  terminology: Terminology,
): boolean {
  const name = fact.concept?.name;
  if (name === undefined) return false;
  const order = orders.find(({ concept }) => concept.name === name);
  const route = order?.route?.name;
  return (terminology.medication(name)?.limits ?? []).some((limit) => {
    const unit = unitOf(limit.unit);
    const value = unit && convert(fact.value, fact.unit, unit);
    if (value === undefined || (limit.perKg ?? false) !== fact.perWeight) return false;
    if (route !== undefined && route !== limit.route) return false;
    // Beside a rhythm it is one dose of several; without, it may be what a day takes.
    const ranges = order?.frequency ? [limit.single] : [limit.single, limit.daily];
    return ranges.some((range) => range && value >= range[0] && value <= range[1]);
  });
}
