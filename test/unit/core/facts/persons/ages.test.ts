import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

const agesIn = (text: string): string[] =>
  extractFacts(text)
    .flatMap(({ ages }) => ages)
    .map((fact) => {
      const round = (years: number): number => Math.round(years * 100) / 100;
      const { low, high } = fact.years;
      const years = low === high ? `${round(low)}` : `${round(low)}-${round(high)}`;
      return `${years} ${fact.whose}${fact.relative ? ` (${fact.relative})` : ''}${fact.then ? ' then' : ''}`;
    });

describe('ages', () => {
  it.each([
    ['Mrs Lee is a 58-year-old woman with asthma.', ['58 patient']],
    ['so john is a 61 year old male here for back pain', ['61 patient']],
    ['A 34-year-old right-handed man.', ['34 patient']],
    ['72 y/o female with COPD.', ['72 patient']],
    ['45yo man.', ['45 patient']],
    ['68F with chest pain, 68 yo.', ['68 patient', '68 unknown']],
    ['The patient is 44 years old.', ['44 patient']],
    ['Patient is a boy aged 7 months.', ['0.58 patient']],
    ['Age: 58.', ['58 patient']],
    ["i'm fifty eight and i smoke", ['58 speaker']],
    ['I am 58 years old.', ['58 speaker']],
    ['you are 58 years old now', ['58 addressee']],
    ['my mother is 80 years old', ['80 relative (mother)']],
    ['her 9-year-old brother has it too', ['9 relative (brother)']],
    ['Mother, deceased age 45, of breast cancer.', ['45 relative (mother) then']],
    ['a lady in her 60s', ['60-69 unknown']],
    ['my grandpa died in his early seventies', ['70-79 relative (grandpa)']],
    ['She had the operation when she was 14 years old.', ['14 unknown then']],
    ['Reconstruction at the age of 14.', ['14 unknown then']],
    ['he turned 9', ['9 unknown']],
    ["He'll be two in four months.", ['1.67 unknown']],
    ['Mia turns 3 in 2 weeks.', ['2.96 unknown']],
  ])('%s', (text, expected) => {
    expect(agesIn(text)).toEqual(expected);
  });

  it.each([
    "i'm fifty percent better",
    "i'm five foot four",
    "i'm 20 weeks pregnant",
    'for 3 years',
    'It will be checked in 3 months.',
    'The 900-year-old tree.',
    'pain at 5 of 10',
    'an old injury of 2 weeks',
    '',
    '😀 -year-old',
  ])('are not in "%s"', (text) => {
    expect(agesIn(text)).toEqual([]);
  });

  it('leave the months until a birthday to nothing else', () => {
    const [sentence] = extractFacts("He'll be two in four months.");
    expect(sentence?.quantities.filter(({ unit }) => unit.dimension === 'time')).toEqual([]);
  });

  it('have the span of the number, for an edit', () => {
    const text = 'She is a 58-year-old woman.';
    const [age] = extractFacts(text).flatMap(({ ages }) => ages);
    expect(age && text.slice(age.number.start, age.number.end)).toBe('58');
    expect(age && text.slice(age.start, age.end)).toBe('58-year-old');
  });
});
