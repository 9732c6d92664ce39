import { describe, expect, it } from 'vitest';
import { saysYear } from '../../../../../src/core/facts/times/said-years';

describe('a year in words', () => {
  it.each([
    ['the last one was in twenty nineteen', 2019],
    ['i had it out in two thousand and four', 2004],
    ['two thousand eleven', 2011],
    ['that was twenty oh six', 2006],
    ['back in nineteen eighty-seven', 1987],
    ['since two thousand', 2000],
  ])('%s', (text, year) => {
    expect(saysYear(text, year)).toBe(true);
  });

  it.each([
    ['twenty tablets', 2019],
    ['twenty twenty one', 2020],
    ['two thousand and four', 2000],
    ['nineteen eighty', 1987],
    ['', 2021],
  ])('is not in %j', (text, year) => {
    expect(saysYear(text, year)).toBe(false);
  });
});
