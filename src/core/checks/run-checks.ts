import { confidenceOf } from '../verdicts/calibration';
import type { Finding, RuleCode, Severity } from '../verdicts/finding';
import { overlaps, type Span } from '../text/span';
import type { Statement } from '../text/statements';
import { byHarm, severityOf } from '../verdicts/severity';
import { fingerprint } from '../verdicts/suppression';
import type { CheckInput, FindingDraft, Rule } from './check';
import type { NoteCheckInput } from './note-check';
import { allRules, checks, noteChecks } from './registry';

/** Severities that the user set. */
export type SeverityPolicy = Partial<Record<RuleCode, Severity>>;

/**
 * Runs every statement check on one statement, rules that are `off` included: what a user wants to see does not change
 * what is true of the statement. Spans point into the statement.
 */
export function runChecks(input: CheckInput, policy: SeverityPolicy = {}): Finding[] {
  return checks.flatMap((check) =>
    check.run(input).map((draft) => findingOf(check, draft, input.statement, policy)),
  );
}

/**
 * Runs every note check. Findings are relative to their statement, like those of `runChecks`.
 * @returns the findings by the index of their statement
 */
export function runNoteChecks(input: NoteCheckInput, policy: SeverityPolicy = {}): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const check of noteChecks) {
    for (const { at, ...draft } of check.run(input)) {
      const statement = input.statements[at]?.statement;
      if (!statement) continue;
      const own: Statement = { ...statement, start: 0, end: statement.text.length };
      const list = found.get(at) ?? [];
      list.push(findingOf(check, draft, own, policy));
      found.set(at, list);
    }
  }
  return found;
}

/** What a rule found, with what is the same for all rules. Spans point into the statement, which starts at 0. */
export function findingOf(
  rule: Rule,
  draft: FindingDraft,
  statement: Statement,
  policy: SeverityPolicy,
): Finding {
  const text = statement.text.slice(draft.start, draft.end);
  return {
    ...draft,
    rule: rule.rule,
    axis: rule.axis,
    harm: rule.harm,
    severity: severityOf(rule, draft.verdict, draft.severity, policy),
    text,
    confidence: confidenceOf(rule.rule),
    also: [],
    statement: { start: statement.start, end: statement.end },
    fingerprint: fingerprint(
      rule.rule,
      statement.text,
      text,
      draft.citations.map((citation) => citation.quote),
    ),
  };
}

/** What of a statement's findings is shown: no rule that is `off`, and one finding per cause, the most harmful first. */
export function reported(findings: readonly Finding[]): Finding[] {
  return onePerCause(mostExact(findings).filter((finding) => finding.severity !== 'off'));
}

const moreExact = new Map(allRules.map(({ rule, yieldsTo = [] }) => [rule, yieldsTo]));

/** Leaves a slip to the rule that tells it most exactly. Done before the user's policy: silencing is about the cause. */
function mostExact(findings: readonly Finding[]): Finding[] {
  const told = (finding: Finding, by: Finding): boolean =>
    by.verdict === finding.verdict &&
    overlaps(by, finding) &&
    (moreExact.get(finding.rule)?.includes(by.rule) ?? false);
  const kept = findings
    .filter((finding) => !findings.some((other) => told(finding, other)))
    .map((finding) => ({ ...finding, also: [...finding.also] }));
  for (const finding of findings) {
    const owner = kept.find((other) => told(finding, other));
    if (owner && !owner.also.includes(finding.rule)) owner.also.push(finding.rule);
  }
  return kept;
}

/**
 * A wrong dose may be a wrong value, an impossible dose and one that no guideline gives: findings that share a place have
 * one cause. The most harmful one stays and names the others. One that is about its statement as a whole shares its
 * place with everything, and its cause only with another such one that isn't the same rule's word on something else: two
 * medicines that are left out are two causes.
 */
function onePerCause(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort(byHarm)) {
    const cause = kept.find(
      (other) =>
        overlaps(other, finding) &&
        isWhole(other) === isWhole(finding) &&
        !(isWhole(other) && other.rule === finding.rule && other.expected !== finding.expected),
    );
    if (!cause) kept.push({ ...finding, also: [...finding.also] });
    else if (cause.rule !== finding.rule && !cause.also.includes(finding.rule)) {
      cause.also.push(finding.rule);
      // A rule about the note alone has no evidence of its own: the one that it stands for may have.
      if (cause.citations.length === 0) cause.citations = [...finding.citations];
    }
  }
  return kept;
}

function isWhole({ start, end, statement }: Finding): boolean {
  return start <= statement.start && end >= statement.end;
}

/** The finding with its spans in the note, where its statement stands. */
export function inNote(finding: Finding, { start }: Span): Finding {
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + start,
    end: span.end + start,
  });
  return { ...move(finding), statement: move(finding.statement), fixes: finding.fixes.map(move) };
}
