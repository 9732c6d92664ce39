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

const examined =
  '[patient] hello\n[doctor] The belly is soft, no masses in the belly. Ankles, no swelling.\n[patient] okay';

describe('the part of the body that is spoken of', () => {
  it.each([
    ['Exam: Abd: soft, with masses.', examined],
    ['Abdomen soft, with mass.', examined],
    ['Lungs clear. Positive for edema.', examined],
    ['Legs: pitting edema.', examined],
    ['Nausea with vomiting, mild headache (resolved).', talk("[patient] I didn't throw up.")],
  ])('“%s” is not what the source says', (note, source) => {
    expect(contradictionsOf(note, source)).not.toEqual([]);
  });

  it.each([
    ['Neck: supple, with mass.', examined],
    ['Breast: mass at 2 o’clock.', examined],
    ['Face: edema.', examined],
    ['Macular edema.', examined],
    ['Right hand edema.', examined],
    ['Vomiting, now resolved.', talk("[patient] I'm not throwing up.")],
  ])('“%s” may well be', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });
});
