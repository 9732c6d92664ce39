import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';

const exam = (told: string): string => `[doctor] ${told}\n[patient] Okay.`;
const note = (finding: string): string => `# Physical Examination\n\n${finding}`;

describe('what a normal part of the body leaves no room for', () => {
  it.each([
    ['Positive for wheezes.', 'Your lungs sound nice and clear.'],
    ['Positive for rales.', 'On your lung exam, everything sounds nice and clear.'],
    ['Positive for murmurs.', 'Your heart sounds good.'],
    ['Positive for extra heart sounds.', 'Your heart and lungs, those sound good.'],
    ['Positive for thyromegaly.', 'Your thyroid seems not enlarged.'],
    ['Positive for jugular venous distention.', 'Your neck veins are flat.'],
    ['There is hepatomegaly.', "Liver's not enlarged."],
    ['There is leg oedema.', "Lungs are good, legs aren't swollen."],
    ['There is clubbing.', 'Nails look normal.'],
  ])('contradicts "%s" by "%s"', (finding, told) => {
    expect(contradictionsOf(note(finding), exam(told))).toHaveLength(1);
  });

  it.each([
    ['Positive for wheezes.', 'Your lungs are clear except for a few wheezes.', 'an exception with its name'],
    ['Positive for rales.', 'Your lungs are clear except at the left base.', 'an exception'],
    ['Positive for wheezes.', 'Your lungs are not clear.', 'the opposite'],
    ['Positive for wheezes.', 'Your chest x-ray is clear.', 'a picture'],
    ['Positive for wheezes.', 'Your lungs are clear. You do have some wheezing.', 'said otherwise'],
    ['Positive for murmurs.', 'Your lungs are clear.', 'another part'],
    ['Positive for murmurs.', 'Your heart sounds good. There is a soft murmur.', 'said otherwise'],
  ])('leaves "%s" alone by "%s": %s', (finding, told) => {
    expect(contradictionsOf(note(finding), exam(told))).toEqual([]);
  });

  it('says nothing of what the patient reports, and is not said by the patient', () => {
    expect(contradictionsOf('She reports wheezing.', exam('Your lungs are clear.'))).toEqual([]);
    const patient = '[doctor] Hello.\n[patient] My lungs are clear, they said.\n[doctor] Good.';
    expect(contradictionsOf(note('Positive for wheezes.'), patient)).toEqual([]);
  });
});
