import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

const visit = (...turns: string[]): string =>
  turns.map((turn, at) => `${at % 2 === 0 ? 'Doctor' : 'Patient'}: ${turn}`).join('\n');

describe('what is denied of a quality, an occasion or a manoeuvre', () => {
  it.each([
    ['No croupy cough.', visit('What is the cough like?', "It's loose. He coughs all day, it isn't croupy.")],
    ['Small bruise on the shin.', visit('There is no big bruise, a small one here on the shin.', 'Okay.')],
    ['Headache with periods only.', visit('Headache, cough, rash?', "No. Headache, that's with my period.")],
    [
      'No bulge with cough.',
      visit('How is the chest?', 'I have a cough.', 'No bulge on the cough.', 'Good.'),
    ],
    ['Skin: bruise on the left arm.', visit('no swelling and that bruise on the left arm is old', 'okay')],
    [
      'Falls: Patient denies; son reports two in May.',
      visit('Any falls?', 'No.') + '\nSon: She had two in May.',
    ],
    ['Regained 4 kg.', visit('And your weight?', "I'd lost ten kilos, I've put back four.")],
    ['Weight gain.', visit('And your weight?', "I'd lost ten kilos, I've put on four again.")],
  ])('does not contradict "%s"', (note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['No cough.', visit('What is the cough like?', "I have a cough, it's loose. It isn't croupy.")],
    ['Bruise on the shin.', visit('There is no bruise on the shin.', 'Okay.')],
    ['Skin: bruise.', visit('There is no swelling and no bruise.', 'Okay.')],
    ['Falls: two in May.', visit('Any falls?', 'No, none.')],
    ['No weight loss.', visit('And your weight?', "I've lost ten kilos.")],
  ])('contradicts "%s"', (note, source) => {
    expect(contradictionsOf(note, source).length).toBeGreaterThan(0);
  });
});
