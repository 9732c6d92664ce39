import {
  likeliest,
  shareOf,
  verifierLabels,
  type RiskCurves,
  type RiskPoint,
  type VerifierLabel,
} from '../../../src/core/verdicts/abstention';
import type { LabelShares } from '../../../src/core/verdicts/calibration';

const [points, leastShare] = [20, 0.05];
/** Of the normal distribution: not exceeded with 90 %. */
const ninety = 1.2816;
const digits = 10_000;

/**
 * The share of errors that is not exceeded with 90 % (Wilson, 1927): no error among few is not a share of zero, and what was
 * measured on written pairs is not believed to the last point elsewhere.
 */
function upperBound(wrong: number, answers: number): number {
  const share = wrong / answers;
  const centre = share + ninety ** 2 / (2 * answers);
  const spread = ninety * Math.sqrt((share * (1 - share)) / answers + ninety ** 2 / (4 * answers ** 2));
  return (centre + spread) / (1 + ninety ** 2 / answers);
}

/**
 * Per label the share of errors, and of answers given, when less confident ones are withheld (risk–coverage curves, El-Yaniv
 * and Wiener, 2010).
 */
export function riskCurves(answers: readonly { shares: LabelShares; label: VerifierLabel }[]): RiskCurves {
  const curve = (said: VerifierLabel): RiskPoint[] => {
    const called = answers
      .filter(({ shares }) => likeliest(shares) === said)
      .map(({ shares, label }) => ({ probability: shareOf(shares, said), right: label === said }))
      .sort((a, b) => b.probability - a.probability);
    const step = (1 - leastShare) / (points - 1);
    const lasts = Array.from({ length: points }, (_, at) =>
      Math.round((leastShare + at * step) * (called.length - 1)),
    );
    return [...new Set(lasts)].flatMap((last) => {
      const least = called[last];
      if (!least) return [];
      const wrong = called.slice(0, last + 1).filter(({ right }) => !right).length;
      return [
        {
          threshold: rounded(least.probability),
          error: rounded(upperBound(wrong, last + 1)),
          coverage: rounded((last + 1) / called.length),
        },
      ];
    });
  };
  return Object.fromEntries(verifierLabels.map((label) => [label, curve(label)])) as unknown as RiskCurves;
}

function rounded(value: number): number {
  return Math.round(value * digits) / digits;
}
