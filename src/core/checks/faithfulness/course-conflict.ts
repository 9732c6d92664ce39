import { citeSource } from '../../evidence/citations/citation-of';
import { ordersFor, type SourceOrder } from '../../evidence/source/source-orders';
import { sameAmount } from '../../facts/medications/compare';
import type { MedicationAction } from '../../facts/medications/medication-fact';
import { findNumbers } from '../../facts/numbers';
import { wordAt } from '../../facts/token-reach';
import type { NoteCheckInput, NoteFindingDraft, NoteStatement } from '../note-check';
import { medicinesOf, type NotedMedicine } from './noted-medicines';

const ending: ReadonlySet<MedicationAction> = new Set(['stop', 'hold']);
const going: ReadonlySet<MedicationAction> = new Set(['start', 'continue', 'increase', 'decrease']);
const up: ReadonlySet<MedicationAction> = new Set(['increase']);
const down: ReadonlySet<MedicationAction> = new Set(['decrease']);

/** What a source would have to say of a medicine throughout to contradict each action of a note. */
const opposites: Readonly<Partial<Record<MedicationAction, readonly ReadonlySet<MedicationAction>[]>>> = {
  start: [ending],
  continue: [ending],
  increase: [ending, down],
  decrease: [ending, up],
  stop: [going],
  hold: [going],
};

/** Said by somebody who decides, in so many words, and not asked. */
function isDecided({ source, segment, order }: SourceOrder): boolean {
  const { turn } = source.segments[segment] ?? {};
  const sentence = source.sentenceAt(segment, order.start);
  const { start: from = 0, end: to = 0 } = order.action ?? {};
  if (past.test(source.text.slice(from, to))) return false;
  if (provided.test(source.text.slice(sentence.start, from))) return false;
  return !order.carried && turn?.speaker !== 'patient' && source.text.charAt(sentence.end - 1) !== '?';
}

/** "If it's steady, stop the heparin then", "don't let a dentist stop it": nobody stops it now. */
const provided = /\b(?:if|unless|don't|do not|don’t|never|let (?:a|an|any|anyone|anybody|the))\b[^;]*$/i;

/** "Has been held" tells what was, and says nothing against going on. */
const past = /(?:ed|held|(?<!hold )off)$/i;

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

/**
 * The note starts or goes on with what the source stops, stops what it goes on with, takes a dose up that goes down, or goes
 * on with a dose that is changed. Only where the source says nothing else of the medicine, and somebody who decides says it.
 */
export function courseConflict(medicine: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const { at, order } = medicine;
  const { action } = order;
  const said = input.statements[at];
  if (!action || !said) return [];
  const { text } = said.statement;
  const written = text.slice(action.start, action.end);
  if (past.test(written) || (action.name === 'start' && isTakenUpLater(written, text, said))) return [];
  const theirs = ordersFor(order.concept.name, input.sources).filter((place) => place.order.action);
  const last = theirs.filter(isDecided).at(-1);
  if (!last?.order.action) return [];
  const opposite = opposites[action.name]?.find((actions) =>
    theirs.every((place) => place.order.action && actions.has(place.order.action.name)),
  );
  if (!opposite) return keepsOldDose(medicine, last, theirs, input) ? [draft(medicine, action, last)] : [];
  if (order.strength && opposite === going && isAmountEnded(order.strength.value, input)) return [];
  return [draft(medicine, action, last)];
}

/** "Continue losartan 50 mg" where the source takes it from 50 to 100, and the note never says so. */
function keepsOldDose(
  { order }: NotedMedicine,
  last: SourceOrder,
  theirs: readonly SourceOrder[],
  input: NoteCheckInput,
): boolean {
  const { strength, action } = order;
  const { previous, strength: now } = last.order;
  if (action?.name !== 'continue' || !strength || !previous || !now) return false;
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
