import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../check-in';

const spoken =
  'Doctor: So your potassium is five point one today. It was four point two last month.\n' +
  'Patient: Okay.\nDoctor: And your weight, that was eighty-four kilos in clinic and it is now seventy-nine kilos.\n' +
  "Patient: Right.\nDoctor: The ferritin's gone up, it was twelve at booking, and it's thirty-one today.";

describe('a value and the one before it', () => {
  it.each([
    ['Potassium 4.2 (5.1 last month)'],
    ['Potassium 4.2, was 5.1'],
    ['Weight 84 kg (79 kg previously)'],
    ['Weight 84 kg, up from 79 kg'],
    ['Ferritin 12 (31 at booking)'],
  ])('are not taken for each other: %s', (note) => {
    expect(contradictionsOf(note, spoken)).toHaveLength(1);
  });

  it.each([
    ['Potassium 5.1 (4.2 last month)'],
    ['Potassium 5.1, up from 4.2'],
    ['Weight 79 kg (84 kg previously)'],
    ['Potassium 4.2 (3.5-5.3)'],
    ['Potassium 4.2 and 5.1 in the last months'],
  ])('are right: %s', (note) => {
    expect(contradictionsOf(note, spoken)).toEqual([]);
  });

  it('are left alone where the tense alone tells them apart, or the other one is the usual', () => {
    const usual = "Doctor: Her sodium was one twenty-six, her normal's one thirty-eight.\nPatient: Okay.";
    expect(contradictionsOf('Sodium 126 (baseline 138)', usual)).toEqual([]);
    const tense = 'Doctor: The sodium was one twenty-six. It is one thirty-eight.\nPatient: Okay.';
    expect(contradictionsOf('Sodium 126 (138 on admission)', tense)).toEqual([]);
  });

  it('are left alone where the source does not tell which is which', () => {
    const bare = 'Doctor: Potassium five point one, four point two.\nPatient: Okay.';
    expect(contradictionsOf('Potassium 4.2 (5.1 last month)', bare)).toEqual([]);
  });

  it('are left alone where the one is the usual value', () => {
    const admitted =
      "Nurse: Sodium was one twenty-four and creatinine was two point four, his normal's one point one.";
    expect(contradictionsOf('Cr 2.4 (baseline 1.1).', admitted)).toEqual([]);
  });

  it('are told with both, and the source is cited', () => {
    const [found] = findingsOf('Potassium 4.2 (5.1 last month)', spoken);
    expect(found?.message).toContain('5.1');
    expect(found?.text).toBe('4.2 (5.1');
    expect(found?.citations).toHaveLength(1);
  });
});
