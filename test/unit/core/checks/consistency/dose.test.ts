import { describe, expect, it } from 'vitest';
import { consistencyDose } from '../../../../../src/core/checks/consistency/dose';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('consistency/dose', () => {
  it.each([
    ['Start lisinopril 400 mg daily.', '400 mg', 'ten times'],
    ['Continue metformin 10,000 mg daily.', '10,000 mg', 'ten times'],
    ['Start atorvastatin 800 mg at night.', '800 mg', 'ten times'],
  ])('%s', (note, text, words) => {
    const [draft] = noteDraftsOf(consistencyDose, note);
    expect(draft).toMatchObject({ text, severity: 'warning', verdict: 'not-sure' });
    expect(draft?.message).toContain(words);
    expect(draft?.message).toContain('US prescribing information');
  });

  it('offers the unit that was meant where it is a thousand times off', () => {
    const [draft] = noteDraftsOf(consistencyDose, 'Continue levothyroxine 75 mg by mouth daily.');
    expect(draft).toMatchObject({ text: '75 mg', severity: 'warning', fixes: [{ newText: '75 mcg' }] });
  });

  it('adds up the doses of a day', () => {
    const [draft] = noteDraftsOf(consistencyDose, 'Start metformin 1000 mg four times daily.');
    expect(draft).toMatchObject({ text: '1000 mg', severity: 'warning' });
    expect(draft?.message).toContain('4000 mg');
  });

  it('reports a weekly medicine that is ordered daily', () => {
    const [draft] = noteDraftsOf(consistencyDose, 'Start methotrexate 15 mg by mouth daily.');
    expect(draft).toMatchObject({ text: 'daily', severity: 'warning' });
  });

  it('hints at a dose that has lost a digit', () => {
    expect(noteDraftsOf(consistencyDose, 'Start metformin 50 mg twice daily.')).toMatchObject([
      { text: '50 mg', severity: 'hint' },
    ]);
  });

  it.each([
    ['Morphine 100 mg IV now.', '100 mg', 'ten times'],
    ['Insulin glargine 2000 units at bedtime.', '2000 units', 'ten times'],
    ['Ibuprofen 800 mg six times daily.', '800 mg', '4800 mg'],
    ['Acetaminophen 1000 mg six times daily.', '1000 mg', '6000 mg'],
    ['Fentanyl 50 mg IV once.', '50 mg', 'a thousand times'],
    ['Hydromorphone 10 mg IV now.', '10 mg', 'ten times'],
    ['Oxycodone 500 mg every 6 hours.', '500 mg', 'ten times'],
    ['Insulin lispro 800 units with meals.', '800 units', 'ten times'],
    ['Enoxaparin 400 mg subcutaneously daily.', '400 mg', 'ten times'],
    ['Heparin 50,000 units subcutaneously every 12 hours.', '50,000 units', 'ten times'],
    ['Potassium chloride 400 mEq orally once.', '400 mEq', 'ten times'],
    ['Gentamicin 2400 mg IV daily.', '2400 mg', 'ten times'],
    ['Vancomycin 10 g IV every 12 hours.', '10 g', 'ten times'],
  ])('warns of a high-alert medicine or a day’s sum: %s', (note, text, words) => {
    const [draft, ...more] = noteDraftsOf(consistencyDose, note);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ text, severity: 'warning' });
    expect(draft?.message).toContain(words);
  });

  it('says what is usual where a label names no most', () => {
    const [draft] = noteDraftsOf(consistencyDose, 'Morphine 100 mg IV now.');
    expect(draft?.message).toContain('Adults are usually given up to 20 mg (US prescribing information');
    expect(draft?.message).not.toContain('The most that the label gives');
  });

  it.each([
    // Tolerance, palliative care, pain crises, pumps.
    'Morphine 5 mg IV now.',
    'Metastatic breast cancer.\n\nMorphine 60 mg IV every 4 hours.',
    'Palliative care.\n\nOxycodone 320 mg every 12 hours.',
    'Sickle cell crisis.\n\nMorphine 30 mg IV now.',
    'Opioid-tolerant.\n\nHydromorphone 8 mg IV every 3 hours.',
    'Morphine 100 mg subcutaneously over 24 hours by syringe driver.',
    'Morphine ER 200 mg by mouth every 12 hours.',
    'Methadone 120 mg daily.',
    'Fentanyl patch 75 mcg/hour every 72 hours.',
    'Fentanyl 100 mcg IV.',
    'Hydromorphone 2 mg IV every 2 hours as needed.',
    // Insulin: ketoacidosis, resistance, concentrates, titration.
    'DKA. Insulin regular 10 units IV bolus, then 0.1 units/kg/hour.',
    'Insulin regular 100 units in 100 mL saline.',
    'Insulin glargine 120 units at bedtime.',
    'Insulin degludec 250 units daily.',
    'Titrate insulin glargine from 20 to 24 units at bedtime.',
    // Heparins, electrolytes, antibiotics.
    'Heparin 25,000 units in 250 mL, start at 18 units/kg/hour.',
    'Heparin 5000 units subcutaneously three times daily.',
    'Enoxaparin 120 mg subcutaneously twice daily.',
    'Potassium chloride 40 mEq by mouth twice daily.',
    'Potassium chloride 600 mg twice daily.',
    'KCl 20 mEq IV over 2 hours.',
    'Gentamicin 480 mg IV once daily.',
    'Gentamicin 0.3% eye drops four times daily.',
    'Vancomycin 2.5 g IV loading dose, then 1.25 g every 12 hours.',
    'Vancomycin 125 mg by mouth four times daily.',
    // Half again the usual amount, once a day, may be a choice.
    'Ibuprofen 800 mg every 4 hours as needed.',
  ])('is quiet on a high-alert medicine as it is given: %s', (note) => {
    expect(reportedBy(consistencyDose, note)).toEqual([]);
  });

  it('only hints at a single dose half again the usual one', () => {
    expect(noteDraftsOf(consistencyDose, 'Continue warfarin 15 mg daily.')).toMatchObject([
      { severity: 'hint' },
    ]);
  });

  it.each([
    'Start lisinopril 10 mg daily.',
    'Start lisinopril 2.5 mg daily.',
    'Increase lisinopril to 40 mg daily.',
    'Continue levothyroxine 75 mcg daily.',
    'Continue levothyroxine 0.075 mg daily.',
    'Start methotrexate 15 mg by mouth weekly.',
    'Give clopidogrel 600 mg as a loading dose.',
    'He took an overdose of metformin 20,000 mg.',
    'This 6-year-old boy starts acetaminophen 5000 mg daily.',
    'Start acetaminophen 15 mg/kg every six hours.',
    'Start acetaminophen 1000 mg every 4 hours as needed.',
    'Stop lisinopril 400 mg daily.',
    'Start methylprednisolone 1000 mg daily.',
    'Start newdrugol 5000 mg daily.',
    'Take lisinopril and walk 400 meters daily.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyDose, note)).toEqual([]);
  });
});
