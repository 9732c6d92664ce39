import { citeSource } from '../../../evidence/citations/citation-of';
import { oncePerSegment, ordersFor, type SourceOrder } from '../../../evidence/source/source-orders';
import { toldStances } from '../../../evidence/source/told-stances';
import { sameAmount } from '../../../facts/medications/compare';
import { type Course, notedCourse } from '../../../facts/medications/noted-course';
import { takingOf } from '../../../facts/medications/taking';
import { overlaps, type Span } from '../../../text/span';
import { ending, type MedicationAction } from '../../../facts/medications/medication-fact';
import { findNumbers } from '../../../facts/quantities/numbers';
import { wordAt } from '../../../facts/token-reach';
import { isResumed } from './taken-up';
import { isUnderCondition, ofProduct } from './course-scope';
import { isDecided, tellsOfBefore } from './decided-orders';
import type { NoteCheckInput, NoteFindingDraft, NoteStatement } from '../../note-check';
import { medicinesOf, type NotedMedicine } from './noted-medicines';

const going: ReadonlySet<MedicationAction> = new Set(['start', 'continue', 'increase', 'decrease']);
const up: ReadonlySet<MedicationAction> = new Set(['increase']);
const down: ReadonlySet<MedicationAction> = new Set(['decrease']);

const changed: ReadonlySet<MedicationAction> = new Set(['increase', 'decrease']);
const begun: ReadonlySet<MedicationAction> = new Set(['start']);
const kept: ReadonlySet<MedicationAction> = new Set(['continue']);

/** What a source would have to say of a medicine throughout to contradict each action of a note. */
const opposites: Readonly<Partial<Record<MedicationAction, readonly ReadonlySet<MedicationAction>[]>>> = {
  start: [ending, kept],
  continue: [ending, begun],
  increase: [ending, down],
  decrease: [ending, up],
  stop: [going],
  hold: [going],
};

/** "I'll reduce it to forty." "So stop the eighty.": one strength is ended, and another goes on. */
function isAmountEnded(value: number, { sources }: NoteCheckInput): boolean {
  return sources.some(({ segments }) =>
    segments.some(({ sentences }) =>
      sentences.some(({ tokens }) =>
        findNumbers(tokens).some(
          (number) =>
            number.value === value &&
            wordAt(tokens, number.from - 1) === 'the' &&
            /^(?:stop|stopping|hold|drop|finish|without)$/.test(wordAt(tokens, number.from - 2)),
        ),
      ),
    ),
  );
}

/** "Restart on Friday": a note that holds a medicine for some days says when to go back to it, in words that a source may not use. */
function isTakenUpLater(written: string, text: string, { facts }: NoteStatement): boolean {
  return /^re/i.test(written) && (facts.some(({ dates }) => dates.length > 0) || later.test(text));
}

const later = /\b(?:once|when|after|if|tomorrow|post\w*|until|in|on|following|before)\b/i;

/** What a note does with a medicine, and the words for it. */
interface NotedAction extends Span {
  name: MedicationAction;
  /** The dose is said to stay as it is. */
  same: boolean;
  /** It stands before the name, as an order does: "Start", "Continue". */
  ordered: boolean;
  /** It tells of what was done: "was stopped". */
  told: boolean;
}

/** "Consider stopping", "stop … if": nothing is decided. */
const considered = /\b(?:consider\w*|discuss\w*|may|might|could)\b[^.;]*$/i;
const conditional = /\b(?:if|unless|when)\b/i;
const begins = /^(?:start|begin|begun|commenc|initiat|add|introduc|switch|chang|convert|transition)/i;
const gives = /^(?:give|administer)$/i;
const ends = /^[^\p{L}\d]*(?:(?:today|now)[^\p{L}]*)?$/u;
/** Words by which a source begins a medicine that was not taken. */
const beginsNew = /^(?:start|begin|initiat|put|plac|add|prescrib|commenc|try you|get you started|trial)/i;

const noAction: ReadonlySet<Course> = new Set(['take', 'change']);

/**
 * What the note does with a medicine now: "Stop apixaban", "apixaban discontinued", "apixaban: continue". "Was started" and
 * "was increased" tell of what went before, and nothing of what is decided.
 */
