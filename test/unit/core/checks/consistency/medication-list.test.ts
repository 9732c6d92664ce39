import { describe, expect, it } from 'vitest';
import { consistencyMedicationList } from '../../../../../src/core/checks/consistency/medication-list';
import { noteDraftsOf, reportedBy } from '../note-check';

const list = 'CURRENT MEDICATIONS\n\nLisinopril 10 mg daily.\n\nMetformin 500 mg twice daily.\n\n';
const plan = (text: string): string => `PLAN\n\n${text}`;

describe('consistency/medication-list', () => {
  it('reports another dose than the list gives', () => {
    const [draft] = noteDraftsOf(consistencyMedicationList, list + plan('Continue lisinopril 20 mg daily.'));
    expect(draft).toMatchObject({
      text: '20 mg',
      expected: '10 mg',
      verdict: 'contradicted',
      cited: ['Lisinopril 10 mg daily.'],
    });
  });

  it('reports another frequency', () => {
    expect(
      reportedBy(consistencyMedicationList, list + plan('Continue metformin 500 mg once daily.')),
    ).toEqual(['once daily']);
  });

  it.each([
    'Medications: lisinopril 10 mg daily.\n\nPlan: Continue lisinopril 20 mg daily.',
    'Medications: metformin 500 mg twice daily; lisinopril 10 mg daily. Plan: Continue lisinopril 20 mg daily.',
    'HISTORY\n\nDH: aspirin 75 mg daily. Lisinopril 10 mg daily.\n\nPLAN\n\nContinue lisinopril 20 mg daily.',
  ])('reads the list behind a label: "%s"', (note) => {
    expect(reportedBy(consistencyMedicationList, note)).toEqual(['20 mg']);
  });

  it.each([
    'Medications: aspirin 75 mg daily.\nTold to continue lisinopril 10 mg daily. Continue lisinopril 20 mg daily.',
    'Medications: aspirin 75 mg daily. HPI: lisinopril 10 mg daily. Plan: Continue lisinopril 20 mg daily.',
    'PLAN\n\nMedications: lisinopril 10 mg daily.\n\nContinue lisinopril 20 mg daily.',
    'Medications: lisinopril 10 mg daily. Plan: Increase lisinopril to 20 mg daily.',
  ])('ends the list with the label: "%s"', (note) => {
    expect(reportedBy(consistencyMedicationList, note)).toEqual([]);
  });

  it.each([
    'Medications: warfarin 5 mg daily. Plan: start warfarin 3 mg daily.',
    list + plan('Start lisinopril 20 mg daily.'),
  ])('hints at what is listed, and begun in another dose: "%s"', (note) => {
    const drafts = noteDraftsOf(consistencyMedicationList, note);
    expect(drafts.map(({ severity }) => severity)).toEqual(['hint']);
  });

  it.each([
    list + plan('Start lisinopril 10 mg daily.'),
    list + plan('Start lisinopril 20 mg daily, increased from 10 mg.'),
    list + plan('Stop lisinopril 10 mg.\n\nStart lisinopril 20 mg daily.'),
    'Medications: prednisone 5 mg daily. Plan: Start prednisone 40 mg for 5 days.',
    'Medications: warfarin 5 mg daily. Plan: Start apixaban 5 mg twice daily.',
  ])('leaves what is begun otherwise: "%s"', (note) => {
    expect(reportedBy(consistencyMedicationList, note)).toEqual([]);
  });

  it('reports what is stopped and continued', () => {
    const note = plan(
      'Hypertension. Discontinue lisinopril because of cough.\n\nHeart failure. Continue lisinopril 10 mg daily.',
    );
    const [draft] = noteDraftsOf(consistencyMedicationList, note);
    expect(draft).toMatchObject({ text: 'lisinopril' });
    expect(draft?.message).toContain('stops it elsewhere');
  });

  it.each([
    list + plan('Continue lisinopril 10 mg daily.'),
    list + plan('Continue lisinopril 0.01 g daily.'),
    list + plan('Increase lisinopril to 20 mg daily.'),
    list + plan('Continue lisinopril.'),
    list + plan('Continue atenolol 50 mg daily.'),
    list + plan('We will increase lisinopril today.\n\nContinue lisinopril 20 mg daily.'),
    `${list}Lisinopril 20 mg in the evening.\n\n${plan('Continue lisinopril 20 mg daily.')}`,
    plan('Stop lisinopril until the potassium is back.\n\nContinue lisinopril 10 mg daily.'),
    plan('Stop ibuprofen today.\n\nContinue lisinopril 10 mg daily.'),
    plan('BP 104 systolic, amlodipine 10 mg had been continued.\n\nStop amlodipine.'),
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyMedicationList, note)).toEqual([]);
  });
});
