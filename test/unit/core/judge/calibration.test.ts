import { describe, expect, it } from 'vitest';
import {
  brierScores,
  calibrated,
  fitCalibration,
  type JudgedPair,
} from '../../../../src/core/judge/calibration';
import { judgeBasis, validCalibration } from '../../../../src/core/judge/judge-basis';
import { labelledPairs } from '../../../../src/core/judge/labelled-pairs';

const m = { model: 'm', basis: judgeBasis };

/** `share` of the pairs of a confidence are right. */
function pairs(confidence: number, share: number, count = 40): JudgedPair[] {
  return Array.from({ length: count }, (_, index) => ({ confidence, right: index < share * count }));
}

describe('a calibration', () => {
  it('brings an over-confident model down to how often it is right', () => {
    const fit = fitCalibration(m, [...pairs(0.95, 0.7), ...pairs(0.6, 0.4)]);
    expect(calibrated(0.95, fit)).toBeGreaterThan(0.62);
    expect(calibrated(0.95, fit)).toBeLessThan(0.78);
    expect(calibrated(0.6, fit)).toBeLessThan(0.5);
    expect(fit.accuracy).toBeCloseTo(0.55);
  });

  it.each([0.99, 0.999, 1])('does so for one that is nearly certain and often wrong (%d)', (confidence) => {
    const fit = fitCalibration(m, pairs(confidence, 0.5));
    expect(calibrated(confidence, fit)).toBeGreaterThan(0.45);
    expect(calibrated(confidence, fit)).toBeLessThan(0.6);
  });

  it('leaves a well-calibrated model nearly as it is', () => {
    const fit = fitCalibration(m, [...pairs(0.9, 0.9), ...pairs(0.6, 0.6)]);
    expect(calibrated(0.9, fit)).toBeCloseTo(0.9, 1);
    expect(calibrated(0.6, fit)).toBeCloseTo(0.6, 1);
  });

  it('never gives more than 1 or less than 0, and stays finite when every pair was right and certain', () => {
    const fit = fitCalibration(m, pairs(1, 1));
    const probability = calibrated(1, fit);
    expect(probability).toBeGreaterThan(0.9);
    expect(probability).toBeLessThanOrEqual(1);
    expect(Number.isFinite(fit.slope)).toBe(true);
  });

  it('needs pairs', () => {
    expect(() => fitCalibration(m, [])).toThrow(RangeError);
  });
});

describe('the error of probabilities', () => {
  it('is the mean squared distance from what came out', () => {
    // (1 − 0.8)² and (0 − 0.6)²: 0.04 and 0.36.
    const judged = [
      { confidence: 0.8, right: true },
      { confidence: 0.6, right: false },
    ];
    expect(brierScores(judged).before).toBeCloseTo(0.2);
  });

  it('falls where a model is too sure of itself, and hardly changes where it is not', () => {
    const overSure = brierScores(pairs(0.99, 0.75));
    expect(overSure.after).toBeLessThan(overSure.before - 0.03);
    const honest = brierScores([...pairs(0.9, 0.9), ...pairs(0.6, 0.6)]);
    expect(Math.abs(honest.after - honest.before)).toBeLessThan(0.01);
  });

  it('is told for pairs that the curve was not fitted on', () => {
    const judged = pairs(0.9, 0.5, 4);
    const fit = fitCalibration(m, judged);
    const onItself = judged.reduce(
      (sum, { confidence, right }) =>
        sum + (Number(right) - calibrated(confidence, fit)) ** 2 / judged.length,
      0,
    );
    expect(brierScores(judged).after).toBeGreaterThan(onItself);
  });
});

describe('a calibration that was kept', () => {
  const fit = fitCalibration(m, pairs(0.9, 0.8));

  it('holds for its model', () => {
    expect(validCalibration(JSON.parse(JSON.stringify(fit)), 'm')).toEqual(fit);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'calibrated'],
    ['one of another model', { ...fit, model: 'other' }],
    ['one that was measured with other instructions', { ...fit, basis: 'earlier' }],
    ['one without a basis', { ...fit, basis: undefined }],
    ['a slope that is no number', { ...fit, slope: '1' }],
    ['an infinite intercept', { ...fit, intercept: Infinity }],
    ['an accuracy above 1', { ...fit, accuracy: 2 }],
  ])('is none where it is %s', (_, kept) => {
    expect(validCalibration(kept, 'm')).toBeUndefined();
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
