import type { ScoredVerdict } from '../verdicts/verdict';
import data from './labelled-pairs.json';

/** A statement with a piece of evidence and the right verdict. */
export interface LabelledPair {
  statement: string;
  evidence: string;
  verdict: ScoredVerdict;
}

/** The pairs that a model's judging is calibrated on, as many of each verdict. */
export const labelledPairs: readonly LabelledPair[] = data.pairs as LabelledPair[];
