import type { Citation } from '../evidence/citations/citation';
import type { ModelCost, ModelMeter } from '../language-model/model-meter';
import type { CheckerOpinion } from '../verdicts/checker-opinion';
import type { Verdict } from '../verdicts/verdict';
import type { JudgeCalibration } from './calibration';
import type { JudgeStep } from './judge-step';

/** What the checkers that need no model say of a statement. */
export interface OfflineVerdict {
  verdict: Verdict;
  /** Typed facts decided, not words or a small model: their contradiction is a veto. */
  typed: boolean;
  citations: Citation[];
  /** What each of them says, where they differ: then no single reader decides. */
  differing?: readonly CheckerOpinion[];
}

export interface JudgeOptions {
  /** How often a model is asked that gives no token probabilities: 1 (no probability), or 3 to 5. Default 3. */
  samples?: number;
  /** How this model's confidence is to be read; without it a confidence stays as the model gave it. */
  calibration?: JudgeCalibration | undefined;
  /** False: the first opinion stands, whatever others say. Default true. */
  escalate?: boolean;
  /** The statement is a step of a plan: it says what to do, and passages advise for or against it. Default false. */
  isPlanStep?: boolean;
  /** Gets what was taken, also where nothing comes of it. */
  spent?: ModelMeter;
  signal?: AbortSignal | undefined;
}

/** A statement, judged. */
export interface Judgement {
  verdict: Verdict;
  /** How likely the verdict is right (0…1); absent where nothing tells. */
  probability?: number;
  /** Verbatim, best first. */
  citations: Citation[];
  /** One sentence. */
  explanation: string;
  /** Who was asked, in order. */
  path: JudgeStep[];
  cost: ModelCost;
}
