import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

/** The ages of a text in months, and how many times it has. */
function read(text: string): { months: number[]; times: number } {
  const sentences = extractFacts(text);
  return {
    months: sentences.flatMap(({ ages }) => ages.map(({ years }) => Math.round(years.low * 12))),
    times: sentences.flatMap(({ dates }) => dates).length,
  };
}

describe('an amount of time behind a name', () => {
  it.each([
    ['Mia, 22 months, brought by mum.', 22],
    ['Leo Brandt, 7 weeks.', 2],
    ['Ada, 3 years, seen with her father.', 36],
  ])('is an age: %s', (text, months) => {
    expect(read(text)).toEqual({ months: [months], times: 0 });
  });

  it.each(['Cough, 3 weeks, dry.', 'Review, 6 weeks.', 'headache, 2 days.', 'Seen today, 3 weeks after it.'])(
    'is a time where no name stands before it: %s',
    (text) => {
      expect(read(text).months).toEqual([]);
    },
  );
});
