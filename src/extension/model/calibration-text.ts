import type { CalibrationReport } from '../services';
import type { Translate } from '../status/status-text';

/** Attest's escalation was tried with judges that are right at least this often (docs/benchmarks.md). Share. */
const leastAccuracy = 0.7;

/** What a calibration came to, and what to do where the model judges poorly. */
export function calibrationText(
  { calibration, asked, decided, notSure, unusable, refused, accuracy, brier }: CalibrationReport,
  t: Translate,
): { text: string; isPoor: boolean } {
  const percent = (share: number): number => Math.round(100 * share);
  const isPoor = accuracy.share < leastAccuracy;
  const parts = [
    t(
      '{0} decided {1} of {2} pairs (not sure: {3}, not readable: {4}, refused: {5}) and was right in {6}: {7} % (95 % interval {8}–{9} %).',
      calibration.model,
      decided,
      asked,
      notSure,
      unusable,
      refused,
      accuracy.count,
      percent(accuracy.share),
      percent(accuracy.low),
      percent(accuracy.high),
    ),
    t(
      'Calibrating does not make it more often right, it says how often: the error of its probabilities (Brier score, 0 is best) goes from {0} to {1}.',
      brier.before.toFixed(3),
      brier.after.toFixed(3),
    ),
    t('Its probabilities are read so from now on, for this model at this place.'),
    ...(isPoor ? [t('It is right too seldom for a judge: choose a larger model, or do without one.')] : []),
  ];
  return { text: parts.join(' '), isPoor };
}
