import { describe, expect, it } from 'vitest';
import { leanBy, leanReading } from '../../../../src/core/claims/typed-lean';
import { noLean, type TypedLean } from '../../../../src/core/claims/typed-sign';
import { extractFacts } from '../../../../src/core/facts/extract';

const lean: TypedLean = {
  ...noLean,
  reckoned: { supported: Math.log(2), contradicted: 0, notAddressed: 0 },
  slip: { supported: 0, contradicted: Math.log(3), notAddressed: 0 },
};
const read = { supported: 0.25, contradicted: 0.5, notAddressed: 0.25 };

describe('a reading that typed facts lean', () => {
  it('has the odds of its labels multiplied, and its sum kept', () => {
    // 0.25 × 2, 0.5 and 0.25 of 1.25.
    expect(leanBy(read, lean, new Set(['reckoned']))).toEqual({
      supported: 0.4,
      contradicted: 0.4,
      notAddressed: 0.2,
    });
  });

  it('is leaned by each sign', () => {
    // 0.5, 1.5 and 0.25 of 2.25.
    const both = leanBy(read, lean, new Set(['reckoned', 'slip']));
    expect(both.contradicted).toBeCloseTo(1.5 / 2.25, 9);
  });

  it('stays without a sign, and without a lean', () => {
    const texts = (evidence: string, claim: string) => ({
      claim,
      claimFacts: extractFacts(claim),
      evidence,
      evidenceFacts: extractFacts(evidence),
    });
    expect(leanReading(read, lean, texts('He is well.', 'He is ill.'))).toEqual(read);
    const slipped = texts('Tamsulosin 400 micrograms.', 'Tamsulosin 400 mg.');
    expect(leanReading(read, undefined, slipped)).toEqual(read);
    expect(leanReading(read, lean, slipped).contradicted).toBeGreaterThan(0.7);
  });
});
