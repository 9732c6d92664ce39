import type { Axis, Harm, RuleCode, Severity } from './finding';
import type { Verdict } from './verdict';

/**
 * How loudly a finding is shown unless the user says otherwise. A contradiction with the source is an error. One with a
 * guideline is a warning: a guideline speaks of patients in general, and there may be a reason to depart from it.
 */
export function defaultSeverity(axis: Axis, verdict: Verdict): Severity {
  if (verdict === 'contradicted') return axis === 'faithfulness' ? 'error' : 'warning';
  return verdict === 'supported' || verdict === 'not-scored' ? 'off' : 'hint';
}

/**
 * The severity by the user's policy, else the rule's own, else the default.
 * @param own what the rule asks for this finding
 */
export function severityOf(
  { rule, axis }: { rule: RuleCode; axis: Axis },
  verdict: Verdict,
  own: Severity | undefined,
  policy: Partial<Record<RuleCode, Severity>> = {},
): Severity {
  return policy[rule] ?? own ?? defaultSeverity(axis, verdict);
}

/** Errors first. */
export const severityRank: Record<Severity, number> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
  off: 4,
};

/** Orders findings by what a reader should see first: severity, then harm, then place. */
export function byHarm(
  a: { severity: Severity; harm: Harm; start: number },
  b: { severity: Severity; harm: Harm; start: number },
): number {
  return severityRank[a.severity] - severityRank[b.severity] || a.harm - b.harm || a.start - b.start;
}
