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
