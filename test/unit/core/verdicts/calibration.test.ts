import { describe, expect, it } from 'vitest';
import calibration from '../../../../src/core/verdicts/calibration.json';
import { confidenceOf } from '../../../../src/core/verdicts/calibration';

describe('confidenceOf', () => {
  it('is the measured precision of the rule', () => {
    expect(confidenceOf('faithfulness/value')).toBe(calibration.rules['faithfulness/value'].precision);
  });

  it('is no number for a rule that was not measured, was on too few findings, or is unknown', () => {
    expect(calibration.rules['style/abbreviation']).toBeNull();
    expect(confidenceOf('style/abbreviation')).toBeNull();
    expect(confidenceOf('consistency/medication-list')).toBeNull();
    expect(confidenceOf('style/no-such-rule')).toBeNull();
  });

  it('lies within its interval, and below certainty', () => {
    for (const figures of Object.values(calibration.rules)) {
      if (figures === null) continue;
      expect(figures.low).toBeLessThanOrEqual(figures.precision);
      expect(figures.precision).toBeLessThanOrEqual(figures.high);
      expect(figures.high).toBeLessThan(1);
    }
  });
});
