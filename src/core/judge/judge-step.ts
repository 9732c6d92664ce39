import type { ScoredVerdict, Verdict } from '../verdicts/verdict';

/** Who is asked. Each role reads in its own way, so that three readers are not one reader asked three times. */
export type JudgeRole = 'judge' | 'critic' | 'strict-reader' | 'sceptic' | 'clinician' | 'moderator';

/** One opinion on the way to a verdict. */
export interface JudgeStep {
  by: JudgeRole | 'typed-facts';
  verdict: Verdict;
  /** What the model had said before it was taken back. */
  withdrawn?: ScoredVerdict;
}
