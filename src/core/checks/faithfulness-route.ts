import { citeSource } from '../evidence/citation-of';
import type { SourceOrder } from '../evidence/source-orders';
import { compatibleRoutes, isOfForm } from '../facts/medications/compare';
import type { MedicationFact, NamedSpan } from '../facts/medications/medication-fact';
import type { Check, CheckInput, FindingDraft } from './check';
import { type ComparedOrder, comparedOrders, mostTelling } from './medication-evidence';

type Routed = MedicationFact & { route: NamedSpan };

const isRouted = (order: MedicationFact): order is Routed => order.route !== undefined;

function check({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  if (!isRouted(note)) return [];
  const given = theirs.filter((place): place is SourceOrder & { order: Routed } => isRouted(place.order));
  if (given.length === 0 || given.some(({ order }) => compatibleRoutes(note, order))) return [];
  // Two forms may be two preparations that both are meant ("the inhaler", "the tablets"): one side has to name the route.
  const telling = isOfForm(note) ? given.filter(({ order }) => !isOfForm(order)) : given;
  const place = mostTelling(note, telling, input);
  if (!place?.order.route) return [];
  const { route } = place.order;
  return [
    {
      start: note.route.start,
      end: note.route.end,
      verdict: 'contradicted',
      message: `The source says that ${note.concept.name} is ${route.name}, not ${note.route.name}.`,
      expected: route.name,
      citations: [citeSource(place.source, place.segment, route)],
      fixes: [],
    },
  ];
}

/** How a medicine gets into the body: the source says another route for the same medicine. */
export const faithfulnessRoute: Check = {
  rule: 'faithfulness/route',
  axis: 'faithfulness',
  reports: 'The source gives this medicine by another route.',
  harm: 1,
  run: (input) => comparedOrders(input).flatMap((compared) => check(compared, input)),
};
