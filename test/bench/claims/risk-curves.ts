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

/** A reading of a claim: what it gives each label, what is true, and of which kind of text the pair is. */
export interface Answer {
  shares: LabelShares;
  label: VerifierLabel;
  kind: string;
}

/**
 * Per label the share of errors, and of answers given, when less confident ones are withheld (risk–coverage curves, El-Yaniv
 * and Wiener, 2010). The share is that of the kind of text in which it is largest: what is accepted is accepted of each.
 */
export function riskCurves(answers: readonly Answer[]): RiskCurves {
  const curveOf = (said: VerifierLabel): RiskPoint[] => {
    const called = answers
      .filter(({ shares }) => likeliest(shares) === said)
      .map(({ shares, label, kind }) => ({
        probability: shareOf(shares, said),
        right: label === said,
        kind,
      }))
      .sort((a, b) => b.probability - a.probability);
    const step = (1 - leastShare) / (points - 1);
    const lasts = Array.from({ length: points }, (_, at) =>
      Math.round((leastShare + at * step) * (called.length - 1)),
    );
    const curve = [...new Set(lasts)].flatMap((last) => {
      const least = called[last];
      if (!least) return [];
      return [
        {
          threshold: rounded(least.probability),
          error: rounded(worstBound(called.slice(0, last + 1))),
          coverage: rounded((last + 1) / called.length),
        },
      ];
    });
    // The surest are few, which makes their bound wide: they err no more often than with the less sure ones among them.
    return curve.map((point, at) => ({
      ...point,
      error: Math.min(...curve.slice(at).map(({ error }) => error)),
    }));
  };
  return Object.fromEntries(verifierLabels.map((label) => [label, curveOf(label)])) as unknown as RiskCurves;
}

/** The largest bound of the answers of each kind of text; few of a kind have a wide one. */
function worstBound(answers: readonly { right: boolean; kind: string }[]): number {
  const kinds = [...new Set(answers.map(({ kind }) => kind))].map((name) =>
    answers.filter(({ kind }) => kind === name),
  );
  const bounds = kinds.map((some) => upperBound(some.filter(({ right }) => !right).length, some.length));
  return Math.max(...bounds);
}

function rounded(value: number): number {
  return Math.round(value * digits) / digits;
}
