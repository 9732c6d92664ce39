import { describe, expect, it } from 'vitest';
import { featureNames, type FindingFeatures } from '../../../src/core/checks/confidence/finding-features';
import shipped from '../../../src/core/checks/confidence/finding-confidence.json';
import { ruleCodes } from '../../../src/core/checks/registry';
import { families } from '../../bench/confidence/families';
import { fit, fitAll, readRows, type Row } from '../../bench/confidence/fit';

const family = {
  name: 'test',
  rules: ['faithfulness/value'],
  features: ['shared', 'heard'] as const,
  ridge: 1,
  least: { 'faithfulness/value': -1 },
};
const row = (shared: number, heard: number, planted?: string): Row => ({
  set: 'a',
  rule: 'faithfulness/value',
  ...(planted !== undefined && { planted }),
  features: {
    ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as FindingFeatures),
    shared,
    heard,
  },
});

describe('the fit of confidences', () => {
  it('gives weight to what tells right from wrong, and none to what does not', () => {
    const rows = [0, 1].flatMap((heard) => [
      row(0.9, heard, 'value'),
      row(0.8, heard, 'value'),
      row(0.1, heard),
      row(0.2, heard),
    ]);
    const { weights, intercept, least } = fit(family, rows);
    expect(weights.shared).toBeGreaterThan(1);
    expect(weights.heard).toBeCloseTo(0, 5);
    // Halfway, right and wrong are as likely.
    expect(intercept + 0.5 * (weights.shared ?? 0)).toBeCloseTo(0, 2);
    expect(least).toEqual({ 'faithfulness/value': -1 });
  });

  it('survives a feature that is always the same', () => {
    const { weights } = fit(family, [row(1, 1, 'value'), row(1, 1)]);
    expect(weights).toEqual({ shared: 0, heard: 0 });
  });

  it('is of rules that there are, each in one family', () => {
    const rules = families.flatMap((one) => one.rules);
    expect(new Set(rules).size).toBe(rules.length);
    for (const rule of rules) expect(ruleCodes).toContain(rule);
  });

  it('gives what the checks use', () => {
    expect(fitAll(readRows())).toEqual(shipped.models);
  });
});
