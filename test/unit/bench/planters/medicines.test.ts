import { describe, expect, it } from 'vitest';
import {
  classSwapPlanter,
  lookAlikesOf,
  lookAlikeSwapPlanter,
  spelledAlike,
} from '../../../bench/perturbation/drug-swaps';
import { noteSentences } from '../../../bench/perturbation/note-text';
import { dosePlanter, frequencyPlanter, routePlanter } from '../../../bench/perturbation/orders';
import { unitPlanter, valuePlanter } from '../../../bench/perturbation/values';
import { planted, texts } from './plant';

describe('numbers', () => {
  it('changes the number in five ways and keeps its unit', () => {
    expect(texts(planted(valuePlanter, 'Weight 80 kg.'))).toEqual([
      'Weight 800 kg.',
      'Weight 8 kg.',
      'Weight 160 kg.',
      'Weight 40 kg.',
      'Weight 81 kg.',
    ]);
  });

  it('leaves numbers without a unit alone', () => {
    expect(planted(valuePlanter, 'Room 12, Gleason 3+4.')).toEqual([]);
  });

  it('changes the unit and keeps the number', () => {
    expect(texts(planted(unitPlanter, 'Take 5 mg for 3 days.'))).toEqual([
      'Take 5 mcg for 3 days.',
      'Take 5 g for 3 days.',
      'Take 5 mg for 3 weeks.',
      'Take 5 mg for 3 hours.',
    ]);
  });

  it('keeps the singular', () => {
    expect(texts(planted(unitPlanter, 'Every 6 hours.'))).toEqual(['Every 6 days.']);
    expect(texts(planted(unitPlanter, 'In 1 week.'))).toEqual(['In 1 day.', 'In 1 month.']);
  });

  it('does not make an age of 50 months', () => {
    expect(planted(unitPlanter, 'A 50-year-old man, 50 years of age.')).toEqual([]);
  });
});

describe('orders', () => {
  it('changes the dose behind a medicine, and says whether the source names it', () => {
    const [error] = planted(
      dosePlanter,
      'Continue lisinopril 20 mg daily.',
      '[doctor] keep the zestril going',
    );
    expect(error).toMatchObject({ before: '20', after: '200', bound: true });
  });

  it('makes no dose that nobody would write', () => {
    // By 10 and by 2; a tenth and a half of a puff cannot be taken.
    const doses = [0, 0.5, 0.99].map((choice) => {
      const text = 'Albuterol 1 puff as needed.';
      return dosePlanter.plant({ id: 'n', text, source: '', sentences: noteSentences(text) }, () => choice)[0]
        ?.after;
    });
    expect(doses).toEqual(['10', '2', '2']);
  });

  it('sees no dose where no medicine stands before the number', () => {
    expect(planted(dosePlanter, 'Protein 20 mg in the urine. He weighs 80 kg.')).toEqual([]);
  });

  it('changes a frequency of a medicine', () => {
    const [error] = planted(frequencyPlanter, 'Metformin 500 mg twice a day.', '[doctor] metformin');
    expect(error).toMatchObject({ before: 'twice a day', after: 'once daily' });
  });

  it('leaves what else is daily alone', () => {
    expect(planted(frequencyPlanter, 'Metformin helps with daily activities and 2 packs a day.')).toEqual([]);
  });

  it('changes a route in its own form of the word', () => {
    expect(texts(planted(routePlanter, 'Torsemide 20 mg by mouth daily. Continue oral steroids.'))).toEqual([
      'Torsemide 20 mg intravenously daily. Continue oral steroids.',
      'Torsemide 20 mg by mouth daily. Continue intravenous steroids.',
    ]);
  });

  it('sees no route in a stage or a contraceptive', () => {
    expect(planted(routePlanter, 'Stage IV, on an oral contraceptive and ibuprofen.')).toEqual([]);
  });
});

describe('drug swaps', () => {
  it('takes another medicine of the class, generic for generic and brand for brand', () => {
    expect(texts(planted(classSwapPlanter, 'Lasix and atorvastatin.'))).toEqual([
      'Bumex and atorvastatin.',
      'Lasix and simvastatin.',
    ]);
  });

  it('takes none that the source speaks of', () => {
    const [error] = planted(classSwapPlanter, 'Start atorvastatin.', '[patient] the zocor hurt my legs');
    expect(error?.after).toBe('rosuvastatin');
  });

  it('takes the look-alike of the list of the FDA', () => {
    expect(texts(planted(lookAlikeSwapPlanter, 'Hydralazine 25 mg.'))).toEqual(['Hydroxyzine 25 mg.']);
  });

  it('takes names that share most of their letters where the list has none', () => {
    expect(spelledAlike('night', 'nacht')).toBeCloseTo(0.25);
    expect(lookAlikesOf('amoxicillin')).toContain('ampicillin');
    expect(lookAlikesOf('xyz')).toEqual([]);
  });
});
