import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../../../src/core/facts/quantities/numbers';
import { isMoreThanDays, takenAtATime } from '../../../../../src/core/facts/quantities/run-together';
import { tokens } from '../../../../../src/core/text/tokens';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { saidIn } from '../medications/orders-in';

const values = (text: string): number[] => findNumbers(tokens(text)).map(({ value }) => value);

describe('a count that speech runs into the strength before it', () => {
  it.each([
    ['gabapentin three hundred three at night', [300, 3]],
    ['amoxicillin five hundred two capsules', [500, 2]],
    ['acetaminophen six fifty two every eight hours', [652, 8]],
    ['metformin one thousand one every morning', [1000, 1]],
    ['azithromycin two fifty three days a week', [250, 3]],
    ['vitamin d fifty two days per week', [50, 2]],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    ['a weight of two hundred three pounds', [203]],
    ['a hundred and two at night', [102]],
    ['metoprolol twenty five twice a day', [25]],
    ['levothyroxine one twelve every morning', [112]],
    ['headaches twenty five days a month', [25]],
    ['glucose one oh three in the morning', [103]],
  ])('leaves what is one number: "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('keeps both readings of tens with a small number behind them', () => {
    const [said] = findNumbers(tokens('codeine thirty two a day'));
    expect([said?.value, said?.counted, said?.alternatives]).toEqual([32, 2, [30, 60]]);
    expect(findNumbers(tokens('codeine thirty-two a day'))[0]?.alternatives).toEqual([]);
    expect(saidIn('codeine thirty two a day')).toEqual(['codeine | 32 | 1-2 a day']);
  });

  it('counts what is taken only before a frequency or a word for tablets', () => {
    expect(takenAtATime(tokens('two twice a day'), 0)).toBe(2);
    expect(takenAtATime(tokens('two months ago'), 0)).toBeUndefined();
    expect(takenAtATime(tokens('six a day'), 0)).toBeUndefined();
  });

  it('knows how many days a week and a month have', () => {
    expect(isMoreThanDays(tokens('days a week'), 0, 53)).toBe(true);
    expect(isMoreThanDays(tokens('days a week'), 0, 5)).toBe(false);
    expect(isMoreThanDays(tokens('days a month'), 0, 25)).toBe(false);
  });
});

describe('an hour and its minutes', () => {
  const amounts = (text: string): number[] =>
    extractFacts(text).flatMap(({ quantities }) => quantities.map(({ value }) => value));

  it('are no amount behind what was given', () => {
    expect(amounts('he got two of hydromorphone at seven forty')).toEqual([2]);
    expect(amounts('it started at nine thirty last night')).toEqual([]);
  });

  it('are one where nothing was given before', () => {
    expect(amounts('losartan stays at one fifty')).toEqual([150]);
    expect(amounts('her sugar was at two ten')).toEqual([210]);
  });
});
