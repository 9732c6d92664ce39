import type { MedicationFact } from '../../facts/medications/medication-fact';
import { isBackground } from '../../text/sections';
import type { NoteCheckInput } from '../note-check';

/** A medicine that the patient is to take or takes, with the statement that says so. */
export interface PlannedOrder {
  /** Index of the statement. */
  at: number;
  order: MedicationFact;
}

// "Avoid ibuprofen", "allergic to penicillin", "no aspirin": named, and not taken.
const notTaken =
  /\b(?:avoid\w*|allerg\w*|intoleran\w*|contraindicated|declin\w*|refus\w*|no|not|n't|never|without|stopped|discontinued|instead of|rather than|previously|used to)\b[^.;:]{0,60}$/i;

const known = new WeakMap<NoteCheckInput, PlannedOrder[]>();

/** The medicines of a note that are taken, started or continued; those that are stopped, avoided or of the past are left out. */
export function plannedOrders(input: NoteCheckInput): PlannedOrder[] {
  const found = known.get(input) ?? readOrders(input);
  known.set(input, found);
  return found;
}

function readOrders({ statements }: NoteCheckInput): PlannedOrder[] {
  return statements.flatMap(({ statement, section, facts }, at) => {
    if (isBackground(section)) return [];
    return facts.flatMap((sentence) =>
      sentence.orders
        .filter(({ action }) => action?.name !== 'stop' && action?.name !== 'hold')
        .filter(
          (order) => !notTaken.test(statement.text.slice(sentence.start, nameStart(order, sentence.start))),
        )
        .map((order) => ({ at, order })),
    );
  });
}

/** A carried name stands in an earlier sentence. */
function nameStart(order: MedicationFact, sentenceStart: number): number {
  return Math.max(sentenceStart, order.carried ? order.start : order.concept.start);
}
