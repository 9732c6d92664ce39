import { citeSource } from '../../evidence/citations/citation-of';
import { type ToldStance, toldStances } from '../../evidence/source/told-stances';
import { ending, type MedicationAction } from '../../facts/medications/medication-fact';
import { type NotedCourse, notedCourse } from '../../facts/medications/noted-course';
import type { Stance } from '../../facts/medications/stance';
import { relativesIn } from '../../facts/persons';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { medicinesOf, type NotedMedicine } from './noted-medicines';

interface Opposed {
  by: readonly Stance[];
  unless: readonly Stance[];
}

const changed: Opposed = { by: ['kept'], unless: ['declined', 'not-now', 'ended', 'given'] };
/** What a source says against each course of a note, and what it may not say beside it. */
const against: Readonly<Record<NotedCourse['course'], Opposed>> = {
  start: { by: ['declined'], unless: ['given', 'kept', 'taken'] },
  continue: { by: ['ended', 'declined'], unless: ['given', 'kept'] },
  // "No ibuprofen with your kidneys" is said to who takes it.
  take: { by: ['ended'], unless: ['given', 'kept'] },
  stop: { by: ['kept'], unless: ['declined', 'not-now', 'ended'] },
  increase: changed,
  decrease: changed,
  change: changed,
};
/** "Was increased": when, the note does not tell, and it may have been long ago. */
const toldApart: ReadonlySet<NotedCourse['course']> = new Set(['increase', 'decrease', 'change']);
const goesOn: ReadonlySet<MedicationAction> = new Set(['start', 'continue', 'change']);
const changes: ReadonlySet<MedicationAction> = new Set(['increase', 'decrease', 'change']);

const theirs: Readonly<Record<Stance, string>> = {
  declined: 'is not to be given',
  'not-now': 'is not to be given now',
  ended: 'is no longer taken',
  kept: 'goes on as it is',
  given: 'is given',
  taken: 'is taken',
};

/** An action that the source takes for the medicine somewhere, which bears the note out. */
function isBorneOut(course: NotedCourse['course'], { order, stance }: ToldStance): boolean {
  const action = order.action?.name;
  if (!action || stance === 'declined' || stance === 'not-now' || stance === 'ended') return false;
  if (course === 'stop') return ending.has(action);
  if (course === 'increase' || course === 'decrease' || course === 'change')
    return changes.has(action) || ending.has(action);
  return goesOn.has(action);
}

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
  if (!ours || (ours.told && toldApart.has(ours.course))) return [];
  // "Stop amlodipine 5 mg, start amlodipine 10 mg": a note that says two things of it has not mixed them up.
  const others = medicinesOf(input).filter(
    (one) => one.order !== order && one.order.concept.name === order.concept.name,
  );
  if (others.length > 0) return [];
  const { by, unless } = against[ours.course];
  const places = toldStances(order.concept.name, input.sources);
  const opposed = places.filter(
    ({ stance }) =>
      stance && (by.includes(stance) || (stance === 'not-now' && ours.now && ours.course === 'start')),
  );
  const [first] = opposed;
  if (!first?.stance) return [];
  const isOpen = places.some(
    (place) => (place.stance && unless.includes(place.stance)) || isBorneOut(ours.course, place),
  );
  if (isOpen) return [];
  return [
    {
      at,
      start: order.concept.start,
      end: order.concept.end,
      verdict: 'contradicted',
      message: `The source says that ${text} ${theirs[first.stance]}.`,
      expected: theirs[first.stance],
      citations: [citeSource(first.source, first.segment, first.order.concept)],
      fixes: [],
    },
  ];
}
