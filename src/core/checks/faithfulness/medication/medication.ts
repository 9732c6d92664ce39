import { citeSource } from '../../../evidence/citations/citation-of';
import { speaksOfClassOf } from '../../../evidence/source/source-medicines';
import type { Terminology } from '../../../terminology/terminology';
import { matchCapital } from '../../../text/letter-case';
import { classConflicts, conflictWithClass } from './class';
import { courseConflict } from './course';
import { nameIn, type Swap } from './swap';
import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../../note-check';
import { stanceConflict } from './stance';
import { takingConflict } from './taking';
import { medicinesOf, type NotedMedicine } from './noted-medicines';

/** A name with the case of the one that it takes the place of. */
function likeCase(name: string, like: string): string {
  if (/^\p{Lu}{2}/u.test(like)) return name.toUpperCase();
  return matchCapital(name, like);
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

function notNamed(medicine: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const { sources, terminology } = input;
  if (medicine.isNamed) return [];
  const declined = conflictWithClass(medicine, input);
  if (declined.length > 0) return declined;
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

/** What is to happen with it, else whether it is taken: one finding for one cause. */
function goingOn(medicine: NotedMedicine, input: NoteCheckInput): NoteFindingDraft[] {
  const course = courseConflict(medicine, input);
  if (course.length > 0) return course;
  const taking = takingConflict(medicine, input);
  return taking.length > 0 ? taking : stanceConflict(medicine, input);
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
    const ofMedicines = medicines.flatMap((medicine) => [
      ...misspelt(medicine),
      ...notNamed(medicine, input),
      ...goingOn(medicine, input),
    ]);
    return [...ofMedicines, ...classConflicts(input)];
  },
};
