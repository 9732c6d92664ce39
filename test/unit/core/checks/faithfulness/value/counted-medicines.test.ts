import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const scored = 'Nurse: How bad is the pain, out of ten?\nPatient: Eight, I suppose.\n';

describe('a number that counts what was taken', () => {
  it.each([
    'Nurse: What did you take for the pain?\nPatient: Three ibuprofen.',
    'Nurse: Anything for the pain?\nPatient: Two of the codeine at six.',
    'Nurse: Did you take something against the pain?\nPatient: Two.',
  ])('is no score: “%s”', (words) => {
    expect(contradictionsOf('Pain 8/10.', scored + words)).toEqual([]);
  });

  it('is one behind a question for the score', () => {
    const source = 'Nurse: Score your pain?\nPatient: Three.';
    expect(contradictionsOf('Pain 8/10.', source)).toHaveLength(1);
  });
});

describe('how often an exercise is done', () => {
  const asks = 'Patient: I take naproxen 250, at night.\nPhysio: Ask about the naproxen.\n';

  it.each([
    'Physio: Exercises. One, slide your heel up the bed, ten, three times a day.',
    'Physio: Lift the leg ten times, three times a day.',
  ])('is not how often a medicine is taken: “%s”', (words) => {
    expect(contradictionsOf('Naproxen 250 nocte.', asks + words)).toEqual([]);
  });

  it('is how often a medicine is taken where no exercise is named', () => {
    const source = 'Patient: I take naproxen 250.\nDoctor: How often?\nPatient: I take it three times a day.';
    expect(contradictionsOf('Naproxen 250 mg nocte.', source)).toHaveLength(1);
  });
});

describe('a day of the month in words', () => {
  it('is no number that a note leaves out', () => {
    const source = 'Patient: I start on the twenty-second.\nDoctor: Infection happens in two of a hundred.';
    expect(contradictionsOf('Risk of infection 2%.', source)).toEqual([]);
  });
});
