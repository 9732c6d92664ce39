import { confidenceOf } from '../verdicts/calibration';
import type { Finding, RuleCode, Severity } from '../verdicts/finding';
import { overlaps } from '../text/span';
import { severityOf } from '../verdicts/severity';
import { fingerprint } from '../verdicts/suppression';
import type { CheckInput } from './check';
import { checks } from './registry';

/**
 * Runs every check on one statement and completes what they found, rules that are `off` included: what a user wants to
 * see does not change what is true of the statement.
 * @param policy severities that the user set
 */
export function runChecks(input: CheckInput, policy: Partial<Record<RuleCode, Severity>> = {}): Finding[] {
  const { statement } = input;
  return checks.flatMap((check) =>
    check.run(input).map((draft): Finding => {
      const text = statement.text.slice(draft.start - statement.start, draft.end - statement.start);
      return {
        ...draft,
        rule: check.rule,
        axis: check.axis,
        severity: severityOf(check.rule, check.axis, draft.verdict, policy),
        text,
        confidence: confidenceOf(check.rule),
        statement: { start: statement.start, end: statement.end },
        fingerprint: fingerprint(
          check.rule,
          statement.text,
          text,
          draft.citations.map((citation) => citation.quote),
        ),
      };
    }),
  );
}

/** What of the findings is shown: no rule that is `off`, and no hint where a contradiction says it all. */
export function reported(findings: readonly Finding[]): Finding[] {
  return onePerCause(findings.filter((finding) => finding.severity !== 'off'));
}

/** A contradiction says all that a hint at the same place could. */
function onePerCause(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.verdict === 'contradicted' ||
      !findings.some((other) => other.verdict === 'contradicted' && overlaps(other, finding)),
  );
}
