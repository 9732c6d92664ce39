import { z } from 'zod';

/** How a model's confidence is to be read, fitted on the labelled pairs that Attest ships. */
export const judgeCalibration = z.object({
  /** As the endpoint names it. */
  model: z.string().max(400),
  /** What it was measured with; see `judgeBasis`. */
  basis: z.string().max(128),
  /** Labelled pairs that it was fitted on: those that the model decided. */
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
const smallestStep = 1e-6;

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
  return onCurve(confidence, calibration);
}

type Curve = Pick<JudgeCalibration, 'slope' | 'intercept'>;

function onCurve(confidence: number, { slope, intercept }: Curve): number {
  return sigmoid(slope * logit(confidence) + intercept);
}

/**
 * Fits a logistic curve from confidence to being right (Platt, 1999), by Newton's method with a prior that a few dozen
 * pairs cannot run away from.
 * @param of the model, and what it was measured with
 * @throws RangeError without pairs: nothing can be learnt from nothing
 */
export function fitCalibration(
  of: Pick<JudgeCalibration, 'model' | 'basis'>,
  judged: readonly JudgedPair[],
): JudgeCalibration {
  if (judged.length === 0) throw new RangeError('A calibration needs judged pairs.');
  const right = judged.filter((one) => one.right).length;
  return {
    ...of,
    pairs: judged.length,
    accuracy: right / judged.length,
    ...fitCurve(judged),
  };
}

/**
 * How far confidences are from what came out, as the mean of the squared differences (Brier, 1950): 0 is best. `before`
 * takes them as the model gave them, `after` as calibrated; there each pair is read with a curve that was fitted on the
 * others, since a curve looks better on what it was fitted on than it is.
 * @param judged two pairs at least
 */
export function brierScores(judged: readonly JudgedPair[]): { before: number; after: number } {
  const score = (read: (pair: JudgedPair, at: number) => number): number =>
    judged.reduce((sum, pair, at) => sum + (Number(pair.right) - read(pair, at)) ** 2, 0) / judged.length;
  return {
    before: score(({ confidence }) => confidence),
    after: score(({ confidence }, at) => onCurve(confidence, fitCurve(judged.toSpliced(at, 1)))),
  };
}

function fitCurve(judged: readonly JudgedPair[]): Curve {
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
    // Far from the optimum, where the curve is flat, a whole step goes astray: a model that is nearly certain and often wrong.
    const now = likelihood(judged, { slope, intercept });
    const stepped = (size: number): Curve => ({ slope: slope + size * ds, intercept: intercept + size * di });
    let size = 1;
    while (size > smallestStep && likelihood(judged, stepped(size)) < now) size /= 2;
    ({ slope, intercept } = stepped(size));
    if (size * (Math.abs(ds) + Math.abs(di)) < 1e-9) break;
  }
  return { slope, intercept };
}

/** The penalised log-likelihood of a curve; highest at the fit. */
function likelihood(judged: readonly JudgedPair[], { slope, intercept }: Curve): number {
  return judged.reduce(
    (sum, { confidence, right }) => {
      const z = (right ? 1 : -1) * (slope * logit(confidence) + intercept);
      return sum + Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)));
    },
    (-priorWeight / 2) * ((slope - 1) ** 2 + intercept ** 2),
  );
}
