import { describe, expect, it } from 'vitest';
import { defaultSeverity, severityOf, severityRank } from '../../../../src/core/verdicts/severity';

describe('severity', () => {
  it.each([
    ['faithfulness', 'contradicted', 'error'],
    ['guideline', 'contradicted', 'warning'],
    ['faithfulness', 'not-addressed', 'hint'],
    ['faithfulness', 'not-sure', 'hint'],
    ['faithfulness', 'supported', 'off'],
    ['faithfulness', 'not-scored', 'off'],
  ] as const)('of %s, %s is %s', (axis, verdict, expected) => {
    expect(defaultSeverity(axis, verdict)).toBe(expected);
  });

  it('is what the user set', () => {
    const policy = { 'faithfulness/value': 'information' } as const;
    expect(severityOf('faithfulness/value', 'faithfulness', 'contradicted', policy)).toBe('information');
    expect(severityOf('faithfulness/polarity', 'faithfulness', 'contradicted', policy)).toBe('error');
  });

  it('ranks by harm', () => {
    const ranked = (['hint', 'error', 'off', 'information', 'warning'] as const).toSorted(
      (a, b) => severityRank[a] - severityRank[b],
    );
    expect(ranked).toEqual(['error', 'warning', 'information', 'hint', 'off']);
  });
});
