import type { SentenceFacts } from '../../facts/extract';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import type { NoteCheck } from '../note-check';
import { regimenConflicts, type Part } from './regimen';

/** "Maximum 1 g twice daily": how often the most that is given may be taken. */
function mostOften({ quantities, orders }: SentenceFacts, text: string): Part[] {
  const isMost = quantities.some(({ unit, comparator }) => unit.dimension === 'mass' && comparator === '<');
  if (!isMost || orders.some(({ frequency }) => frequency !== undefined)) return [];
  return (
    quantities
      // "Maximum 320 mg daily" is a total.
      .filter(({ unit, value }) => unit.dimension === 'frequency' && value > 1)
      .map(({ value, start, end }) => ({ low: 0, high: value, start, end, text: text.slice(start, end) }))
  );
}

/** So seldom hardly any medicine is taken, and much is checked: per day. */
const seldom = 1 / 28;
/** So many characters may then stand between the medicine and how often. */
const besideIt = 60;

/** "45 to 59 | Full dose with care. | Every 6 months": how often something is looked at, in a row about the medicine. */
function isOfCheck({ frequency, concept }: MedicationFact, text: string): boolean {
  if (!frequency || frequency.perDay > seldom) return false;
  const between = text.slice(Math.min(concept.end, frequency.end), Math.max(concept.start, frequency.start));
  return between.length > besideIt || /[.|\n]/.test(between);
}

/** How often a medicine is taken, outside of all that the library gives for it. */
export const guidelineInterval: NoteCheck = {
  rule: 'guideline/interval',
  axis: 'guideline',
  reports: 'A medicine is taken more or less often than the guideline library gives it.',
  harm: 2,
  run: (input) =>
    regimenConflicts(input, {
      of: (order, text) => {
        const { frequency } = order;
        if (!frequency || isOfCheck(order, text)) return undefined;
        const { perDay: low, perDayHigh: high = low, start, end, text: written } = frequency;
        return { low, high, start, end, text: written };
      },
      beside: mostOften,
    }),
};
