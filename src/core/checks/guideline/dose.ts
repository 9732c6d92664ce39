import type { NoteCheck, NoteCheckInput, NoteFindingDraft } from '../note-check';
import { formatQuantity } from '../../facts/format';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import { citePassage } from '../../evidence/citations/citation-of';
import { sameRoute } from './comparable-orders';
import { notePatient } from './note-patient';
import { dailyMaxima, takenPerDay } from './daily-maximum';
import { meantFor } from './meant-for';
import { isComparableDose, passageValues, valueConflict } from './passage-conflict';

function check(input: NoteCheckInput, at: number, note: QuantityFact): NoteFindingDraft[] {
  const patient = notePatient(input);
  const { facts = [], passages = [] } = input.statements[at] ?? {};
  const name = note.concept?.name;
  const order = facts
    .flatMap(({ orders }) => orders)
    .find((one) => one.concept.name === name && one.start <= note.start && note.end <= one.end);
  const comparable = passageValues(passages, note).filter(({ sentence: { orders } }) => {
    const theirs = orders.filter(({ concept }) => concept.name === name);
    return theirs.length === 0 || theirs.some((one) => sameRoute(order, one, input.terminology));
  });
  const values = meantFor(
    comparable,
    ({ evidence, sentence, fact }) => ({
      evidence,
      at: fact.start,
      isFirst: isBegun(sentence, name) && order?.action?.name !== 'start',
    }),
    { patient, medicine: name, terminology: input.terminology },
  );
  const conflict = valueConflict(note, values, { perDay: order?.frequency?.perDay });
  if (!conflict) return order ? aboveMaximum(input, at, note, order) : [];
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

/** Rounded tablets and grams for milligrams make no difference. */
const slack = 1.05;

/** More in a day than any document allows that gives a maximum for this patient. */
function aboveMaximum(
  input: NoteCheckInput,
  at: number,
  note: QuantityFact,
  order: MedicationFact,
): NoteFindingDraft[] {
  const { passages = [] } = input.statements[at] ?? {};
  const name = order.concept.name;
  const maxima = meantFor(
    passages.flatMap((evidence) => dailyMaxima(evidence, name)),
    ({ evidence, fact }) => ({ evidence, at: fact.start, isFirst: false }),
    { patient: notePatient(input), medicine: name, terminology: input.terminology },
  );
  const [best] = [...maxima].sort((a, b) => b.perDay - a.perDay);
  const unit = best?.fact.unit;
  const taken = unit && takenPerDay(order, unit);
  if (!best || !unit || taken === undefined || order.strength?.start !== note.start) return [];
  // Maxima in units that can't be compared may be larger.
  if (maxima.some(({ fact }) => fact.unit.code !== unit.code) || taken <= best.perDay * slack) return [];
  const amount = (value: number): string => formatQuantity({ ...bare(best.fact), value, comparator: '=' });
  const expected = amount(best.perDay);
  return [
    {
      at,
      start: note.start,
      end: note.end,
      verdict: 'contradicted',
      message: `${best.evidence.passage.title} gives at most ${expected} of ${name} a day; the note comes to ${amount(taken)}.`,
      expected,
      citations: [citePassage(best.evidence.passage, best.sentence, best.fact)],
      fixes: [],
    },
  ];
}

function bare(fact: QuantityFact): QuantityFact {
  const single = { ...fact };
  delete single.high;
  return single;
}

/** "Start levothyroxine 25 micrograms": how a medicine is begun. */
function isBegun({ orders }: SentenceFacts, name: string | undefined): boolean {
  return orders.some(({ concept, action }) => concept.name === name && action?.name === 'start');
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
