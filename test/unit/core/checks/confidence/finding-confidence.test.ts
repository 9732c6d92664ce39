import { describe, expect, it } from 'vitest';
import { scoreOf, surenessOf } from '../../../../../src/core/checks/confidence/finding-confidence';
import {
  featureNames,
  type FindingFeatures,
} from '../../../../../src/core/checks/confidence/finding-features';
import { confidenceOf } from '../../../../../src/core/verdicts/calibration';

const none = Object.fromEntries(featureNames.map((name) => [name, 0])) as FindingFeatures;

describe('scoreOf', () => {
  it('adds up what speaks for and against', () => {
    const model = { least: {}, intercept: 0.5, weights: { shared: 2, heard: -1 } };
    expect(scoreOf(model, { shared: 0.5, heard: 3 })).toBeCloseTo(-1.5);
    expect(scoreOf(model, {})).toBe(0.5);
  });
});

describe('surenessOf', () => {
  it('is the precision of the rule where nothing can be weighed, or no model weighs the rule', () => {
    const value = { confidence: confidenceOf('faithfulness/value'), isDoubtful: false };
    expect(surenessOf('faithfulness/value', undefined)).toEqual(value);
    expect(surenessOf('style/no-such-rule', none)).toEqual({ confidence: null, isDoubtful: false });
  });

  it('is less sure of a number that the statement gives for something else, more of one told right there', () => {
    const told = surenessOf('faithfulness/value', { ...none, isToldHere: 1, isToldElsewhere: 1, heard: 1 });
    const bound = surenessOf('faithfulness/value', { ...none, ownMargin: 0.6, isBest: 1 });
    expect(told.isDoubtful).toBe(true);
    expect(bound.isDoubtful).toBe(false);
    expect(told.confidence).toBeLessThan(bound.confidence ?? 0);
  });

  it('is never quite certain', () => {
    const sure = surenessOf('faithfulness/time', { ...none, ownMargin: 100 });
    const unsure = surenessOf('faithfulness/time', { ...none, ownMargin: -100 });
    expect([sure.confidence, unsure.confidence]).toEqual([0.99, 0.01]);
  });
});
