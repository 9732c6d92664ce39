import { describe, expect, it } from 'vitest';
import { faithfulnessDose } from '../../../../../../src/core/checks/faithfulness/dose/dose';
import { saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] => saidAgainst(faithfulnessDose, note, source);

describe('a strength of which several, or a half, are taken', () => {
  it.each([
    ['Cefalexin 1000 mg BD.', '[doctor] So cefalexin, five hundred milligrams, two of them, twice a day.'],
    ['Cefalexin 1000 mg BD.', '[doctor] Take two cefalexin five hundred milligram capsules twice a day.'],
    ['Enalapril 5 mg daily.', '[doctor] Stay on the enalapril ten milligrams, but cut it in half.'],
    ['Enalapril 5 mg daily.', '[patient] The enalapril is ten milligrams. [doctor] We halved it in May.'],
    [
      'Enalapril 5 mg for a week, then stop.',
      '[patient] Enalapril ten milligrams.\n[doctor] Stop the enalapril too. Half a tablet for a week, then none.',
    ],
  ])('bears out “%s” in “%s”', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });

  it.each([
    [
      'Cefalexin 1000 mg BD.',
      '[doctor] So cefalexin, five hundred milligrams twice a day, since she is over two.',
      'an age',
    ],
    [
      'Cefalexin 1000 mg BD.',
      '[doctor] So cefalexin five hundred milligrams twice a day and on day two you come for the wound.',
      'a day that is numbered',
    ],
    [
      'Enalapril 5 mg daily.',
      '[doctor] You take enalapril ten milligrams at half past eight.',
      'a time of day',
    ],
    [
      'Enalapril 5 mg daily.',
      '[doctor] You take enalapril ten milligrams.\n[patient] And I swim for an hour and a half.',
      'a part of a number',
    ],
    [
      'Enalapril 5 mg daily.',
      '[doctor] You take enalapril ten milligrams.\n[patient] And half of a bisoprolol at night.',
      'another medicine',
    ],
  ])('is not told by “%s” of “%s”: %s', (note, source) => {
    expect(against(note, source)).toHaveLength(1);
  });
});

describe('an amount that another one is raised to', () => {
  it('is the new amount, and no bound', () => {
    const raised = '[doctor] I will increase the enalapril up to 20 mg a day.';
    expect(against('Increase enalapril to 2 mg daily.', raised)).toEqual(['2 mg → 20 mg']);
    expect(against('Increase enalapril to 20 mg daily.', raised)).toEqual([]);
  });

  it('is a bound where it may be taken', () => {
    expect(
      against('Codeine 30 mg as needed.', '[doctor] Codeine, you can take up to 60 mg at a time.'),
    ).toEqual([]);
  });
});

describe('a bare number behind the name of another medicine', () => {
  const source =
    '[doctor] You take enalapril ten milligrams.\n[patient] Yes.\n[doctor] We add lacosamide, fifty, then a hundred.';

  it('is none of the one before', () => {
    expect(against('Enalapril 100 mg daily.', source)).toEqual(['100 mg → 10 mg']);
  });

  it('may be that of the one whose name stands in its sentence', () => {
    const both = '[doctor] You take enalapril ten milligrams.\n[patient] With lacosamide, enalapril, twenty.';
    expect(against('Enalapril 20 mg daily.', both)).toEqual([]);
  });
});
