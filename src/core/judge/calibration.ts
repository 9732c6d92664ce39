import { z } from 'zod';

/** How a model's confidence is to be read, fitted on the labelled pairs that Attest ships. */
export const judgeCalibration = z.object({
  /** As the endpoint names it. */
  model: z.string().max(400),
  /** Labelled pairs that it was fitted on. */
  pairs: z.number().int().nonnegative(),
  /** Share of them that the first opinion got right (0…1). */
  accuracy: z.number().min(0).max(1),
  /** calibrated = 1 / (1 + exp(−(slope · logit(confidence) + intercept))) */
  slope: z.number(),
  intercept: z.number(),
});
export type JudgeCalibration = z.infer<typeof judgeCalibration>;

/** One judged pair: how sure the model was (0…1), and whether it was right. */
export interface JudgedPair {
  confidence: number;
  right: boolean;
}

/** Confidences of exactly 0 and 1 have no logit; token probabilities come as near as this. */
const edge = 1e-3;
/** How strongly a small set is held to "take the confidence as it is" (Gaussian prior around slope 1, intercept 0). */
const priorWeight = 2;
const steps = 50;

function logit(p: number): number {
  const inner = Math.min(1 - edge, Math.max(edge, p));
  return Math.log(inner / (1 - inner));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The probability that a verdict of this confidence is right; the confidence itself where the model is not calibrated. */
export function calibrated(confidence: number, calibration: JudgeCalibration | undefined): number {
  if (!calibration) return confidence;
  return sigmoid(calibration.slope * logit(confidence) + calibration.intercept);
}

/**
 * Fits a logistic curve from confidence to being right (Platt, 1999), by Newton's method with a prior that a few dozen
 * pairs cannot run away from.
 * @throws RangeError without pairs: nothing can be learnt from nothing
 */
export function fitCalibration(model: string, judged: readonly JudgedPair[]): JudgeCalibration {
  if (judged.length === 0) throw new RangeError('A calibration needs judged pairs.');
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < steps; step++) {
    // Gradient and Hessian of the penalised log-likelihood.
    let [gs, gi, hss, hsi, hii] = [
      priorWeight * (1 - slope),
      -priorWeight * intercept,
      priorWeight,
      0,
      priorWeight,
    ];
    for (const { confidence, right } of judged) {
      const x = logit(confidence);
      const p = sigmoid(slope * x + intercept);
      const error = Number(right) - p;
      const weight = p * (1 - p);
      gs += error * x;
      gi += error;
      hss += weight * x * x;
      hsi += weight * x;
      hii += weight;
    }
    const determinant = hss * hii - hsi * hsi;
    const ds = (gs * hii - gi * hsi) / determinant;
    const di = (gi * hss - gs * hsi) / determinant;
    slope += ds;
    intercept += di;
    if (Math.abs(ds) + Math.abs(di) < 1e-9) break;
  }
  const right = judged.filter((one) => one.right).length;
  return { model, pairs: judged.length, accuracy: right / judged.length, slope, intercept };
}
