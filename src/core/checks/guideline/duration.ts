import type { NoteCheck } from '../note-check';
import { regimenConflicts } from './regimen';

/** How long a medicine is taken, outside of all that the library gives for it. */
export const guidelineDuration: NoteCheck = {
  rule: 'guideline/duration',
  axis: 'guideline',
  reports: 'A medicine is taken for a shorter or longer time than the guideline library gives.',
  harm: 3,
  run: (input) =>
    regimenConflicts(
      input,
      ({ duration }, text) =>
        duration && {
          low: duration.days,
          high: duration.daysHigh ?? duration.days,
          start: duration.start,
          end: duration.end,
          text: text.slice(duration.start, duration.end),
        },
    ),
};
