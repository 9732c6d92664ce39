import type { Citation } from '../evidence/citation';
import type { EvidenceWindow, SourceIndex } from '../evidence/source-index';
import type { Passage } from '../evidence/passage';
import type { SentenceFacts } from '../facts/extract';
import type { Section } from '../text/sections';
import type { Span } from '../text/span';
import type { Statement } from '../text/statements';
import type { Axis, Fix, RuleCode } from '../verdicts/finding';
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

/** Everything a check may look at: one statement with its facts and the evidence for it. */
export interface CheckInput {
  statement: Statement;
  section: Section | undefined;
  /** Spans point into the note. */
  facts: SentenceFacts[];
  sources: readonly SourceEvidence[];
  /** Empty where there is no library. */
  passages: readonly PassageEvidence[];
}

/** What a check found; severity, fingerprint and confidence are added for all checks alike. */
export interface FindingDraft extends Span {
  verdict: Verdict;
  message: string;
  expected?: string;
  citations: Citation[];
  fixes: Fix[];
}

/** One rule. Pure: the same input gives the same findings. */
export interface Check {
  rule: RuleCode;
  axis: Axis;
  run(input: CheckInput): FindingDraft[];
}
