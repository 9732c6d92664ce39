import { describe, expect, it } from 'vitest';
import { summariseVerdicts, wilsonShare } from '../../../../src/core/verdicts/score';

describe('the Wilson score interval', () => {
  // 81/263, 15/148, 0/20 and 1/29: Newcombe, "Two-sided confidence intervals for the single proportion", Stat Med 1998,
  // table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (count, total, low, high) => {
    const share = wilsonShare(count, total);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
    expect(share.share).toBeCloseTo(count / total, 10);
  });

  it('mirrors', () => {
    const few = wilsonShare(3, 10);
    const many = wilsonShare(7, 10);
    expect(few.low).toBeCloseTo(1 - many.high, 10);
    expect(few.high).toBeCloseTo(1 - many.low, 10);
  });

  it('stays within 0 and 1', () => {
    expect(wilsonShare(5, 5).high).toBe(1);
    expect(wilsonShare(0, 1).low).toBe(0);
  });

  it('has no value for nothing', () => {
    expect(() => wilsonShare(0, 0)).toThrow(RangeError);
  });
});

describe('a summary of verdicts', () => {
  it('counts each label, and leaves out what was not scored', () => {
    const summary = summariseVerdicts(['supported', 'supported', 'contradicted', 'not-sure', 'not-scored']);
    expect([summary.scored, summary.notScored]).toEqual([4, 1]);
    expect(summary.shares?.supported).toMatchObject({ count: 2, share: 0.5 });
    expect(summary.shares?.contradicted.count).toBe(1);
    expect(summary.shares?.['not-addressed']).toMatchObject({ count: 0, share: 0 });
  });

  it('gives no share for nothing scored', () => {
    expect(summariseVerdicts([])).toEqual({ scored: 0, notScored: 0 });
    expect(summariseVerdicts(['not-scored'])).toEqual({ scored: 0, notScored: 1 });
  });
});
