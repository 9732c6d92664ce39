import { scoredVerdicts } from '../../src/core/verdicts/verdict';
import type { ScoredVerdict } from '../../src/core/verdicts/verdict';
import type { ScoreSummary } from '../../src/core/verdicts/score';
import { formatInterval, formatNumber, formatPercent, plural, t } from '../l10n';
import { verdictLabel } from './verdict';

/** One label of a score: how many, what share, and the 95 % interval of the share. */
export interface ScoreRow {
  verdict: ScoredVerdict;
  label: string;
  count: number;
  countText: string;
  share: string;
  interval: string;
}

/** A score as a bar and a table, or why there is none. Nothing scored is never shown as a number. */
export type ScoreView =
  | { kind: 'not-scored'; reason: string }
  | {
      kind: 'scored';
      /** One line, e.g. `18 statements scored, 2 not scored`. */
      caption: string;
      /** What a screen reader says for the bar. */
      barLabel: string;
      rows: ScoreRow[];
    };

/**
 * @param unit what was scored, for the caption
 * @param notScored why the whole was not scored
 */
export function scoreView(
  summary: ScoreSummary,
  unit: 'statement' | 'sentence',
  notScored: string | undefined,
): ScoreView {
  const { shares } = summary;
  if (!shares || summary.scored === 0) {
    return { kind: 'not-scored', reason: notScored ?? emptyReason(summary.notScored, unit) };
  }
  const rows = scoredVerdicts.map((verdict) => ({
    verdict,
    label: verdictLabel(verdict),
    count: shares[verdict].count,
    countText: formatNumber(shares[verdict].count),
    share: formatPercent(shares[verdict].share),
    interval: formatInterval(shares[verdict]),
  }));
  const scored =
    unit === 'statement'
      ? plural(summary.scored, '1 statement scored', '{0} statements scored')
      : plural(summary.scored, '1 sentence scored', '{0} sentences scored');
  return {
    kind: 'scored',
    caption: summary.notScored > 0 ? t('{0}, {1} not scored', scored, summary.notScored) : scored,
    barLabel: rows
      .filter((row) => row.count > 0)
      .map((row) => `${row.label} ${row.share}`)
      .join(', '),
    rows,
  };
}

function emptyReason(skipped: number, unit: 'statement' | 'sentence'): string {
  if (skipped === 0) return t('There was nothing to compare.');
  return unit === 'statement'
    ? plural(
        skipped,
        'The only statement could not be compared.',
        'None of {0} statements could be compared.',
      )
    : plural(skipped, 'The only sentence could not be compared.', 'None of {0} sentences could be compared.');
}
