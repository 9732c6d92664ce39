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
});
