import { citePassage } from '../../evidence/citations/citation-of';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { citeNote } from '../note-check';
import { plannedOrders, type PlannedOrder } from './planned-orders';
import { covers } from './passage-topic';
import { restrictionsOf, type Restriction } from './restrictions';

/** What makes a restriction hold for this patient. */
export interface Ground {
  /** Said after "is not for": "patients with heart failure". */
  whom: string;
  /** Index of the statement of the note that says that it holds; undefined where it is the order itself. */
  at?: number;
  /** Whether it holds takes a reader. */
  unsure?: boolean;
}

/** Finds the ground on which a restriction holds for the patient of a note; undefined where it does not. */
export type FindGround = (
  restriction: Restriction,
  order: PlannedOrder,
  input: NoteCheckInput,
) => Ground | undefined;

/**
 * Compares every medicine that is taken with what the passages restrict it to. One finding per medicine: the first
 * certain one, else the first.
 */
export function restrictedOrders(input: NoteCheckInput, groundOf: FindGround): NoteFindingDraft[] {
  return plannedOrders(input).flatMap((planned) => {
    const name = planned.order.concept.name;
    const found = (input.statements[planned.at]?.passages ?? []).flatMap((evidence) =>
      restrictionsOf(evidence, input.terminology)
        .filter(({ subjects }) => subjects.some((subject) => covers(subject, name, input.terminology)))
        .flatMap((restriction) => {
          const ground = groundOf(restriction, planned, input);
          return ground ? [{ restriction, ground }] : [];
        }),
    );
    const best =
      found.find(({ restriction, ground }) => !restriction.qualified && !ground.unsure) ?? found[0];
    return best ? [draft(input, planned, best.restriction, best.ground)] : [];
  });
}

function draft(
  input: NoteCheckInput,
  { at, order }: PlannedOrder,
  { evidence, sentence, qualified }: Restriction,
  ground: Ground,
): NoteFindingDraft {
  const { passage } = evidence;
  const said = ground.at === undefined || ground.at === at ? undefined : input.statements[ground.at];
  const unsure = qualified || ground.unsure === true;
  const span = order.carried ? order : order.concept;
  return {
    at,
    start: span.start,
    end: span.end,
    verdict: unsure ? 'not-sure' : 'contradicted',
    message: unsure
      ? `${passage.title} restricts ${order.concept.name} for ${ground.whom}; read whether that holds here.`
      : `By ${passage.title}, ${order.concept.name} is not for ${ground.whom}.`,
    citations: [citePassage(passage, sentence, sentence), ...(said ? [citeNote(input, said)] : [])],
    fixes: [],
  };
}
