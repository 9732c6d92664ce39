import { describe, expect, it } from 'vitest';
import { calibrated, fitCalibration, type JudgedPair } from '../../../../src/core/judge/calibration';
import { labelledPairs } from '../../../../src/core/judge/labelled-pairs';

/** `share` of the pairs of a confidence are right. */
function pairs(confidence: number, share: number, count = 40): JudgedPair[] {
  return Array.from({ length: count }, (_, index) => ({ confidence, right: index < share * count }));
}

describe('a calibration', () => {
  it('brings an over-confident model down to how often it is right', () => {
    const fit = fitCalibration('m', [...pairs(0.95, 0.7), ...pairs(0.6, 0.4)]);
    expect(calibrated(0.95, fit)).toBeGreaterThan(0.62);
    expect(calibrated(0.95, fit)).toBeLessThan(0.78);
    expect(calibrated(0.6, fit)).toBeLessThan(0.5);
    expect(fit.accuracy).toBeCloseTo(0.55);
  });

  it('leaves a well-calibrated model nearly as it is', () => {
    const fit = fitCalibration('m', [...pairs(0.9, 0.9), ...pairs(0.6, 0.6)]);
    expect(calibrated(0.9, fit)).toBeCloseTo(0.9, 1);
    expect(calibrated(0.6, fit)).toBeCloseTo(0.6, 1);
  });

  it('never gives more than 1 or less than 0, and stays finite when every pair was right and certain', () => {
    const fit = fitCalibration('m', pairs(1, 1));
    const probability = calibrated(1, fit);
    expect(probability).toBeGreaterThan(0.9);
    expect(probability).toBeLessThanOrEqual(1);
    expect(Number.isFinite(fit.slope)).toBe(true);
  });

  it('needs pairs', () => {
    expect(() => fitCalibration('m', [])).toThrow(RangeError);
  });
});

describe('the labelled pairs', () => {
  it('are at least 40, as many of each verdict, and none twice', () => {
    expect(labelledPairs.length).toBeGreaterThanOrEqual(40);
    const counts = ['supported', 'contradicted', 'not-addressed'].map(
      (verdict) => labelledPairs.filter((pair) => pair.verdict === verdict).length,
    );
    expect(new Set(counts).size).toBe(1);
    expect(new Set(labelledPairs.map(({ statement, evidence }) => `${statement}|${evidence}`)).size).toBe(
      labelledPairs.length,
    );
  });
});
