import type { NoteCheck } from '../note-check';
import { notePatient } from './note-patient';
import { restrictedOrders } from './restricted-orders';

/** A medicine that a guideline forbids in pregnancy, for a patient who is pregnant. */
export const guidelinePregnancy: NoteCheck = {
  rule: 'guideline/pregnancy',
  axis: 'guideline',
  reports: 'A medicine is ordered for a pregnant patient that a guideline forbids in pregnancy.',
  harm: 1,
  run: (input) =>
    restrictedOrders(input, ({ pregnancy, trimester }) => {
      const { pregnant, gestationWeeks: weeks } = notePatient(input);
      if (!pregnancy || pregnant === undefined) return undefined;
      const isMeant =
        trimester === undefined || (weeks !== undefined && weeks >= trimester.low && weeks < trimester.high);
      return { whom: 'pregnant patients', at: pregnant, ...(!isMeant && { unsure: true }) };
    }),
};
