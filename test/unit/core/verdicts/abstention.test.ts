import { describe, expect, it } from 'vitest';
import {
  likeliest,
  opinionOf,
  riskOf,
  type RiskCurves,
  type RiskPoint,
} from '../../../../src/core/verdicts/abstention';
import { combineShares } from '../../../../src/core/verdicts/calibration';

const curves: RiskCurves = {
  supported: [
    { threshold: 0.9, error: 0.02, coverage: 0.3 },
    { threshold: 0.4, error: 0.3, coverage: 1 },
    { threshold: 0.7, error: 0.1, coverage: 0.6 },
  ],
  contradicted: [],
  'not-addressed': [],
};

const point = (threshold: number, error: number): RiskPoint => ({
  threshold,
  error,
  coverage: 1 - threshold,
});

describe('the risk of a verifier’s answer', () => {
  it('is the least error of the thresholds that it reaches', () => {
    expect([0.95, 0.9, 0.8, 0.5].map((p) => riskOf('supported', p, curves))).toEqual([0.02, 0.02, 0.1, 0.3]);
  });

  it('is total below everything that was measured', () => {
    expect(riskOf('supported', 0.35, curves)).toBe(1);
  });

  it('is what the probability says where nothing was measured', () => {
    expect(riskOf('contradicted', 0.75, curves)).toBe(0.25);
    expect(riskOf('supported', 0.75, undefined)).toBe(0.25);
  });

  it.each(['supported', 'contradicted', 'not-addressed'] as const)(
    'of %s never grows with the probability, however the bounds of few answers jump',
    (label) => {
      const jumping: RiskCurves = {
        supported: [0.4, 0.2, 0.35, 0.1, 0.3].map((error, at) => point(0.5 + at / 10, error)),
        contradicted: [0.1, 0.5, 0.3].map((error, at) => point(0.9 - at / 10, error)),
        'not-addressed': [point(0.6, 0.2), point(0.6, 0.3), point(1, 0.9)],
      };
      const steps = Array.from({ length: 101 }, (_, at) => at / 100);
      for (const accepted of [0, 0.1, 0.2, 0.3, 0.35, 0.5, 1]) {
        const sure = steps.map((probability) => riskOf(label, probability, jumping) <= accepted);
        const first = sure.indexOf(true);
        expect(first < 0 || sure.slice(first).every(Boolean)).toBe(true);
      }
    },
  );

  it('decides by what the user accepts', () => {
    const shares = { supported: 0.8, contradicted: 0.1, notAddressed: 0.1 };
    expect(opinionOf(shares, curves, 0.1)).toMatchObject({ label: 'supported', risk: 0.1, sure: true });
    expect(opinionOf(shares, curves, 0.05).sure).toBe(false);
  });

  it('prefers the cautious label of equal ones', () => {
    expect(likeliest({ supported: 0.4, contradicted: 0.2, notAddressed: 0.4 })).toBe('not-addressed');
    expect(likeliest({ supported: 0.5, contradicted: 0.5, notAddressed: 0 })).toBe('contradicted');
  });
});

describe('reading and typed comparison together', () => {
  const sum = (shares: ReturnType<typeof combineShares>): number =>
    shares.supported + shares.contradicted + shares.notAddressed;

  it('sum to one and lean to what both say', () => {
    const read = { supported: 0.6, contradicted: 0.2, notAddressed: 0.2 };
    const both = combineShares(read, 'supported');
    expect(sum(both)).toBeCloseTo(1, 9);
    expect(both.supported).toBeGreaterThan(read.supported);
    expect(combineShares(read, 'not-scored')).toEqual(read);
  });

  it.each(['not-sure', 'not-addressed', 'not-scored'] as const)(
    'are the reading alone where typed facts are %s',
    (typed) => {
      const read = { supported: 0.6, contradicted: 0.3, notAddressed: 0.1 };
      expect(combineShares(read, typed)).toEqual(read);
    },
  );

  it('never have a reading outvote a typed contradiction', () => {
    const shares = combineShares(
      { supported: 0.99, contradicted: 0.005, notAddressed: 0.005 },
      'contradicted',
    );
    expect(shares.contradicted).toBeGreaterThan(shares.supported);
    expect(sum(shares)).toBeCloseTo(1, 9);
  });
});
