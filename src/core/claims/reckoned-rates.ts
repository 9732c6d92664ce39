import { convert, unitOf } from '../facts/quantities/units';
import type { QuantityFact } from '../facts/fact';
import { frequencies, inUnitOf, isClose, type Given } from './reckoned-given';

/**
 * True when a claim's quantity is a rate of the evidence times what it is a rate of, or the other way round: a dose by weight
 * or body surface, an amount in a volume, a flow over a time.
 */
export function isRated(fact: QuantityFact, given: Given): boolean {
  return (
    isByWeight(fact, given) || isPerWeight(fact, given) || isByArea(fact, given) || isRateTimes(fact, given)
  );
}

/** The evidence's quantities and what else the claim gives. */
function allOf(fact: QuantityFact, { theirs, ours }: Given): QuantityFact[] {
  return [...theirs, ...ours.filter((other) => other !== fact)];
}

/** A dose by weight, at one time or over the day, for a weight that the evidence or the claim gives. */
function isByWeight(fact: QuantityFact, given: Given): boolean {
  const all = allOf(fact, given);
  const weights = all.filter(({ unit, perWeight }) => unit.code === 'kg' && !perWeight);
  const often = frequencies(all);
  const rates = given.theirs.filter(({ perWeight }) => perWeight);
  return rates.some((rate) => {
    const each = inUnitOf(fact, rate, rate.value);
    if (each === undefined || fact.perWeight) return false;
    return weights.some(({ value }) =>
      [1, ...often].some((times) => isClose(each * value * times, fact.value)),
    );
  });
}

/** "165 mg for a child of 11 kg": 15 mg/kg, at one time or over the day. */
function isPerWeight(fact: QuantityFact, given: Given): boolean {
  if (!fact.perWeight) return false;
  const all = allOf(fact, given);
  const weights = all.filter(({ unit, perWeight }) => unit.code === 'kg' && !perWeight);
  return given.theirs.some((amount) => {
    const whole = amount.perWeight ? undefined : convert(amount.value, amount.unit, fact.unit);
    return (
      whole !== undefined &&
      weights.some(({ value }) =>
        [1, ...frequencies(all)].some((times) => isClose((whole * times) / value, fact.value)),
      )
    );
  });
}

const perArea = /^\s?(?:\/|per)\s?(?:m(?:2|²|\^2)|square met(?:re|er))/i;
/** Square metres that a body has, a newborn's and a very large adult's. */
const [leastArea, mostArea] = [0.15, 3];

/** "85 mg/m² at a BSA of 1.8": 153 mg. */
function isByArea(fact: QuantityFact, given: Given): boolean {
  const areas = allOf(fact, given).filter(
    ({ concept, value }) => concept?.name === 'body surface area' && value >= leastArea && value <= mostArea,
  );
  return given.theirs.some((rate) => {
    const each = perArea.test(given.evidence.slice(rate.end)) ? inUnitOf(fact, rate, rate.value) : undefined;
    return each !== undefined && areas.some(({ value }) => isClose(each * value, fact.value));
  });
}

/** So many milligrams in a millilitre of 1 %. */
const perPercent = 10;

/** "45 mL of 1 mg/mL", "2.4 mL of 0.5 %". */
function isRateTimes(fact: QuantityFact, given: Given): boolean {
  const all = allOf(fact, given);
  return given.theirs.some((rate) => {
    const [above = '', under = ''] =
      rate.unit.code === '%' ? ['mg', 'mL'] : (/^([^/]+)\/([^/]+)$/.exec(rate.unit.code)?.slice(1) ?? []);
    const [made, by] = [unitOf(above), unitOf(under)];
    if (!made || !by) return false;
    const each = convert(rate.value * (rate.unit.code === '%' ? perPercent : 1), made, fact.unit);
    if (each === undefined) return false;
    return all.some((other) => {
      const times = other === rate ? undefined : convert(other.value, other.unit, by);
      return times !== undefined && isClose(each * times, fact.value);
    });
  });
}
