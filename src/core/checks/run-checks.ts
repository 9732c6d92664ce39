import { confidenceOf } from '../verdicts/calibration';
import type { Finding, RuleCode, Severity } from '../verdicts/finding';
import { overlaps } from '../text/span';
import { severityOf } from '../verdicts/severity';
import { fingerprint } from '../verdicts/suppression';
import type { CheckInput } from './check';
import { checks } from './registry';

/**
 * Runs every check on one statement and completes what they found.
 * @param policy severities that the user set; rules that are `off` do not run
 */
export function runChecks(input: CheckInput, policy: Partial<Record<RuleCode, Severity>> = {}): Finding[] {
  const { statement } = input;
  const findings = checks
    .filter((check) => policy[check.rule] !== 'off')
    .flatMap((check) =>
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
    )
    .filter((finding) => finding.severity !== 'off');
  return onePerCause(findings);
}

/** A contradiction says all that a hint at the same place could. */
function onePerCause(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.verdict === 'contradicted' ||
      !findings.some((other) => other.verdict === 'contradicted' && overlaps(other, finding)),
  );
}
