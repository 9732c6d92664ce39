import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const asked = (question: string, answer: string): string =>
  `[doctor] ${question}\n[patient] ${answer}\n[doctor] Okay.`;
const told = (text: string): string => `[doctor] ${text}\n[patient] Okay.`;

describe('what a visit tells and its note turns round', () => {
  it.each([
    ['Periorbital oedema.', told('Eyes look fine, no periorbital oedema.')],
    ['Ankle oedema in the evenings.', asked('Do the ankles swell in the evening?', 'No.')],
    ['Reports headaches.', asked('Any headaches?', "Hm, let me think. No, I don't think so.")],
    ['Denies numbness.', asked('Any numbness?', 'Just in the right one at night.')],
    ['Denies numbness.', asked('Any numbness?', 'In my feet, mostly.')],
    ['Biopsy: malignancy.', told('The biopsy came back benign, no cancer.')],
    ['Chest: pneumonia.', told('The film came back clear, no pneumonia.')],
    ['Abdomen: guarding.', told("It's a little tender in the right lower quadrant, no rebound or guarding.")],
    ['Denies palpitations.', asked('Palpitations?', 'My heart does flutter sometimes.')],
    ['Right TM red and bulging.', told('The eardrum on the left is red and bulging.')],
  ])('“%s” of %j', (note, source) => {
    expect(contradictionsOf(note, source)).not.toEqual([]);
  });

  it.each([
    ['Denies headaches.', asked('Any headaches?', "Hm, let me think. No, I don't think so.")],
    ['Periorbital oedema a.m.', told('Eyes look fine, no periorbital oedema.')],
    [
      'Numbness of the right hand at night.',
      asked('Numbness in the hands?', 'Just in the right one at night.'),
    ],
    ['Reports numbness in the feet.', asked('Any numbness?', 'In my feet, mostly.')],
    ['No malignancy on biopsy.', told('The biopsy came back benign, no cancer.')],
    ['Back: no tenderness.', told('Your calf is tender.')],
    ['Abdomen: RLQ tenderness, no guarding.', told("It's tender in the right lower quadrant, no guarding.")],
    ['Occasional palpitations.', asked('Palpitations?', 'My heart does flutter sometimes.')],
    ['Left TM red and bulging.', told('The eardrum on the left is red and bulging.')],
    // "Come back" is no part of the body, and a back is one.
    ['No back tenderness.', told('No tenderness in your back. Come back in June.')],
  ])('“%s” is right of %j', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
