import { describe, expect, it } from 'vitest';
import {
  featureNames,
  type FindingFeatures,
} from '../../../../../src/core/checks/confidence/finding-features';
import { whyDoubtful } from '../../../../../src/core/checks/confidence/why-doubtful';

/** A finding that nothing speaks against. */
const bound: FindingFeatures = {
  ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as FindingFeatures),
  isBest: 1,
  shared: 1,
  margin: 0.5,
  ownMargin: 0.5,
};
const why = (rule: 'value' | 'polarity' | 'laterality', more: Partial<FindingFeatures>): string =>
  whyDoubtful(`faithfulness/${rule}`, { ...bound, ...more });

describe('why a contradiction is not sure', () => {
  it('is that note and source hold both numbers', () => {
    expect(why('value', { isToldHere: 1, isToldElsewhere: 1, heard: Math.log(2) })).toBe(
      'this statement gives the source’s number too, and the source says the note’s number as well',
    );
    expect(why('value', { isToldElsewhere: 1 })).toBe('the note gives the source’s number at another place');
  });

  it('is that the source leaves a finding open', () => {
    expect(why('polarity', { isLeftOpen: Math.log(3) })).toBe('the source leaves it open at another place');
  });

  it('is that the evidence is of something else, said once', () => {
    expect(why('polarity', { isBest: 0, margin: -0.6 })).toBe(
      'the source speaks of the rest of this at another place',
    );
    expect(why('value', { ownMargin: -0.9 })).toContain('another statement of the note');
  });

  it('is that the cited words only ask', () => {
    expect(why('laterality', { isAsked: 1 })).toContain('only ask');
  });

  it('gives two reasons at most, the weightiest first', () => {
    const reasons = why('value', { isToldHere: 1, isToldElsewhere: 1, ownMargin: -1, isBest: 0, heard: 2 });
    expect(reasons.split(', and ')).toHaveLength(2);
    expect(reasons).toMatch(/^the cited words fit another statement/);
  });

  it('is said in general where no single feature shows it, or no model weighs the rule', () => {
    expect(why('value', {})).toContain('little ties');
    expect(whyDoubtful('faithfulness/medication', bound)).toContain('little ties');
  });
});
