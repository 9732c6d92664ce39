import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../check-in';

describe('how often a medicine is taken on the first day', () => {
  it.each([
    [
      'Cefalexin 500 mg BD day 1 then OD x 4/7',
      'Cefalexin, five hundred, twice today, then once daily for four days.',
    ],
    ['Cefalexin 500 mg BD day 1 then OD', 'Cefalexin 500 mg twice on day one and then once a day.'],
  ])('“%s” agrees with “%s”', (note, words) => {
    expect(contradictionsOf(note, `Doctor: ${words}`)).toEqual([]);
  });

  it.each([
    ['Cefalexin 500 mg TDS', 'Cefalexin, five hundred, twice today, then once daily for four days.'],
    ['Cefalexin 500 mg BD', 'Cefalexin 500 mg once a day.'],
  ])('“%s” against “%s”', (note, words) => {
    expect(contradictionsOf(note, `Doctor: ${words}`)).toHaveLength(1);
  });
});

describe('a dose before an occasion', () => {
  const uses = 'Patient: I use the terbutaline about twice a week.\n';

  it.each([
    'Doctor: You have a puff of terbutaline in the morning before the operation.',
    'Doctor: Take terbutaline in the morning before, two puffs.',
    'Doctor: Take terbutaline in the morning of the procedure.',
  ])('“%s” says nothing of how often it is used', (order) => {
    expect(contradictionsOf('Terbutaline 2x/week', uses.replace('terbutaline', 'blue one') + order)).toEqual(
      [],
    );
  });

  it.each([
    'Doctor: Take terbutaline in the morning before breakfast.',
    'Doctor: Take terbutaline in the morning.',
  ])('“%s” does', (order) => {
    expect(contradictionsOf('Terbutaline 2x/week', order)).toHaveLength(1);
  });
});
