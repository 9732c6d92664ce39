import { describe, expect, it } from 'vitest';
import { defaultSeverity, severityOf, severityRank } from '../../../../src/core/verdicts/severity';

const value = { rule: 'faithfulness/value', axis: 'faithfulness' } as const;
const polarity = { rule: 'faithfulness/polarity', axis: 'faithfulness' } as const;

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
    expect(severityOf(value, 'contradicted', 'hint', policy)).toBe('information');
    expect(severityOf(polarity, 'contradicted', undefined, policy)).toBe('error');
  });

  it('is what the rule asks for, where the user set nothing', () => {
    expect(severityOf(polarity, 'contradicted', 'warning')).toBe('warning');
  });

  it('ranks by harm', () => {
    const ranked = (['hint', 'error', 'off', 'information', 'warning'] as const).toSorted(
      (a, b) => severityRank[a] - severityRank[b],
    );
    expect(ranked).toEqual(['error', 'warning', 'information', 'hint', 'off']);
  });
});
