import type { Translate } from '../translate';
import { measuredNotes } from './calibration';
import type { Finding } from './finding';

/** From here on "9 in 10" says too little, and "10 in 10" would be wrong. */
const nearlyAll = 0.95;
const hardlyAny = 0.05;

/**
 * How often a finding like this one is right, in tenths and with what that was measured on: more digits would promise more than
 * was measured.
 * @returns undefined for a matter of form, and for what a language model judged, which its message tells
 */
export function confidenceText(
  { rule, axis, confidence }: Pick<Finding, 'rule' | 'axis' | 'confidence'>,
  t: Translate,
): string | undefined {
  if (axis === 'style' || rule === 'faithfulness/judged') return undefined;
  if (confidence === null) return t('How often such findings are right was not measured.');
  if (confidence >= nearlyAll) {
    return t(
      'More than 9 in 10 such findings were right, in a test on {0} notes with planted errors.',
      measuredNotes(rule),
    );
  }
  if (confidence < hardlyAny) {
    return t(
      'Fewer than 1 in 10 such findings were right, in a test on {0} notes with planted errors.',
      measuredNotes(rule),
    );
  }
  return t(
    'About {0} in 10 such findings were right, in a test on {1} notes with planted errors.',
    tenthsOf(confidence),
    measuredNotes(rule),
  );
}

/** How often a verdict like this one was right where it was measured, in tenths, the way a finding's is told. */
export function verdictConfidenceText(confidence: number, t: Translate): string {
  if (confidence >= nearlyAll) return t('More than 9 in 10 such verdicts were right.');
  if (confidence < hardlyAny) return t('Fewer than 1 in 10 such verdicts were right.');
  return t('About {0} in 10 such verdicts were right.', tenthsOf(confidence));
}

function tenthsOf(confidence: number): number {
  return Math.max(1, Math.min(9, Math.round(10 * confidence)));
}
