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
    restrictedOrders(input, ({ pregnancy }) => {
      const { pregnant } = notePatient(input);
      return pregnancy && pregnant !== undefined ? { whom: 'pregnant patients', at: pregnant } : undefined;
    }),
};
