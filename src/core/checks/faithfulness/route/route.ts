import { citeSource } from '../../../evidence/citations/citation-of';
import { findCues } from '../../../facts/medications/cues';
import { compatibleRoutes, isOfForm, routeOf } from '../../../facts/medications/compare';
import type { MedicationFact } from '../../../facts/medications/medication-fact';
import type { Terminology } from '../../../terminology/terminology';
import type { Check, CheckInput, FindingDraft } from '../../check';
import { nameInNote } from '../../name-in-note';
import { inhaledOtherwise, oxygenOtherwise } from './device';
import { type ComparedOrder, comparedOrders, mostTelling } from '../medication/evidence';

const ofPlace: ReadonlySet<string> = new Set(['ophthalmic', 'otic']);

/** "Aspirin since the clot in your left eye": only what there are drops of is given into an eye or ear. */
function isOfPreparation(order: MedicationFact, terminology: Terminology): boolean {
  const name = routeOf(order)?.name ?? '';
  if (!ofPlace.has(name) || /drops|ointment/.test(order.form?.name ?? '')) return true;
  const known = terminology.medication(order.concept.name)?.routes ?? [];
  return known.some((route) => ofPlace.has(route));
}

function check({ note, theirs }: ComparedOrder, input: CheckInput): FindingDraft[] {
  const ours = routeOf(note);
  // A combination for inhaling tells nothing of a nasal spray of one of its parts.
  const given = theirs.filter(
    ({ order }) =>
      order.concept.name === note.concept.name &&
      routeOf(order) !== undefined &&
      isOfPreparation(order, input.terminology),
  );
  // "Methotrexate PO – STOP": what takes its place may go another way.
  if (/\b(?:stop(?:ped)?|discontinue[d]?|d\/c|switch(?:ed)? (?:from|to))\b/i.test(input.statement.text))
    return [];
  if (
    !ours ||
    !isOfPreparation(note, input.terminology) ||
    given.some(({ order }) => compatibleRoutes(note, order))
  )
    return [];
  // "Had the co-amoxiclav and the clarithromycin IV": a route behind two medicines is that of both.
  const saidBeside = given.some(({ source, segment }) =>
    source.segments[segment]?.sentences.some(
      ({ orders, tokens }) =>
        orders.some(({ concept }) => concept.name === note.concept.name) &&
        (orders.some((order) => routeOf(order)?.name === ours.name) ||
          findCues(tokens, source.text).some(({ cue }) => cue.kind === 'route' && cue.name === ours.name)),
    ),
  );
  if (saidBeside) return [];
  // Two forms may be two preparations that both are meant ("the inhaler", "the tablets"): one side has to name the route.
  const telling = isOfForm(note) ? given.filter(({ order }) => !isOfForm(order)) : given;
  const place = mostTelling(note, telling, input);
  const route = place && routeOf(place.order);
  if (!place || !route) return [];
  return [
    {
      start: ours.start,
      end: ours.end,
      verdict: 'contradicted',
      message: `The source says that ${nameInNote(note.concept, input.statement.text)} is ${route.name}, not ${ours.name}.`,
      expected: route.name,
      citations: [citeSource(place.source, place.segment, route)],
      fixes: [],
    },
  ];
}

/** How a medicine gets into the body: the source says another route or device for the same medicine. */
export const faithfulnessRoute: Check = {
  rule: 'faithfulness/route',
  axis: 'faithfulness',
  reports: 'The source gives this medicine by another route or device.',
  harm: 1,
  run: (input) => [
    ...comparedOrders(input).flatMap((compared) => check(compared, input)),
    ...inhaledOtherwise(input),
    ...oxygenOtherwise(input),
  ],
};
