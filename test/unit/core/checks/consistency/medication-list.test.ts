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
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyMedicationList, note)).toEqual([]);
  });
});
