import { describe, expect, it } from 'vitest';
import { faithfulnessRoute } from '../../../../../../src/core/checks/faithfulness/route/route';
import { saidAgainst } from '../../source-check';

const against = (note: string, said: string): string[] =>
  saidAgainst(faithfulnessRoute, note, `[doctor] ${said}\n[patient] okay .`);

describe('faithfulness/route', () => {
  it.each([
    [
      'Ketorolac 30 mg IV',
      'we gave you the ketorolac 30 milligrams intramuscularly .',
      ['IV → intramuscular'],
    ],
    ['Ondansetron 4 mg IV', 'take ondansetron 4 milligrams under the tongue .', ['IV → sublingual']],
    ['Vancomycin 1 g by mouth', 'she got vancomycin 1 gram iv .', ['by mouth → intravenous']],
    ['Prednisone 40 mg IM', 'i will give you prednisone 40 milligram tablets .', ['IM → oral']],
    ['Albuterol nebulizer', 'take the albuterol inhaler .', ['nebulizer → inhaler']],
    ['Albuterol by mouth', 'two puffs of albuterol .', ['by mouth → inhaled']],
    ['Ofloxacin 1 drop left ear QID', 'ofloxacin , one drop in the left eye .', ['left ear → ophthalmic']],
    [
      'Ciprofloxacin 4 drops right eye BD',
      'ciprofloxacin , four drops in the right ear .',
      ['right eye → otic'],
    ],
  ])('%s, said "%s"', (note, said, expected) => {
    expect(against(note, said)).toEqual(expected);
  });

  it.each([
    ['Ketorolac 30 mg IM', 'we gave you a ketorolac injection .'],
    ['Ofloxacin 1 drop left eye QID', 'ofloxacin , one drop in the left eye .'],
    ['Ciprofloxacin 4 drops right ear BD', 'ciprofloxacin , four drops in your right ear .'],
    // No medicine is given where its reason is.
    ['Aspirin 81 mg PO daily', 'aspirin once a day since the clot in your left eye .'],
    ['Nitroglycerin 0.4 mg sublingual', 'put the nitroglycerin tablet under your tongue .'],
    ['Lidocaine topical', 'use the lidocaine patch .'],
    ['Fluticasone intranasal inhaler', 'the other one is fluticasone inhaler .'],
    ['Ketorolac IV', 'take the ketorolac .'],
    ['Hydrocortisone cream', 'take the hydrocortisone tablets .'],
    [
      'IV co-amoxiclav for 2 days',
      'you had antibiotics through the drip , co-amoxiclav , for two days , then tablets .',
    ],
  ])('%s, said "%s": no finding', (note, said) => {
    expect(against(note, said)).toEqual([]);
  });
});

it('takes no combination for its part', () => {
  expect(against('Budesonide nasal spray daily', 'both puffs of the symbicort inhaler .')).toEqual([]);
  expect(against('Symbicort IV', 'both puffs of the symbicort inhaler .')).toHaveLength(1);
});

describe('a route that a medicine no longer goes', () => {
  const source = '[doctor] Then sumatriptan by injection, six milligrams.\n[patient] Okay.';

  it('may be another: stopped', () => {
    expect(saidAgainst(faithfulnessRoute, 'Sumatriptan PO 6 mg – STOP.', source)).toEqual([]);
    expect(saidAgainst(faithfulnessRoute, 'Sumatriptan PO 6 mg.', source)).toHaveLength(1);
  });
});

describe('a form that a medicine is never given in', () => {
  it.each([
    [
      'Amoxicillin 500 mg PO',
      'amoxicillin 500 milligrams , three a day . the puffer , i mean the inhaler , two puffs morning and night .',
    ],
    [
      'Loratadine 10 mg by mouth',
      'loratadine 10 milligrams a day . the nasal spray , two sprays each side every morning .',
    ],
  ])('is that of another one: %s', (note, said) => {
    expect(against(note, said)).toEqual([]);
  });

  it('and one that it is given in is its own', () => {
    const said = 'you carry on with the budesonide . the inhaler , two puffs twice a day .';
    expect(against('Budesonide 200 micrograms PO', said)).toEqual(['PO → inhaled']);
  });
});
