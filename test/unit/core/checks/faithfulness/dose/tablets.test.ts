import { describe, expect, it } from 'vitest';
import { faithfulnessDose } from '../../../../../../src/core/checks/faithfulness/dose/dose';
import { faithfulnessValue } from '../../../../../../src/core/checks/faithfulness/value/value';
import { saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] =>
  saidAgainst(faithfulnessDose, note, `[doctor] ${source}\n[patient] Okay.`);

describe('so many tablets of a strength', () => {
  it.each([
    [
      'Ramipril 5 mg capsules, one in the morning',
      'ramipril, the two point five milligram capsules, one in the morning',
      '5 mg → 2.5 mg',
    ],
    ['Ramipril 5 mg daily', 'ramipril 2.5 mg capsules, one in the morning', '5 mg → 2.5 mg'],
    ['Sertraline 100 mg daily', 'the sertraline 50 mg tablets, one a day', '100 mg → 50 mg'],
    [
      'Paracetamol 500 mg four times a day',
      'two of the 500 milligram paracetamol tablets four times a day',
      '500 mg → 2 × 500 mg',
    ],
    [
      'Paracetamol 2 g four times a day',
      'two of the 500 milligram paracetamol tablets four times a day',
      '2 g → 2 × 500 mg',
    ],
    [
      'Metoprolol 25 mg BID',
      'half a tablet of the 25 milligram metoprolol twice a day',
      '25 mg → 0.5 × 25 mg',
    ],
    [
      'Losartan 100 mg nightly',
      'The losartan tablets are 50 milligrams. Take one every night.',
      '100 mg → 50 mg',
    ],
    ['Amlodipine 20 mg daily', 'one 10 mg tablet of amlodipine every day', '20 mg → 10 mg'],
  ])('%s / %s', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it('is the count that is compared where both count tablets of one strength', () => {
    const source = 'two of the sertraline 50 mg tablets in the morning';
    expect(against('Sertraline 50 mg tablets, 1 every morning', source)).toEqual(['1 → 2']);
  });

  it.each([
    ['Salbutamol 100 micrograms PRN', 'salbutamol 100 micrograms, two puffs when you need it'],
    ['Clenil 100 mcg BD', 'Clenil 100 micrograms, two puffs twice a day'],
    ['Paracetamol 1 g QDS', 'two of the 500 milligram paracetamol tablets four times a day'],
    ['Paracetamol 500 mg tablets, two QID', 'two of the 500 milligram paracetamol tablets four times a day'],
    ['Sertraline 100 mg every morning', 'two of the sertraline 50 mg tablets in the morning'],
    ['Metoprolol 12.5 mg BID', 'half a tablet of the 25 milligram metoprolol twice a day'],
    ['Metoprolol 25 mg, half a tablet BID', 'half a tablet of the 25 milligram metoprolol twice a day'],
    ['Losartan 100 mg nightly', 'The losartan tablets are 50 milligrams. Take two every night.'],
    ['Amlodipine 5 mg x2 daily', 'one 10 mg tablet of amlodipine every day'],
    // Nobody knows whether 1,000 mg is that of one or of both.
    ['Paracetamol 1 g TID', 'two tablets of paracetamol, a thousand milligrams, three times a day'],
    // Uncounted tablets may be taken by two.
    ['Metformin 1000 mg BID', 'the metformin 500 mg tablets'],
  ])('bear “%s” out', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it('does not count what is no tablet', () => {
    expect(against('Sertraline 50 mg daily', 'sertraline 50 mg, for two of the three weeks')).toEqual([]);
    expect(against('Sertraline 50 mg daily', 'sertraline 50 mg tablets, two weeks ago')).toEqual([]);
  });
});

describe('a liquid', () => {
  const source = 'amoxicillin suspension 250 mg in 5 mL, 5 mL three times a day';

  it('is measured by what is taken of it, and not by the volume of its strength', () => {
    expect(against('Amoxicillin suspension 250 mg/5 mL, 10 mL three times a day', source)).toEqual([
      '10 mL → 5 mL',
    ]);
    expect(against('Amoxicillin suspension 250 mg/5 mL, 5 mL three times a day', source)).toEqual([]);
  });
});

describe('the same amount in a day at another rhythm', () => {
  it.each([
    ['Metformin 1000 mg once daily', 'metformin 500 mg twice a day'],
    ['Furosemide 80 mg daily', 'furosemide 40 mg twice daily'],
  ])('%s / %s: no other value', (note, source) => {
    expect(saidAgainst(faithfulnessValue, note, `[doctor] ${source}\n[patient] Okay.`)).toEqual([]);
  });
});
