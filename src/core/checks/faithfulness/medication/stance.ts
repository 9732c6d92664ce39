import { citeSource } from '../../../evidence/citations/citation-of';
import { toldStances } from '../../../evidence/source/told-stances';
import { notedCourse } from '../../../facts/medications/noted-course';
import { relativesIn } from '../../../facts/persons/persons';
import type { NoteCheckInput, NoteFindingDraft } from '../../note-check';
import { isProvided } from './decided-orders';
import { medicinesOf, type NotedMedicine } from './noted-medicines';
import { opposedCourse, toldAs } from './opposed-course';

/**
 * The note starts what the source declines, goes on with what the patient has given up, or stops or changes what the
 * source leaves as it is. Only where no place of the source says otherwise.
 */
export function stanceConflict(medicine: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const { at, order, text, allergy } = medicine;
  const said = input.statements[at];
  const sentence = said?.facts.find(({ orders }) => orders.includes(order));
  if (!said || !sentence || allergy || relativesIn(sentence.tokens).length > 0) return [];
  const written = said.statement.text;
  const ours = notedCourse(written, order.concept);
  if (!ours) return [];
  // "Stop amlodipine 5 mg, start amlodipine 10 mg": a note that says two things of it has not mixed them up.
  const others = medicinesOf(input).filter(
    (one) => one.order !== order && one.order.concept.name === order.concept.name,
  );
  if (others.length > 0) return [];
  const places = toldStances(order.concept.name, input.sources).map((place) => {
    const action = isProvided(place) ? undefined : place.order.action?.name;
    return { ...place, ...(action && { action }) };
  });
  const first = opposedCourse(ours, written, places);
  if (!first) return [];
  return [
    {
      at,
      start: order.concept.start,
      end: order.concept.end,
      verdict: 'contradicted',
      message: `The source says that ${text} ${toldAs[first.stance]}.`,
      expected: toldAs[first.stance],
      citations: [citeSource(first.source, first.segment, first.order.concept)],
      fixes: [],
    },
  ];
}
