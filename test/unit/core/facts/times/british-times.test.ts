import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

/** The numbers of a text with their units. */
const read = (text: string): string[] =>
  extractFacts(text).flatMap(({ quantities }) =>
    quantities.map(({ value, unit }) => `${value} ${unit.code}`),
  );

describe('times in the short form of British notes', () => {
  it.each([
    ['Numb fingers ~5/12.', ['5 mo']],
    ['R/v 4/12 with bloods.', ['4 mo']],
    ['Self cert 7/7.', ['7 d']],
    ['Nearly 3/7 of fever.', ['3 d']],
    ['3/12+ intermittent palpitations', ['3 mo']],
    ['Warfarin 6/12 finished May.', ['6 mo']],
  ])('“%s”', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['VA R 6/12.', ['6 {/12}']],
    ['Power 5/7.', ['5 {/7}']],
  ])('a score is none: “%s”', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
