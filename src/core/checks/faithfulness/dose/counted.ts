import { comparable, sameAmount } from '../../../facts/medications/compare';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import type { CheckInput } from '../../check';
import type { Given } from './evidence';

/** "Four point eight grams … halve it to two point four": a number alone is in the unit that the same medicine is given in beside. */
export function isSaidInUnit(amount: MedicationAmount, given: readonly Given[]): boolean {
  const isBare = ({ amount: other, implied }: Given): boolean =>
    (implied === true || other.unit.dimension === 'none') && other.value === amount.value;
  return (
    given.some(isBare) &&
    given.some(({ amount: other, implied }) => !implied && other.unit.code === amount.unit.code)
  );
}

/** "2 x 500 mg" for "one gram", "500 mg 2 tabs": what so many of them come to. */
export function isCounted(
  amount: MedicationAmount,
  note: MedicationFact,
  given: readonly Given[],
  { statement: { text } }: CheckInput,
): boolean {
  const before = /(\d+)\s*[x×]\s*$/i.exec(text.slice(0, amount.start))?.[1];
  const behind = /^\s*[x×]\s*(\d+)(?!\s*(?:\/|d\b|days?|wk|weeks?|times))/i.exec(text.slice(amount.end))?.[1];
  const count = Number(before ?? behind ?? (amount === note.strength ? note.dose?.value : undefined) ?? 1);
  if (count <= 1) return false;
  const all = { ...amount, value: amount.value * count, alternatives: [] };
  return given.some(({ amount: other }) => comparable(all, other) && sameAmount(all, other));
}