function actionIn({ order }: NotedMedicine, said: NoteStatement): NotedAction | undefined {
  const { text } = said.statement;
  const { action } = order;
  const written = action ? text.slice(action.start, action.end) : '';
  const noted = notedCourse(text, order.concept);
  if (action && !tellsOfBefore(written)) {
    if (action.name === 'start' && isTakenUpLater(written, text, said)) return undefined;
    if (considered.test(text.slice(0, action.start)) || conditional.test(text)) return undefined;
    return { ...action, same: noted?.same === true, ordered: true, told: false };
  }
  const { course, told = false, same, start, end } = noted ?? {};
  if (!course || noAction.has(course) || start === undefined || end === undefined) return undefined;
  if (told && course !== 'stop' && course !== 'continue') return undefined;
  // "Given", "started in September": it may have been before. "Give warfarin tonight" is an order.
  const word = text.slice(start, end);
  if (course === 'start' && !gives.test(word) && !(begins.test(word) && ends.test(text.slice(end))))
    return undefined;
  const name = course as MedicationAction;
  return { name, start, end, same: same === true, ordered: false, told };
}

/** "Drop the paclitaxel, leave the carboplatin": an action reaches further than it is meant. */
function isKept(name: string, { sources }: NoteCheckInput): boolean {
  return toldStances(name, sources).some(({ stance }) => stance === 'kept');
}

function isEnded(name: string, { sources }: NoteCheckInput): boolean {
  return toldStances(name, sources).some(({ stance }) => stance === 'ended');
}

/** True when the note has another place that does with the medicine what the source does. */
function isDoneElsewhere(medicine: NotedMedicine, theirs: MedicationAction, input: NoteCheckInput): boolean {
  const isSame = (one: MedicationAction): boolean =>
    one === theirs || (ending.has(one) && ending.has(theirs));
  return medicinesOf(input).some((other) => {
    if (other === medicine || other.order.concept.name !== medicine.order.concept.name) return false;
    const statement = input.statements[other.at];
    const course = statement && notedCourse(statement.statement.text, other.order.concept)?.course;
    const done = other.order.action?.name ?? (course && !noAction.has(course) ? course : undefined);
    return done !== undefined && isSame(done as MedicationAction);
  });
}

/** "Start you on" what nobody has taken so far: no patient spoke of it before, and nobody says that it is taken. */
function isNew(theirs: readonly SourceOrder[], all: readonly SourceOrder[]): boolean {
  const [first] = theirs;
  const { start = 0, end = 0 } = first?.order.action ?? {};
  if (!first || !beginsNew.test(first.source.text.slice(start, end))) return false;
  return all.every((place) => {
    const { source, segment, order } = place;
    const isBefore = source === first.source && segment < first.segment;
    if (isBefore && source.segments[segment]?.turn?.speaker === 'patient') return false;
    const sentence = source.factsAt(segment, order.concept.start);
    return (
      !sentence || order.carried === true || takingOf(sentence.tokens, order.concept)?.state !== 'current'
    );
  });
}

/** "We did start it, and they stopped on Tuesday": what ends a medicine may be said beside it without its name. */
function mayBeEnded(all: readonly SourceOrder[], name: string): boolean {
  return oncePerSegment(all).some(({ source, segment }) => {
    const near = source.segments.slice(segment, segment + 2);
    const { start = 0 } = near[0] ?? {};
    // "The warfarin stops and you begin apixaban": what ends is another one.
    const others = near
      .flatMap(({ sentences }) => sentences.flatMap(({ orders }) => orders))
      .flatMap(({ concept, action }) => (action && concept.name !== name ? [action] : []));
    return [...source.text.slice(start, near.at(-1)?.end).matchAll(endingWords)].some(
      ({ index, 0: word }) =>
        !others.some((one) => overlaps(one, { start: start + index, end: start + index + word.length })),
    );
  });
}

const endingWords =
  /\b(?:stop(?:s|ped|ping)?|discontinu\w+|ceas\w+|came off|come off|take (?:you|him|her) off|held|hold(?:ing)?|pause\w*|quit|no longer)\b/gi;

/**
 * The note starts or goes on with what the source stops, stops what it goes on with, takes a dose up that goes down, goes
 * on with a dose that is changed or with what is only begun, or begins what is taken already. Only where the source says
 * nothing else of the medicine, and somebody who decides says it.
 */
