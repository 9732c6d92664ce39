import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const exam = (told: string): string => `[doctor] ${told}\n[patient] Okay.`;
const asked = (question: string, answer: string): string =>
  `[doctor] ${question}\n[patient] ${answer}\n[doctor] All right.`;

describe('what the source says of a finding by another', () => {
  it.each([
    ['Positive for edema in the lower extremities.', exam('Your lower extremities have no edema.')],
    ['Positive for lower extremity edema.', exam('There is no edema.')],
    ['There is edema.', asked('Any leg swelling?', 'No.')],
    ['She reports weakness in her legs.', asked('Any weakness in, in your legs?', 'No, no weakness.')],
    ['She reports dyspnea on exertion.', asked('Any shortness of breath?', 'No.')],
    ['Right knee with effusion.', exam('Right knee, no swelling, full movement.')],
    ['She reports incontinence.', asked('Any leaking urine?', 'No.')],
    ['She reports vertigo.', asked('Any dizziness at all?', 'No, nothing.')],
    ['Lower abdominal pain.', asked('Any abdominal pain?', 'None.')],
    ['She denies leg swelling.', exam('There is pitting edema of both ankles.')],
  ])('turns "%s" round in %j', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it.each([
    ['Positive for lower extremity edema.', exam('There is no swelling of the elbow.'), 'another part'],
    ['She denies leg swelling.', exam('There is swelling of your elbow.'), 'another part'],
    ['There is a pleural effusion.', exam('There is no swelling of your knee.'), 'another part'],
    ['Right knee without effusion.', exam('There is swelling of your right knee.'), 'more than one cause'],
    ['She denies leg swelling.', exam('There is edema.'), 'no part'],
    ['She denies vertigo.', asked('Any dizziness at all?', 'Yes, often.'), 'not of that kind'],
    ['She denies dyspnea on exertion.', asked('Any shortness of breath?', 'Yes.'), 'not of that kind'],
    ['She reports shortness of breath.', asked('Any dyspnea on exertion?', 'No.'), 'one kind of it'],
    [
      'She reports dyspnea on exertion.',
      asked('Any shortness of breath?', 'No.') + '\n[patient] I am short of breath at night.',
      'there after all',
    ],
  ])('leaves "%s" alone in %j: %s', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
