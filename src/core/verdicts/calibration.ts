import type { RuleCode } from './finding';

/** Empirical precision per rule; see docs/benchmarks.md, "Confidence". */
const precision: Partial<Record<RuleCode, number>> = {};

/** How often a finding of the rule was right on the development data (0…1). */
export function confidenceOf(rule: RuleCode): number {
  return precision[rule] ?? 0.5;
}
