import type { Citation } from '../../core/evidence/citations/citation';
import type { JudgeStep } from '../../core/judge/judge-step';
import type { ModelCost, ModelUse } from '../../core/language-model/model-meter';
import type { Span } from '../../core/text/span';
import type { CheckerOpinion } from '../../core/verdicts/checker-opinion';
import type { Verdict } from '../../core/verdicts/verdict';

/** What a passage says of a claim; `not-read`: it was found, and nobody has looked what it says. */
export type PassageVerdict = Exclude<Verdict, 'not-scored'> | 'not-read';

/** A passage that was found for a claim. */
export interface ClaimEvidence {
  citation: Citation;
  /** What this passage says of the claim. */
  verdict: PassageVerdict;
  /** How often a verdict like this was right where it was measured (0…1); absent where it is not sure or was not read. */
  confidence?: number;
  /** Why it is not sure, or was not read. */
  abstained?: string;
  /** What each checker without a language model says of it; absent where it was not read. */
  checkers?: CheckerOpinion[];
  /** The document's own date, as it writes it. */
  date?: string;
  /** How strong the passage says that its evidence is, in its own words. */
  strength?: string;
  /** Documents that hold nearly the same passage. */
  also: string[];
}

/** A claim of a text with its verdict. The span is that of all its pieces: from the first to the end of the last. */
export interface FactCheckedStatement extends Span {
  /** The words of the claim: the pieces with a blank between them. */
  text: string;
  /** Its pieces in the text. */
  spans: Span[];
  /** The piece that no other claim shares: where it is shown. */
  own: Span;
  verdict: Verdict;
  /** How often a verdict like this was right where it was measured (0…1); absent for `not-sure` and `not-scored`. */
  confidence?: number;
  /** One sentence: why this verdict. */
  explanation: string;
  /** Why it is not sure. */
  abstained?: string;
  /** The passages that decide, best first, each with the sentence that bears on the claim. */
  citations: Citation[];
  /** Every passage that was found, with what it says of the claim; those of `citations` first. */
  evidence: ClaimEvidence[];
  /** Passages disagree with each other about it: they stand side by side in `citations` and `evidence`. */
  disagreement?: true;
  /** What each checker without a language model says, by the passage that decides; absent where none was read. */
  checkers?: CheckerOpinion[];
  /** A language model was asked, because the checkers without one were not sure, or differ. */
  judged?: JudgedByModel;
}

/** How a language model came to its verdict. */
export interface JudgedByModel {
  /** Who was asked, in order, with what each said. */
  path: JudgeStep[];
  cost: ModelCost;
  /** `confidence` was measured for this model; otherwise it is the model's own. */
  calibrated: boolean;
}

export interface FactCheckReport {
  statements: FactCheckedStatement[];
  verdict: Verdict;
  notScored?: string;
  /** The language model that judged what was not sure without it, or why it could not; absent where none was needed. */
  model?: ModelUse;
  /** Claims that are not checked yet, in a report that is still on its way. */
  pending?: number;
}

/** How a fact-check is written down. */
export type FactCheckFormat = 'markdown' | 'json' | 'sarif';

export interface VerifyReport {
  verdict: Verdict;
  probabilities: { supported: number; contradicted: number; notAddressed: number };
  /** How often a verdict like this was right where it was measured (0…1); absent for `not-scored`. */
  confidence?: number;
  /** Why it is not sure or not scored. */
  abstained?: string;
  /** Verbatim from the evidence; empty when nothing bears on the claim. */
  quote: string;
}
