import type { Axis, RuleCode, Severity } from './finding';
import type { Verdict } from './verdict';

/**
 * How loudly a finding is shown unless the user says otherwise. A contradiction with the source is an error. One with a
 * guideline is a warning: a guideline speaks of patients in general, and there may be a reason to depart from it.
 */
export function defaultSeverity(axis: Axis, verdict: Verdict): Severity {
  if (verdict === 'contradicted') return axis === 'faithfulness' ? 'error' : 'warning';
  return verdict === 'supported' || verdict === 'not-scored' ? 'off' : 'hint';
}

/** The severity by the user's policy, else the default. */
export function severityOf(
  rule: RuleCode,
  axis: Axis,
  verdict: Verdict,
  policy: Partial<Record<RuleCode, Severity>> = {},
): Severity {
  return policy[rule] ?? defaultSeverity(axis, verdict);
}

/** Ranks by harm: errors first. */
export const severityRank: Record<Severity, number> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
  off: 4,
};
