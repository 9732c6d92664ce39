import type { RuleCode } from './finding';
import type { Verdict } from './verdict';

/** Empirical precision per rule; see docs/benchmarks.md, "Confidence". */
const precision: Partial<Record<RuleCode, number>> = {};

/** How often a finding of the rule was right on the development data (0…1). */
export function confidenceOf(rule: RuleCode): number {
  return precision[rule] ?? 0.5;
}

/** How often each label was right for a verdict (sums to 1). */
export interface LabelShares {
  supported: number;
  contradicted: number;
  notAddressed: number;
}

const even: LabelShares = { supported: 1 / 3, contradicted: 1 / 3, notAddressed: 1 / 3 };
const sharesByVerdict: Partial<Record<Verdict, LabelShares>> = {};

/** The empirical shares of the labels for a verdict of the typed comparison. */
export function probabilitiesOf(verdict: Verdict): LabelShares {
  return sharesByVerdict[verdict] ?? even;
}

/** How often a verdict on a statement or sentence was right on the development data (0…1). */
export function outcomePrecision(verdict: Verdict): number {
  const shares = probabilitiesOf(verdict);
  if (verdict === 'supported') return shares.supported;
  if (verdict === 'contradicted') return shares.contradicted;
  return verdict === 'not-addressed' ? shares.notAddressed : 0;
}
