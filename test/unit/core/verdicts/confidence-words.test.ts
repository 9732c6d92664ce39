import { describe, expect, it } from 'vitest';
import type { RuleCode } from '../../../../src/core/verdicts/finding';
import { confidenceOf, measuredNotes } from '../../../../src/core/verdicts/calibration';
import { confidenceText, verdictConfidenceText } from '../../../../src/core/verdicts/confidence-words';

const t = (text: string, ...args: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)]));
const said = (rule: RuleCode, confidence: number | null): string | undefined =>
  confidenceText({ rule, axis: rule.split('/')[0] as 'style', confidence }, t);

describe('how often a finding is right, in words', () => {
  it.each([
    [0.89, 'About 9 in 10'],
    [0.55, 'About 6 in 10'],
    [0.05, 'About 1 in 10'],
    [0.03, 'Fewer than 1 in 10'],
    // Ten of ten would be a promise.
    [0.949, 'About 9 in 10'],
    [0.95, 'More than 9 in 10'],
    [0.99, 'More than 9 in 10'],
  ])('is in tenths, and never all or none (%s)', (confidence, words) => {
    expect(said('faithfulness/value', confidence)).toContain(words);
  });

  it.each([
    [0.02, 'Fewer than 1 in 10 such verdicts were right.'],
    [0.7, 'About 7 in 10 such verdicts were right.'],
    [0.96, 'More than 9 in 10 such verdicts were right.'],
  ])('is told of a verdict the same way (%s)', (confidence, words) => {
    expect(verdictConfidenceText(confidence, t)).toBe(words);
  });

  it('says what it was measured on, and shows no percentage', () => {
    expect(said('faithfulness/value', 0.89)).toMatch(/in a test on \d+ notes with planted errors/);
    expect(said('faithfulness/value', 0.89)).not.toMatch(/%|0\.\d/);
  });

  it('says so of a rule that was measured on other notes', () => {
    const own = measuredNotes('faithfulness/temporality');
    expect(own).not.toBe(measuredNotes('faithfulness/value'));
    expect(said('faithfulness/temporality', 0.98)).toContain(`in a test on ${own} notes`);
  });

  it('is not made up for a rule that was not measured', () => {
    expect(said('guideline/dose', null)).toBe('How often such findings are right was not measured.');
  });

  it('is left out for a matter of form, and for what a model judged and the message tells', () => {
    expect(said('style/trailing-zero', null)).toBeUndefined();
    expect(said('faithfulness/judged', 0.9)).toBeUndefined();
  });
});

describe('a rule', () => {
  it('is not measured by so few findings that anything may be true of it', () => {
    // Its interval goes from 0.00 to 0.99.
    expect(confidenceOf('consistency/medication-list')).toBeNull();
    expect(confidenceOf('faithfulness/polarity')).not.toBeNull();
  });
});
