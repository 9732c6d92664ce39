import type { Citation } from '../evidence/citations/citation';
import type { EvidenceWindow, SourceIndex } from '../evidence/source/source-index';
import type { Passage } from '../evidence/passages/passage';
import type { SentenceFacts } from '../facts/extract';
import type { Terminology } from '../terminology/terminology';
import type { Section } from '../text/sections';
import type { Span } from '../text/span';
import type { Statement } from '../text/statements';
import type { Axis, Fix, Harm, RuleCode, Severity } from '../verdicts/finding';
import type { Verdict } from '../verdicts/verdict';

/** A source with the windows that bear on the statement, best first. */
export interface SourceEvidence {
  source: SourceIndex;
  windows: EvidenceWindow[];
}

/** A library passage with its typed facts; their spans point into the passage's text. */
export interface PassageEvidence {
  passage: Passage;
  sentences: SentenceFacts[];
}

/**
 * Everything a check may look at: one statement with its facts and the evidence for it. The statement starts at 0: its
 * facts, and what a check reports, point into `statement.text`, so that a result stays true wherever the statement moves.
 */
export interface CheckInput {
  statement: Statement;
  section: Section | undefined;
  facts: SentenceFacts[];
  sources: readonly SourceEvidence[];
  /** What the facts were read with, and what is known about their concepts. */
  terminology: Terminology;
}

/** What a check found; severity, fingerprint and confidence are added for all checks alike. The span points into the statement. */
export interface FindingDraft extends Span {
  verdict: Verdict;
  /** The rule's own default for this finding, where it is not that of its axis and verdict. The user's policy comes first. */
  severity?: Severity;
  message: string;
  expected?: string;
  citations: Citation[];
  fixes: Fix[];
}

/** A rule's name, and how much harm it does to miss what it reports. */
export interface Rule {
  rule: RuleCode;
  axis: Axis;
  /** One sentence: what a finding of the rule says. */
  reports: string;
  harm: Harm;
  /**
   * Rules that tell the same slip more exactly. What one of them calls contradicted is theirs, however loudly the user
   * shows it: who silences the more exact rule is not told the same by this one.
   */
  yieldsTo?: readonly RuleCode[];
}

/** One rule that looks at a statement at a time. Pure: the same input gives the same findings. */
export interface Check extends Rule {
  run(input: CheckInput): FindingDraft[];
}
