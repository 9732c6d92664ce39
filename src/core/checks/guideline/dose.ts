import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { formatQuantity } from '../../facts/format';
import type { QuantityFact } from '../../facts/fact';
import { sameRoute } from './comparable-orders';
import { notePatient } from './note-patient';
import { isComparableDose, passageConflict } from './passage-conflict';
import { concernsPatient } from './passage-topic';

function check(input: NoteCheckInput, at: number, note: QuantityFact): NoteFindingDraft[] {
  const patient = notePatient(input);
  const { facts = [], passages: found = [] } = input.statements[at] ?? {};
  const name = note.concept?.name;
  const order = facts
    .flatMap(({ orders }) => orders)
    .find((one) => one.concept.name === name && one.start <= note.start && note.end <= one.end);
  const passages = found
    .filter(({ passage }) => concernsPatient(passage, patient, name, input.terminology))
    .map(({ passage, sentences }) => ({
      passage,
      sentences: sentences.filter(({ orders }) => {
        const theirs = orders.filter(({ concept }) => concept.name === name);
        return theirs.length === 0 || theirs.some((one) => sameRoute(order, one));
      }),
    }));
  const conflict = passageConflict(note, passages);
  if (!conflict) return [];
  const { title, expected, citations } = conflict;
  return [
    {
      at,
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `${title} gives ${expected} for ${note.concept?.name}; the note says ${formatQuantity(note)}.`,
      expected,
      citations,
      fixes: [],
    },
  ];
}

/** A dose outside of every dose that the library gives for the same medicine and a condition of this patient. */
export const guidelineDose: NoteCheck = {
  rule: 'guideline/dose',
  axis: 'guideline',
  reports: 'A dose is outside of those in the guideline library.',
  harm: 2,
  run: (input) =>
    input.statements.flatMap(({ facts }, at) =>
      facts
        .flatMap((sentence) => sentence.quantities)
        .filter(isComparableDose)
        .flatMap((note) => check(input, at, note)),
    ),
};
