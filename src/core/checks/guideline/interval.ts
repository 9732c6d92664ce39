import type { NoteCheck } from '../note-check';
import { regimenConflicts } from './regimen';

/** How often a medicine is taken, outside of all that the library gives for it. */
export const guidelineInterval: NoteCheck = {
  rule: 'guideline/interval',
  axis: 'guideline',
  reports: 'A medicine is taken more or less often than the guideline library gives it.',
  harm: 2,
  run: (input) =>
    regimenConflicts(
      input,
      ({ frequency }) =>
        frequency && {
          low: frequency.perDay,
          high: frequency.perDayHigh ?? frequency.perDay,
          start: frequency.start,
          end: frequency.end,
          text: frequency.text,
        },
    ),
};
