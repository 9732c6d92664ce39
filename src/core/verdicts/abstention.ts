import type { LabelShares } from './calibration';

/** The verdicts that a verifier can give. */
export const verifierLabels = ['supported', 'contradicted', 'not-addressed'] as const;

/** A verdict that a verifier can give. */
export type VerifierLabel = (typeof verifierLabels)[number];

/** One point of a risk–coverage curve: what happens when answers below the threshold are withheld. All 0…1. */
export interface RiskPoint {
  /** Least probability of the label at which it is given as the verdict. */
  threshold: number;
  /** Share of the answers given that are wrong. */
  error: number;
  /** Share of all answers that are given. */
  coverage: number;
}

/** A risk–coverage curve per label, its points in any order, measured on pairs that the verifier was not trained on. */
export type RiskCurves = Record<VerifierLabel, readonly RiskPoint[]>;

/** The error rate that is accepted unless the user says otherwise. */
export const defaultAcceptedError = 0.1;

/** What a verifier's answer comes to once the accepted error rate is known. */
export interface VerifierOpinion {
  /** The likeliest label. */
  label: VerifierLabel;
  /** Its probability (0…1). */
  probability: number;
  /** How often answers with this label and at least this probability were wrong; an estimate where no curve is known. */
  risk: number;
  /** The risk is within what is accepted. */
  sure: boolean;
}

/** The probability of a label. */
export function shareOf(shares: LabelShares, label: VerifierLabel): number {
  return label === 'not-addressed' ? shares.notAddressed : shares[label];
}

/** The likeliest label; of equal ones the more cautious: not addressed before contradicted before supported. */
export function likeliest(shares: LabelShares): VerifierLabel {
  return [...verifierLabels].reverse().reduce((best, label) => {
    return shareOf(shares, label) > shareOf(shares, best) ? label : best;
  });
}

/**
 * How often an answer is wrong that is given with this probability, by the curve: the least error of the thresholds that
 * the probability reaches. Each bounds the errors of the answers at or above it, and the highest ones are bounds of few
 * answers: a surer answer would else be withheld where a less sure one is given. Without a curve the probability is taken
 * at its word: it errs as often as it says that it may.
 */
export function riskOf(label: VerifierLabel, probability: number, curves: RiskCurves | undefined): number {
  const points = curves?.[label] ?? [];
  if (points.length === 0) return 1 - probability;
  // Below the lowest threshold nothing was measured.
  return points
    .filter(({ threshold }) => threshold <= probability)
    .reduce((least, { error }) => Math.min(least, error), 1);
}

/**
 * Weighs a verifier's answer against the error rate that a person accepts.
 * @param accepted share of wrong answers that is accepted (0…1)
 */
export function opinionOf(
  shares: LabelShares,
  curves: RiskCurves | undefined,
  accepted: number = defaultAcceptedError,
): VerifierOpinion {
  const label = likeliest(shares);
  const probability = shareOf(shares, label);
  const risk = riskOf(label, probability, curves);
  return { label, probability, risk, sure: risk <= accepted };
}
