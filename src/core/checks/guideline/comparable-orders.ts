import { sameValue } from '../../facts/compare';
import type { Terminology } from '../../terminology/terminology';
import type { MedicationFact } from '../../facts/medications/medication-fact';

/**
 * True when a guideline's order may be meant for how the note gives the medicine. What is injected is dosed unlike what is
 * swallowed; an order without a route is swallowed, unless the medicine never is (enoxaparin).
 */
export function sameRoute(
  note: MedicationFact | undefined,
  theirs: MedicationFact | undefined,
  terminology: Terminology,
): boolean {
  const routes = terminology.medication((note ?? theirs)?.concept.name ?? '')?.routes ?? [];
  const usual = routes.length === 0 || routes.includes('oral') ? 'oral' : undefined;
  const [ours, other] = [note?.route?.name ?? usual, theirs?.route?.name ?? usual];
  return ours === undefined || other === undefined || ours === other;
}

/** True unless both give an amount and the amounts differ: how often belongs to how much. */
export function mayBeSameDose(note: MedicationFact, theirs: MedicationFact): boolean {
  if (!note.strength || !theirs.strength) return true;
  return [theirs.strength, ...theirs.further].some(
    (amount) => note.strength && sameValue(note.strength, amount),
  );
}
