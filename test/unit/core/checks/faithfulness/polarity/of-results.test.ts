import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

describe('the result of a test', () => {
  it.each([
    ['COVID test negative.', 'Your COVID test came back positive.'],
    ['Pregnancy test negative.', 'The pregnancy test is positive.'],
    ['Blood group O positive.', 'Your blood group is O negative.'],
    ['Urine nitrite negative.', 'The dip shows nitrites.'],
    ['Blood cultures negative.', 'The blood cultures grew staph.'],
    ['ECG: sinus rhythm.', 'Your ECG shows atrial fibrillation.'],
    ['BI-RADS 2.', 'The mammogram was BI-RADS 4.'],
    ['NYHA class III.', "You're NYHA class two."],
    ['NYHA class III heart failure.', 'Your heart failure is class two.'],
    ['Stage IIIA lung cancer.', 'Your lung cancer is stage two.'],
    ['She is full code.', "We'll make you DNR."],
  ])('“%s” against “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['COVID test negative.', '[doctor] Was the COVID test positive?\n[patient] No, it was negative.'],
    ['HIV negative.', 'My partner is HIV positive.'],
    ['Strep test negative.', 'If the strep test is positive, we treat.'],
    ['Blood cultures no growth.', "The blood cultures haven't grown anything."],
    ['COVID negative.', 'COVID was positive last month, and today it is negative.'],
    ['COVID negative.', 'COVID was positive last month.'],
    ['ECG: sinus rhythm.', 'The ECG shows sinus rhythm, no atrial fibrillation.'],
    ['Urine culture positive.', 'The blood cultures are negative.'],
    ['Hepatitis B negative.', "Your hepatitis B surface antibody is positive, so you're immune."],
    ['Full code.', '[doctor] Would you want to be full code or DNR?\n[patient] Full code.'],
    ['BI-RADS 4A.', "It's BI-RADS four."],
    ['NYHA class III heart failure.', 'Your heart failure is class three.'],
    ['Stage IIIA lung cancer.', 'Your lung cancer is stage three.'],
    ['NYHA class II.', 'You were class three heart failure last year. Now your heart failure is class two.'],
  ])('“%s” agrees with “%s”', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});

describe('the degree of a sign', () => {
  const visit =
    "Doctor: There's one plus pitting edema in your lower legs.\n" +
    'Doctor: The echo shows mild mitral regurgitation and moderate aortic stenosis.';

  it.each([
    '3+ pitting edema of the lower legs.',
    'Edema: 2+.',
    'Trace pitting edema.',
    'Severe MR.',
    'Mild AS.',
  ])('is wrong: %s', (note) => {
    expect(contradictionsOf(note, visit)).toHaveLength(1);
  });

  it.each([
    '1+ pitting edema of the lower legs.',
    'Edema 1+.',
    '1-2+ edema.',
    'Leg edema.',
    'Mild MR, moderate AS.',
    'Mild to moderate mitral regurgitation.',
    'Severe pain, mild MR.',
  ])('is right, or told of none: %s', (note) => {
    expect(contradictionsOf(note, visit)).toEqual([]);
  });

  it('is left alone where the two sides or two times have each its own', () => {
    const sides = 'Doctor: Two plus pitting edema on the left, one plus on the right.';
    expect(contradictionsOf('Left leg edema 2+, right leg 1+.', sides)).toEqual([]);
    expect(contradictionsOf('Mild MR.', 'Doctor: Last year it was severe MR, now it is mild MR.')).toEqual(
      [],
    );
  });
});
