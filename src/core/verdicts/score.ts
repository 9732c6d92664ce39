import type { ScoredVerdict, Verdict } from './verdict';
import { scoredVerdicts } from './verdict';

/** A share with its 95 % Wilson score interval (Wilson, J Am Stat Assoc 1927); all in 0…1. */
export interface Share {
  count: number;
  share: number;
  low: number;
  high: number;
}

/** How a set of statements or sentences came out. */
export interface ScoreSummary {
  /** How many were scored; `not-scored` ones are not among them. */
  scored: number;
  notScored: number;
  /** Per label; absent when nothing was scored. */
  shares?: Record<ScoredVerdict, Share>;
}

const z95 = 1.959964;

/**
 * The Wilson score interval of `count` out of `total` at 95 %.
 * @throws RangeError when `total` is 0: nothing scored has no share
 */
export function wilsonShare(count: number, total: number): Share {
  if (total <= 0) throw new RangeError('A share needs at least one scored item.');
  const p = count / total;
  const z2 = z95 * z95;
  const centre = (p + z2 / (2 * total)) / (1 + z2 / total);
  const half = (z95 * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total))) / (1 + z2 / total);
  return { count, share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Counts verdicts into shares per label. Nothing scored gives no shares, never a score. */
export function summariseVerdicts(verdicts: readonly Verdict[]): ScoreSummary {
  const scored = verdicts.filter((verdict): verdict is ScoredVerdict => verdict !== 'not-scored');
  const summary: ScoreSummary = { scored: scored.length, notScored: verdicts.length - scored.length };
  if (scored.length === 0) return summary;
  const shares = Object.fromEntries(
    scoredVerdicts.map((label) => [
      label,
      wilsonShare(scored.filter((verdict) => verdict === label).length, scored.length),
    ]),
  ) as Record<ScoredVerdict, Share>;
  return { ...summary, shares };
}
