import type { NoteCheck } from '../note-check';
import { notePatient } from './note-patient';
import { concernsPatient } from './passage-topic';
import { restrictedOrders } from './restricted-orders';

/** A medicine that a guideline does not give at the patient's age. */
export const guidelineAge: NoteCheck = {
  rule: 'guideline/age',
  axis: 'guideline',
  reports: 'A medicine is ordered that a guideline does not give at the age of the patient.',
  harm: 1,
  run: (input) =>
    restrictedOrders(input, ({ ages, evidence }, { order }) => {
      const patient = notePatient(input);
      const { age } = patient;
      // "Child: not recommended for this indication": what a guideline of another disease says is of that disease.
      const title = { ...evidence.passage, section: [evidence.passage.title] };
      if (ages && !concernsPatient(title, patient, order.concept.name, input.terminology)) return undefined;
      if (!ages || !age || age.fact.low < ages.low || age.fact.high >= ages.high) return undefined;
      const whom =
        ages.high === Infinity
          ? `patients over ${ages.low} years`
          : ages.high < 1
            ? `children under ${Math.round(ages.high * 12)} months`
            : `children under ${ages.high} years`;
      return { whom, at: age.at };
    }),
};
