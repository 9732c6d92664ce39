import { citeSource } from '../../evidence/citations/citation-of';
import { speaksOfClassOf } from '../../evidence/source/source-medicines';
import { ordersFor, type SourceOrder } from '../../evidence/source/source-orders';
import type { MedicationAction } from '../../facts/medications/medication-fact';
import type { Terminology } from '../../terminology/terminology';
import { findNumbers } from '../../facts/numbers';
import { wordAt } from '../../facts/token-reach';
import { nameIn, type Swap } from './medication-swap';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { medicinesOf, type NotedMedicine } from './noted-medicines';

/** A name with the case of the one that it takes the place of. */
function likeCase(name: string, like: string): string {
  if (/^\p{Lu}{2}/u.test(like)) return name.toUpperCase();
  return /^\p{Lu}/u.test(like) ? name.slice(0, 1).toUpperCase() + name.slice(1) : name;
}

/** True where the names may be exchanged: what the note says beside its own is what the source says of the other. */
function isExchangeable(ours: string, theirs: string, terminology: Terminology): boolean {
  const parts = (name: string): number => terminology.medication(name)?.ingredients.length ?? 0;
  return parts(ours) === parts(theirs);
}

function swapDraft(
  { at, order, text, allergy }: NotedMedicine,
  swap: Swap,
  terminology: Terminology,
): NoteFindingDraft {
  const { place } = swap;
  const strong = swap.strong && !allergy;
  const missing = swap.missing && !allergy;
  const theirs = nameIn(place);
  const { start, end } = order.concept;
  const because = strong ? `, and gives it as the note gives ${text}` : '';
  return {
    at,
    start,
    end,
    verdict: strong ? 'contradicted' : 'not-addressed',
    ...(!strong && missing && { severity: 'warning' }),
    message: `The source never names ${text}. It speaks of ${theirs}${because}.`,
    expected: theirs,
    citations: [citeSource(place.source, place.segment, place.order.concept)],
    // Another name before the dose of the note's own would be an order that nobody gave.
    fixes:
      strong && isExchangeable(order.concept.name, place.order.concept.name, terminology)
        ? [{ start, end, title: `Take the source's medicine: ${theirs}`, newText: likeCase(theirs, text) }]
        : [],
  };
}

function notNamed(medicine: NotedMedicine, { sources, terminology }: NoteCheckInput): NoteFindingDraft[] {
  if (medicine.isNamed) return [];
  if (medicine.swap) return [swapDraft(medicine, medicine.swap, terminology)];
  const { concept } = medicine.order;
  if (sources.some((source) => speaksOfClassOf(source, concept.name, terminology))) return [];
  return [
    {
      at: medicine.at,
      start: concept.start,
      end: concept.end,
      verdict: 'not-addressed',
      message: `The source never names ${medicine.text}.`,
      citations: [],
      fixes: [],
    },
  ];
}

const ending: ReadonlySet<MedicationAction> = new Set(['stop', 'hold']);
const going: ReadonlySet<MedicationAction> = new Set(['continue', 'increase', 'decrease']);

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
const past = /(?:ed|held|off)$/i;

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

/** The note goes on with what the source stops, or stops what it goes on with. */
function courseConflict({ at, order, text }: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const { action } = order;
  const written = action && input.statements[at]?.statement.text.slice(action.start, action.end);
  if (!action || written === undefined || past.test(written)) return [];
  const opposite = ending.has(action.name) ? going : going.has(action.name) ? ending : undefined;
  const theirs = ordersFor(order.concept.name, input.sources).filter((place) => place.order.action);
  const last = theirs.filter(isDecided).at(-1);
  if (!opposite || !last?.order.action) return [];
  if (!theirs.every((place) => place.order.action && opposite.has(place.order.action.name))) return [];
  if (order.strength && opposite === going && isAmountEnded(order.strength.value, input)) return [];
  const said = last.source.text.slice(last.order.action.start, last.order.action.end);
  return [
    {
      at,
      start: Math.min(action.start, order.concept.start),
      end: Math.max(action.end, order.concept.end),
      verdict: 'contradicted',
      message: `The source says to ${last.order.action.name} ${text} (“${said}”), not to ${action.name} it.`,
      expected: last.order.action.name,
      citations: [citeSource(last.source, last.segment, last.order.action)],
      fixes: [],
    },
  ];
}

/** A name that is nearly one of the dictionary. */
function misspelt({ at, order, text }: NotedMedicine): NoteFindingDraft[] {
  const [right] = order.misspelling?.candidates ?? [];
  if (right === undefined) return [];
  const { start, end } = order.concept;
  const newText = likeCase(right, text);
  return [
    {
      at,
      start,
      end,
      verdict: 'not-sure',
      message: `“${text}” is no medicine that is known; ${newText} is spelt nearly so.`,
      expected: newText,
      citations: [],
      fixes: [{ start, end, title: `Write ${newText}`, newText }],
    },
  ];
}

/** A medicine that the source never names, speaks of under another name, or wants stopped where the note goes on. */
export const faithfulnessMedication: NoteCheck = {
  rule: 'faithfulness/medication',
  axis: 'faithfulness',
  reports: 'The source does not name this medicine, or says the opposite of what is to happen with it.',
  harm: 1,
  run(input) {
    const medicines = medicinesOf(input);
    if (input.sources.length === 0) return medicines.flatMap(misspelt);
    return medicines.flatMap((medicine) => [
      ...misspelt(medicine),
      ...notNamed(medicine, input),
      ...courseConflict(medicine, input),
    ]);
  },
};
