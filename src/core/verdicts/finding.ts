import type { Citation } from '../evidence/citations/citation';
import type { Span } from '../text/span';
import type { Verdict } from './verdict';

/** What a finding is measured against. */
export type Axis = 'faithfulness' | 'guideline' | 'consistency' | 'style';

/** How loudly a finding is shown; policy, separate from the verdict. `off` findings are not reported. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** How much harm it does when what a rule reports is missed: 1 can kill, 5 is a matter of form. Ranks findings of one severity. */
export type Harm = 1 | 2 | 3 | 4 | 5;

/** Stable code of a rule, `<axis>/<name>`; `docs/rules/<axis>-<name>.md` explains it. */
export type RuleCode = `${Axis}/${string}`;

/** An edit of the note that would resolve the finding. */
export interface Fix extends Span {
  title: string;
  newText: string;
}

/** Something a person should look at. The span points into the note as read. */
export interface Finding extends Span {
  rule: RuleCode;
  axis: Axis;
  verdict: Verdict;
  severity: Severity;
  harm: Harm;
  /** The note's text at the span. */
  text: string;
  message: string;
  /** The value that the evidence holds, in the note's own form where it can be given so. */
  expected?: string;
  /**
   * How likely it is right (0…1): the precision of its rule, moved by what speaks for and against this finding; null where
   * that was not measured.
   */
  confidence: number | null;
  /** The evidence, best first. */
  citations: Citation[];
  fixes: Fix[];
  /** Other rules that report the same place, less harmful than this one: one cause is one finding. */
  also: RuleCode[];
  /** The statement that the finding is about. */
  statement: Span;
  /** Stays the same while claim and evidence stay the same, wherever the statement moves. */
  fingerprint: string;
}
