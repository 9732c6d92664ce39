import { describe, expect, it } from 'vitest';
import { consistencyAge } from '../../../../../src/core/checks/consistency/age';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('consistency/age', () => {
  it('reports a second age of the patient, and offers the first', () => {
    const first = 'Mr. Hale is a 70-year-old man with cough.';
    const [draft] = noteDraftsOf(consistencyAge, `${first}\n\nPLAN\n\nThis 76-year-old man needs an x-ray.`);
    expect(draft).toMatchObject({
      text: '76-year-old',
      expected: '70',
      fixes: [{ newText: '70' }],
      cited: [first],
    });
  });

  it.each([
    'Mr. Hale is a 70-year-old man. This 70 y.o. man is well.',
    'Mr. Hale is a 70-year-old man. His father died when he was 50 years old.',
    'Mr. Hale is a 70-year-old man. He had measles at age 7.',
    'Mr. Hale is a 70-year-old man. His 40-year-old daughter is well.',
    'Mr. Hale is a 70-year-old man. He retired when he was 62 years old.',
    'The patient is a 7-week-old girl. She was born at 38 weeks.',
    'Mr. Hale is a man in his 70s. He is a 72-year-old man.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyAge, note)).toEqual([]);
  });

  it('reckons the age from the date of birth and the day of the visit', () => {
    const note = 'DOB: 04/05/1950. Date: 10 June 2024.\n\nMrs Hall is a 47-year-old woman with cough.';
    const [draft] = noteDraftsOf(consistencyAge, note);
    expect(draft).toMatchObject({ text: '47-year-old', expected: '74', fixes: [] });
    expect(reportedBy(consistencyAge, 'Age 45. DOB 12/03/1960. Seen 12/03/2025.')).toHaveLength(1);
  });

  it.each([
    ['Age 65. DOB 12/03/1960. Seen 12/03/2025.', 'the age is right'],
    ['DOB 04/12/1960. Date of visit: 05/11/2025. 64-year-old man.', 'right in one of the readings'],
    ['DOB: 04/05/1950. Mrs Hall is a 47-year-old woman.', 'no day of a visit'],
    ['DOB 12/03/1960. Seen 12/03/2025. His son is 20 years old.', 'the age is the son’s'],
    ['DOB 03/01/2020. DOB 04/05/1988. Seen 12/03/2025. A 5-year-old boy.', 'two dates of birth'],
  ])('reckons none for "%s": %s', (note) => {
    expect(reportedBy(consistencyAge, note)).toEqual([]);
  });
});
