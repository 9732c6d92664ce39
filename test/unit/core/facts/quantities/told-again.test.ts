import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';

/** What the numbers of a turn measure, with their values. */
const measured = (text: string): string[] =>
  extractFacts(text)
    .flatMap(({ quantities }) => quantities)
    .filter(({ unit }) => unit.dimension !== 'time')
    .map(({ concept, value }) => `${concept?.name ?? '-'} ${value}`);

describe('a value that is told again of the same measurement', () => {
  it.each([
    ['Your sodium was 128 last week. It is 136 now.', ['sodium 128', 'sodium 136']],
    ["The ferritin was eight in May. It's forty-one today.", ['ferritin 8', 'ferritin 41']],
    ['creatinine is 1.6, down from 2.4', ['creatinine 1.6', 'creatinine 2.4']],
    ['Troponin 22 → 61', ['troponin 22', 'troponin 61']],
    [
      "the ejection fraction was forty percent and now it's fifty-five",
      ['ejection fraction 40', 'ejection fraction 55'],
    ],
  ])('has its name: %s', (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });

  it.each([
    ['Your sodium is 136. You take 2 of those.', '- 2'],
    ['Your sodium is 136. I saw her, it was room 12 I think.', '- 12'],
    ['Sodium 136, and he walked to number 14.', '- 14'],
  ])('and a number of something else has none: %s', (text, other) => {
    expect(measured(text).filter((name) => name.startsWith('sodium'))).toEqual(['sodium 136']);
    expect(measured(text).every((name) => name.startsWith('sodium') || name === other)).toBe(true);
  });
});

describe('short forms that are said letter by letter', () => {
  it.each([
    ['your t s h is three point two', ['tsh 3.2']],
    ['the c r p was forty', ['c-reactive protein 40']],
  ])('name their value: %s', (text, expected) => {
    expect(measured(text).map((name) => name.toLowerCase())).toEqual(expected);
  });

  it('name findings as well', () => {
    const names = extractFacts('he never had a d v t').flatMap(({ polarities }) =>
      polarities.map(({ concept, polarity }) => `${concept.name} ${polarity}`),
    );
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/absent$/);
  });
});

describe('units as clinicians write and say them', () => {
  it.each([
    ['glargine 18 U at bedtime', 18, '[IU]'],
    ["a residual of 60 cc's", 60, 'mL'],
  ])('%s', (text, value, code) => {
    const [fact] = extractFacts(text).flatMap(({ quantities }) => quantities);
    expect([fact?.value, fact?.unit.code]).toEqual([value, code]);
  });
});
