import { describe, expect, it } from 'vitest';
import { capitalised, matchCapital, matchCase } from '../../../../src/core/text/letter-case';

describe('a capital first letter', () => {
  it.each([
    ['platelets', 'Platelets'],
    ['Platelets', 'Platelets'],
    ['INR', 'INR'],
    ['épilepsie', 'Épilepsie'],
    ['3 mg', '3 mg'],
    ['', ''],
  ])('makes "%s" "%s"', (text, capital) => {
    expect(capitalised(text)).toBe(capital);
  });
});

describe('a word in the place of another', () => {
  it.each([
    ['left', 'Right', 'Left'],
    ['left', 'right', 'left'],
    ['she', 'HE', 'She'],
  ])('takes over the capital first letter alone: "%s" for "%s" is "%s"', (word, like, written) => {
    expect(matchCapital(word, like)).toBe(written);
  });

  it.each([
    ['left', 'Right', 'Left'],
    ['left', 'right', 'left'],
    ['left', 'RIGHT', 'LEFT'],
    ['lt', 'R', 'LT'],
  ])('takes over its case: "%s" for "%s" is "%s"', (word, like, written) => {
    expect(matchCase(word, like)).toBe(written);
  });
});
