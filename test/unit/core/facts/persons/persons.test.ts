import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

const sexesIn = (text: string): string[] =>
  extractFacts(text)
    .flatMap(({ sexes }) => sexes)
    .map((fact) => `${text.slice(fact.start, fact.end)}: ${fact.sex} ${fact.by} ${fact.whose}`);

describe('words that tell the sex', () => {
  it.each([
    ['a 58-year-old right-hand-dominant male', ['male: male noun patient']],
    ['The patient is a pleasant woman.', ['woman: female noun patient']],
    ['Mrs. Lee denies pain.', ['Mrs: female title patient']],
    ["Mother's tremor was mild, and she fell.", ['she: female pronoun unknown']],
    ['Mrs...?', []],
    ['Ms. Diaz is well.', ['Ms: female title patient']],
    ['miss russell is here', ['miss: female title patient']],
    ["no ma'am , that is all", ["ma'am: female address patient"]],
    ['good morning sir', ['sir: male address patient']],
    ['She takes her pills.', ['She: female pronoun patient', 'her: female pronoun patient']],
    ["he's doing well", ["he's: male pronoun patient"]],
    ['Her husband says that he snores.', ['Her: female pronoun patient', 'he: male pronoun unknown']],
    ['My brother is a heavy-set man.', ['man: male noun other']],
  ])('%s', (text, expected) => {
    expect(sexesIn(text)).toEqual(expected);
  });

  it.each([
    'Her2 is negative.',
    'HER-2 negative carcinoma.',
    'I never miss a dose.',
    'Male pattern baldness.',
    'oh man that hurts',
    'Diagnosed with MS and asthma.',
    'The shepherd has a history.',
    '',
  ])('are not in "%s"', (text) => {
    expect(sexesIn(text)).toEqual([]);
  });
});