export function courseConflict(medicine: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const { at, order } = medicine;
  const said = input.statements[at];
  const action = said && actionIn(medicine, said);
  if (!action || isUnderCondition(said.statement.text, action.start, order.concept.end)) return [];
  const all = ofProduct(medicine, ordersFor(order.concept.name, input.sources));
  const theirs = all.filter((place) => place.order.action);
  const last = theirs.filter(isDecided).at(-1);
  // "Stop lisinopril-HCTZ" where plain lisinopril takes its place.
  if (last?.order.concept.name !== order.concept.name || !last.order.action) return [];
  if (action.name === 'decrease' && last.order.action.name === 'stop' && isDropped(last)) return [];
  if (isDoneElsewhere(medicine, last.order.action.name, input)) return [];
  const isThroughout = (actions: ReadonlySet<MedicationAction>): boolean =>
    theirs.every((place) => place.order.action && actions.has(place.order.action.name));
  const opposite = opposites[action.name]?.find(isThroughout);
  if (!opposite) {
    const isOther =
      keepsOldDose(medicine, action, last, theirs, input) ||
      (action.name === 'continue' &&
        action.same &&
        isThroughout(changed) &&
        !isKept(order.concept.name, input));
    return isOther ? [draft(medicine, action, last)] : [];
  }
  if (opposite === ending && isResumed(last)) return [];
  // "Start one, keep the other where it is": the first verb reaches on to what another keeps.
  if (opposite === begun && isKept(order.concept.name, input)) return [];
  // "Are you still taking it?" – "No, she took me off that.": what is asked is answered.
  if (opposite === going && isEnded(order.concept.name, input)) return [];
  const isOfNew = opposite === begun || (action.told && opposite === going && !isThroughout(kept));
  if (isOfNew && !isNew(theirs, all)) return [];
  if (opposite === kept && !(action.ordered && isOrderToStart(said.statement.text, action))) return [];
  if (!action.ordered && opposite === going && mayBeEnded(all, order.concept.name)) return [];
  if (order.strength && opposite === going && isAmountEnded(order.strength.value, input)) return [];
  return [draft(medicine, action, last)];
}

/** "We'll drop the Lasix": it is stopped, or less of it is given. */
function isDropped({ source, order: { action } }: SourceOrder): boolean {
  return action !== undefined && /^(?:drop|cut)/i.test(source.text.slice(action.start, action.end));
}

/** "Start", "begin": an order of today, where "add" or "give" may go on with what is taken. */
function isOrderToStart(text: string, { start, end }: Span): boolean {
  return /^(?:start|begin|initiate|commence)$/i.test(text.slice(start, end));
}

/** "Continue losartan 50 mg" where the source takes it from 50 to 100, and the note never says so. */
function keepsOldDose(
  { order }: NotedMedicine,
  action: NotedAction,
  last: SourceOrder,
  theirs: readonly SourceOrder[],
  input: NoteCheckInput,
): boolean {
  const { strength } = order;
  const { previous, strength: now } = last.order;
  if (action.name !== 'continue' || !strength || !previous || !now) return false;
  if (!sameAmount(strength, previous) || sameAmount(strength, now)) return false;
  const isChanged = ({ order: other }: NotedMedicine): boolean =>
    other.concept.name === order.concept.name &&
    other !== order &&
    (other.action?.name === 'increase' || other.action?.name === 'decrease' || other.previous !== undefined);
  return (
    theirs.every((place) => /^(?:increase|decrease|change)$/.test(place.order.action?.name ?? '')) &&
    !medicinesOf(input).some(isChanged)
  );
}

function draft(
  { at, order, text }: NotedMedicine,
  action: { name: MedicationAction; start: number; end: number },
  last: SourceOrder,
): NoteFindingDraft {
  const theirs = last.order.action ?? action;
  const said = last.source.text.slice(theirs.start, theirs.end);
  return {
    at,
    start: Math.min(action.start, order.concept.start),
    end: Math.max(action.end, order.concept.end),
    verdict: 'contradicted',
    message: `The source says to ${theirs.name} ${text} (“${said}”), not to ${action.name} it.`,
    expected: theirs.name,
    citations: [citeSource(last.source, last.segment, theirs)],
    fixes: [],
  };
}
