import type { SentenceFacts } from '../../facts/extract';
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

/** How often a medicine is taken, outside of all that the library gives for it. */
export const guidelineInterval: NoteCheck = {
  rule: 'guideline/interval',
  axis: 'guideline',
  reports: 'A medicine is taken more or less often than the guideline library gives it.',
  harm: 2,
  run: (input) =>
    regimenConflicts(input, {
      of: ({ frequency }) =>
        frequency && {
          low: frequency.perDay,
          high: frequency.perDayHigh ?? frequency.perDay,
          start: frequency.start,
          end: frequency.end,
          text: frequency.text,
        },
      beside: mostOften,
    }),
};
