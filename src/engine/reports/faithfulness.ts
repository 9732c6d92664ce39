import type { Citation } from '../../core/evidence/citations/citation';
import type { Span } from '../../core/text/span';
import type { ScoreSummary } from '../../core/verdicts/score';
import type { Verdict } from '../../core/verdicts/verdict';

export interface ScoredSentence extends Span {
  text: string;
  verdict: Verdict;
  reason?: string;
  confidence: number;
  citations: Citation[];
}

export interface FaithfulnessReport {
  /** Share of scored sentences that are supported; null when nothing was scored. */
  score: number | null;
  sentences: ScoredSentence[];
  summary: ScoreSummary;
  notScored?: string;
}
