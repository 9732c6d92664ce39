import { describe, expect, it } from 'vitest';
import { contradictionsOf, findingsOf } from '../../../check-in';

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

describe('a value of today and an older one, in other words', () => {
  const visit =
    "Doctor: What's your weight been doing?\nPatient: I was 84 kilos at discharge, and it was 87 this morning.\n" +
    'Doctor: Your echo from last week shows an ejection fraction of 40 percent, it was 35 before. Creatinine is 1.3, up from 1.1.\n' +
    'Doctor: Your PHQ-9 is 9, last time it was 16.\nPatient: My pain is about a three out of ten, it was eight yesterday.\n' +
    'Doctor: White count came down from 14.2 to 9.8. The haemoglobin has come up from 98 to 112. Your A1c is 7.8, it used to be 8.6.\n' +
    'Doctor: Your peak flow is 220, your best is 340.\n' +
    'Nurse: Your blood pressure was 160 over 95 last time. Today it is 138 over 84. Respiratory rate 28, down to 20 after the neb.\n' +
    'Doctor: The DAS28 is 2.4, it was 4.8 before the methotrexate. The prolactin was 95 in January, 60 in April and it is 22 today.';

  it.each([
    'Weight 84 kg today.',
    'Weight 84 kg (87 kg at discharge).',
    'LVEF 35% (previously 40%).',
    'Cr 1.1 (was 1.3).',
    'Creatinine fell from 1.3 to 1.1.',
    'PHQ-9 16 (prev 9).',
    'PHQ-9 worsened from 9 to 16.',
    'Pain has improved from 3/10 to 8/10.',
    'WBC rose from 9.8 to 14.2.',
    'Hb 98, down from 112.',
    'HbA1c rose from 7.8 to 8.6.',
    'PEF 340 (best 220).',
    'BP 160/95 today.',
    'BP 160/95 (previously 138/84).',
    'RR increased from 20 to 28.',
    'DAS28 4.8 (2.4 before MTX).',
    'Prolactin 95 (22 in January).',
  ])('is wrong: %s', (note) => {
    expect(contradictionsOf(note, visit).length).toBeGreaterThan(0);
  });

  it.each([
    'Weight 87 kg today.',
    'Weight 87 kg (84 kg at discharge).',
    'Weight 84 kg at discharge, 87 kg today.',
    'LVEF 40% (previously 35%).',
    'Cr 1.3 (was 1.1).',
    'Creatinine rose from 1.1 to 1.3.',
    'PHQ-9 9 (prev 16).',
    'PHQ-9 improved from 16 to 9.',
    'Pain has improved from 8/10 to 3/10.',
    'WBC fell from 14.2 to 9.8.',
    'WBC 14.2 → 9.8.',
    'Hb 112, up from 98.',
    'HbA1c 7.8%, improved from 8.6%.',
    'PEF 220 (best 340).',
    'BP 138/84 today (160/95 last visit).',
    'RR 28 → 20 after nebuliser.',
    'DAS28 2.4 (4.8 before MTX).',
    'Prolactin 60 in April (95 in January), 22 today.',
    'Prolactin fell from 95 in January to 22.',
  ])('is right: %s', (note) => {
    expect(contradictionsOf(note, visit)).toEqual([]);
  });

  it('is left alone where both are of one day, or the course is that of a list', () => {
    const day = 'Nurse: Blood pressure lying 138 over 84, standing 112 over 70. Pulse lying 72, standing 96.';
    expect(contradictionsOf('BP 138/84 lying, 112/70 standing. HR 72 → 96 on standing.', day)).toEqual([]);
    const admitted = 'Doctor: Potassium was 5.1 when he came in, 4.2 this morning.';
    expect(contradictionsOf('K 5.1 on admission, 4.2 today.', admitted)).toEqual([]);
  });

  it('takes the value of yesterday for the last one, where none of today stands beside it', () => {
    const round =
      'Doctor: Haemoglobin was a hundred and nineteen before, seventy one on Thursday, and it is eighty four yesterday.';
    expect(contradictionsOf('Hb 119 → 71 → 84.', round)).toEqual([]);
    const both = 'Doctor: The bilirubin was 16 yesterday and 13.5 this morning.';
    expect(contradictionsOf('Bilirubin rose from 13.5 to 16.', both)).toHaveLength(1);
  });
});
