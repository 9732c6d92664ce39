import { describe, expect, it } from 'vitest';
import { faithfulnessFrequency } from '../../../../../../src/core/checks/faithfulness/frequency/frequency';
import { draftsAgainst, saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] => saidAgainst(faithfulnessFrequency, note, source);

describe('faithfulness/frequency, the time of day', () => {
  it.each([
    [
      'Simvastatin 40 mg in the morning.',
      'You take the simvastatin 40 mg at night.',
      'in the morning → at night',
    ],
    ['Furosemide 40 mg at bedtime.', 'Take furosemide 40 mg every morning.', 'at bedtime → every morning'],
    ['Amitriptyline 10 mg qAM.', 'Amitriptyline ten milligrams nocte.', 'qAM → nocte'],
    ['Sertraline 50 mg nightly.', 'Sertraline fifty milligrams in the morning.', 'nightly → in the morning'],
  ])('%s / %s', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    ['Simvastatin 40 mg nightly.', 'Take the simvastatin 40 mg at bedtime.'],
    ['Simvastatin 40 mg at bedtime.', 'You take the simvastatin 40 mg every evening.'],
    ['Simvastatin 40 mg at night.', 'Simvastatin forty milligrams nocte.'],
    ['Simvastatin 40 mg daily.', 'You take the simvastatin 40 mg at night.'],
    ['Simvastatin 40 mg at night.', 'You take the simvastatin 40 mg once a day.'],
    ['Carvedilol 6.25 mg twice daily.', 'Take carvedilol 6.25 mg morning and night.'],
    ['Levothyroxine 50 mcg every morning.', 'Levothyroxine 50 mcg once a day, first thing when you get up.'],
    ['Gabapentin 300 mg in the morning and 600 mg at night.', 'Gabapentin 600 mg at night.'],
    [
      'Furosemide 40 mg in the morning.',
      'You take furosemide 40 mg at night. Let us move that to the morning.',
    ],
    [
      'Glargine 20 units in the morning.',
      'Your sugars are high at night. Glargine 20 units in the mornings.',
    ],
    ['Metformin 500 mg BD.', 'Metformin, the five hundreds, one at breakfast and one at night.'],
    ['Naproxen 500 mg in the morning.', 'Naproxen 500 mg for the pain that you have at night.'],
  ])('%s / %s: no finding', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it("offers the source's time, and not the count that both sides have", () => {
    const [draft] = draftsAgainst(
      faithfulnessFrequency,
      'Simvastatin 40 mg in the morning.',
      'You take the simvastatin 40 mg at night.',
    );
    expect(draft?.fixes[0]?.newText).toBe('at night');
  });
});
