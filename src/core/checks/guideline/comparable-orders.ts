import { sameValue } from '../../facts/compare';
import type { MedicationFact } from '../../facts/medications/medication-fact';

/**
 * True when a guideline's order may be meant for how the note gives the medicine. What is injected is dosed unlike what is
 * swallowed; an order without a route is swallowed.
 */
export function sameRoute(note: MedicationFact | undefined, theirs: MedicationFact | undefined): boolean {
  return routeOf(note) === routeOf(theirs);
}

function routeOf(order: MedicationFact | undefined): string {
  return order?.route?.name ?? 'oral';
}

/** True unless both give an amount and the amounts differ: how often belongs to how much. */
export function mayBeSameDose(note: MedicationFact, theirs: MedicationFact): boolean {
  if (!note.strength || !theirs.strength) return true;
  return [theirs.strength, ...theirs.further].some(
    (amount) => note.strength && sameValue(note.strength, amount),
  );
}
