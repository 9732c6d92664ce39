import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const talk = (text: string): string => `${text}\n[doctor] Okay.`;
const film = talk("[doctor] The x-ray shows there's a fracture of your wrist.");
const broken = talk('[doctor] Your wrist is broken, but the elbow looks fine on the x-ray.');
const numb = talk("[patient] There's some numbness in my left leg.");

describe('a denial that names no part of the body', () => {
  it.each([
    ['No fracture.', film],
    ['X-ray: no fracture.', film],
    ['X-ray negative for fracture.', film],
    ['X-ray: no fracture.', broken],
    ['Wrist: no fracture.', broken],
    ['Denies numbness.', numb],
    ['Denies numbness or weakness.', numb],
    ['Neuro: no numbness.', numb],
    ['No PE on CT.', talk('[doctor] The scan shows a pulmonary embolism.')],
    ['Nausea and vomiting.', talk("[patient] I feel sick but I haven't thrown up.")],
  ])('“%s” is not what %j says', (note, source) => {
    expect(contradictionsOf(note, source)).not.toEqual([]);
  });

  it.each([
    ['No hip fracture.', film],
    ['Elbow: no fracture.', broken],
    ['Elbow x-ray: no fracture.', broken],
    ['Wrist fracture. Elbow: no fracture.', broken],
    ['No fracture dislocation.', film],
    ['Denies facial numbness.', numb],
    ['No numbness in the hands.', numb],
    ['Denies numbness in the right leg.', numb],
    ['No saddle numbness.', numb],
    ['No fracture.', talk('[doctor] You had a wrist fracture years ago. The x-ray today shows no fracture.')],
    ['Nausea without vomiting.', talk("[patient] I feel sick but I haven't thrown up.")],
    ['No numbness.', talk('[patient] Some numbness in my leg. None now, no numbness at all.')],
  ])('“%s” is no error of %j', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
