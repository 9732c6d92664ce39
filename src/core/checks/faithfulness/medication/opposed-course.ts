import type { SourceIndex } from '../../../evidence/source/source-index';
import { ending, type MedicationAction } from '../../../facts/medications/medication-fact';
import type { NotedCourse } from '../../../facts/medications/noted-course';
import type { Stance } from '../../../facts/medications/stance';
import { isTakenUp } from './taken-up';

interface Opposed {
  by: readonly Stance[];
  unless: readonly Stance[];
}

const changed: Opposed = { by: ['kept'], unless: ['declined', 'not-now', 'ended', 'given'] };
/** What a source says against each course of a note, and what it may not say beside it. */
const against: Readonly<Record<NotedCourse['course'], Opposed>> = {
  start: { by: ['declined'], unless: ['given', 'kept', 'resumed', 'taken'] },
  continue: { by: ['ended', 'declined'], unless: ['given', 'kept', 'resumed'] },
  // "No ibuprofen with your kidneys" is said to who takes it.
  take: { by: ['ended'], unless: ['given', 'kept', 'resumed'] },
  stop: { by: ['kept', 'resumed'], unless: ['declined', 'not-now', 'ended'] },
  increase: changed,
  decrease: changed,
  change: changed,
};
/** "Was increased": when, the note does not tell, and it may have been long ago. */
const toldApart: ReadonlySet<NotedCourse['course']> = new Set(['increase', 'decrease', 'change']);
const goesOn: ReadonlySet<MedicationAction> = new Set(['start', 'continue', 'change']);
const changes: ReadonlySet<MedicationAction> = new Set(['increase', 'decrease', 'change']);

/** What a source says of a medicine, as a message goes on behind its name. */
export const toldAs: Readonly<Record<Stance, string>> = {
  declined: 'is not to be given',
  'not-now': 'is not to be given now',
  ended: 'is no longer taken',
  kept: 'goes on as it is',
  resumed: 'is to be taken again',
  given: 'is given',
  taken: 'is taken',
};

/** A place of a source that speaks of a medicine, what becomes of it there, and what is done with it. */
export interface CoursePlace {
  source: SourceIndex;
  segment: number;
  stance: Stance | undefined;
  action?: MedicationAction;
}

/** An action that the source takes for the medicine somewhere, which bears the note out. */
function isBorneOut(course: NotedCourse['course'], { action, stance }: CoursePlace): boolean {
  if (!action || stance === 'declined' || stance === 'not-now' || stance === 'ended') return false;
  if (course === 'stop') return ending.has(action);
  if (course === 'increase' || course === 'decrease' || course === 'change')
    return changes.has(action) || ending.has(action);
  return goesOn.has(action);
}

/** "Start gliclazide", "gliclazide started": begun now, and by nothing else that the statement tells long ago. */
function beginsNow({ course, told }: NotedCourse, text: string): boolean {
  return course === 'start' && !told && beginsOnly.test(text.trim());
}

const beginsOnly =
  /^(?:(?:start|begin|commence|initiate|add)\b[^.;]*|[^.;]*\b(?:started|begun|commenced|initiated|added)(?: today| now)?)[.;]?$/i;

/**
 * The first place of the sources that is against what a note does with a medicine: it starts what is declined or over, goes
 * on with what is given up, or stops or changes what is left as it is. Undefined where a place says otherwise.
 * @param text the note's statement
 * @param others further places, which can only say otherwise
 */
export function opposedCourse<P extends CoursePlace>(
  ours: NotedCourse,
  text: string,
  places: readonly P[],
  others: readonly CoursePlace[] = [],
): (P & { stance: Stance }) | undefined {
  if (ours.told && toldApart.has(ours.course)) return undefined;
  if (ours.course === 'start' && ours.dated) return undefined;
  const { by, unless } = against[ours.course];
  const isAgainst = (place: P): place is P & { stance: Stance } => {
    const { stance } = place;
    if (stance === 'not-now') return ours.now && ours.course === 'start';
    if (stance === 'ended') return (by.includes(stance) || beginsNow(ours, text)) && !isTakenUp(place);
    return stance !== undefined && by.includes(stance);
  };
  const first = places.find(isAgainst);
  const isOpen = [...places, ...others].some(
    (place) => (place.stance && unless.includes(place.stance)) || isBorneOut(ours.course, place),
  );
  return isOpen ? undefined : first;
}
