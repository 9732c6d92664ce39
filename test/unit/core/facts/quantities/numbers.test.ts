import { describe, expect, it } from 'vitest';
import { findNumbers, type NumberMention } from '../../../../../src/core/facts/quantities/numbers';
import { tokens } from '../../../../../src/core/text/tokens';
import { processorTime, timed } from '../../../../support/processor-time';

const numbers = (text: string): readonly NumberMention[] => findNumbers(tokens(text));
const values = (text: string): number[] => numbers(text).map(({ value }) => value);

describe('spoken numbers', () => {
  it.each([
    ['ninety eight', [98]],
    ['sixty-four', [64]],
    ['nineteen', [19]],
    ['five hundred', [500]],
    ['the thousand', [1000]],
    ['five hundred two times.', [500]],
    ['two hundred fifty', [250]],
    ['two hundred and fifty', [250]],
    ['twenty-five hundred', [2500]],
    ['two thousand', [2000]],
    ['one thousand five hundred', [1500]],
    ['two hundred thousand', [200_000]],
    ['a hundred and fifty thousand', [150_000]],
    ['three hundred and twenty thousand', [320_000]],
    ['two thousand and nineteen', [2019]],
  ])('reads the cardinal "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    ['one thirty over eighty', [130, 80]],
    ['one eighteen over seventy-two', [118, 72]],
    ['one ten over seventy', [110, 70]],
    ['three twenty-five', [325]],
    ['two fifty', [250]],
    ['one twenty five', [125]],
    ['twelve fifty', [1250]],
    ['one oh five', [105]],
    ['two oh eight', [208]],
    ['one sixty four', [164]],
    ['a hundred and eight', [108]],
    ['one hundred and eight', [108]],
  ])('joins what is said without a scale in "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('keeps the words of a joined number as other readings', () => {
    expect(numbers('one twenty five')[0]?.alternatives).toEqual([1, 25]);
    expect(numbers('a hundred and eight')[0]?.alternatives).toEqual([]);
    expect(numbers('six nine')[0]?.alternatives).toEqual([6, 9, 6.9]);
  });

  it.each([
    ['ninety eight point six', [98.6], 1],
    ['ninety eight . six', [98.6], 1],
    ['point oh five', [0.05], 2],
    ['point five', [0.5], 1],
    ['zero point two five', [0.25], 2],
    ['eight point zero', [8], 1],
    ['one oh one point four', [101.4], 1],
    ['a hundred and one point four', [101.4], 1],
    ['98 point 6', [98.6], 1],
    ['thirty-eight point nine', [38.9], 1],
  ])('reads the decimals of "%s"', (text, expected, decimals) => {
    expect(values(text)).toEqual(expected);
    expect(numbers(text)[0]?.decimals).toBe(decimals);
  });

  it('takes the stop of a sentence for no decimal point', () => {
    expect(values('She takes two. Five days ago it was more.')).toEqual([2, 5]);
  });

  it.each([
    ['seven and a half', [7.5]],
    ['one and three quarters', [1.75]],
    ['two and a quarter', [2.25]],
    ['half a tablet', [0.5]],
    ['a half tablet', [0.5]],
    ['three-quarters of a tablet', [0.75]],
    ['one half tablet', [0.5]],
    ['one and a half tablets', [1.5]],
  ])('reads the fraction in "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    'this one',
    'no one',
    'the other one is fine',
    'oh no',
    'the first time',
    'point taken',
    'hundreds of times',
    'and a half',
    'in a second',
    'every third day',
  ])('reads no number in "%s"', (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('written numbers', () => {
  it.each([
    ['1,000', [1000]],
    ['12,345,678', [12_345_678]],
    ['0.5', [0.5]],
    ['.5', [0.5]],
    ['62', [62]],
    ['500mg', [500]],
    ['½', [0.5]],
    ['1½', [1.5]],
    ['2 ½', [2.5]],
    ['1/2', [0.5]],
    ['3/4', [0.75]],
    ['1 1/2', [1.5]],
    ['2-1/2', [2.5]],
    ['5 thousand', [5000]],
    ['1 million', [1_000_000]],
    ['10-20', [10, 20]],
    ['1,2,3', [1, 2, 3]],
  ])('reads "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each(['T12', 'B12', 'L4', 'HbA1c', 'H1N1', 'CO2', '×10⁹'])('reads no number in "%s"', (text) => {
    expect(values(text)).toEqual([]);
  });

  it('knows how many decimals were written', () => {
    expect(numbers('8.0 and 7.25 and 40').map(({ decimals }) => decimals)).toEqual([1, 2, 0]);
  });

  it('gives up on numbers that no unit of medicine has', () => {
    expect(values('9'.repeat(400))).toEqual([]);
    expect(values('one '.repeat(400)).every(Number.isFinite)).toBe(true);
  });
});

describe('hostile numbers', () => {
  it.each(['one hundred ', 'a thousand and ', 'point ', 'half a ', 'one one oh ', '1/2/', 'two and '])(
    'reads 100 kB of "%s" without running out of stack or time',
    timed,
    (part) => {
      const started = processorTime();
      findNumbers(tokens(part.repeat(100_000 / part.length)));
      expect(processorTime() - started).toBeLessThan(3000);
    },
  );
});

describe('numbers beside counts and without their point', () => {
  it.each([
    ['sixty five three times a day', [65, 3]],
    ['two hundred two times daily', [200, 2]],
    ['a thousand four times a day', [1000, 4]],
    ['one eighty four three months ago', [184, 3]],
    ['the second one three point four', [3.4]],
    ['one forties', [140]],
  ])('reads "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    ['thirty eight four', 38.4],
    ['ninety nine one', 99.1],
    ['one oh two six', 102.6],
  ])('has the temperature among the readings of "%s"', (text, expected) => {
    expect(numbers(text)[0]?.alternatives).toContain(expected);
  });
});
