import { amountsOf, frequenciesOf } from './compare';
import type { MedicationAmount, MedicationFact, MedicationFrequency } from './medication-fact';

/** An amount of a medicine with how often it is taken: one step of "25 mg once a day, then 50 mg twice a day". */
export interface Regimen {
  amount: MedicationAmount;
  frequency: MedicationFrequency;
}

/**
 * The amounts and frequencies of an order that belong together: each frequency with the amount before it. None where a
 * frequency comes first ("in the morning 50 and at night 25"), since nobody knows then which belongs to which.
 */
export function regimensOf(order: MedicationFact): Regimen[] {
  const amounts = [...amountsOf(order)].sort((a, b) => a.start - b.start);
  const frequencies = frequenciesOf(order);
  const first = amounts[0]?.start ?? Infinity;
  if (frequencies.some(({ start }) => start < first)) return [];
  return frequencies.flatMap((frequency): Regimen[] => {
    const amount = amounts.findLast(({ start }) => start < frequency.start);
    return amount ? [{ amount, frequency }] : [];
  });
}
