import { leanBy, leanDirections } from '../../../src/core/claims/typed-lean';
import { typedSigns, type TypedLean, type TypedSign } from '../../../src/core/claims/typed-sign';
import { shareOf, verifierLabels, type VerifierLabel } from '../../../src/core/verdicts/abstention';
import type { LabelShares } from '../../../src/core/verdicts/calibration';

/** A pair as the fit sees it: what is read, what typed facts show, and what is true. */
export interface FittedPair {
  shares: LabelShares;
  signs: ReadonlySet<TypedSign>;
  label: VerifierLabel;
}

type Weights = Record<TypedSign, LabelShares>;

const keys: Record<VerifierLabel, keyof LabelShares> = {
  supported: 'supported',
  contradicted: 'contradicted',
  'not-addressed': 'notAddressed',
};
const [steps, rate] = [3000, 0.005];
/** Draws the weights to zero, as much as so many pairs that tell nothing. */
const ridge = 1;
const digits = 100;

/**
 * Fits how far each sign leans a reading: the smallest log loss (multinomial logistic regression on top of the reading, ridge),
 * by projected
 * gradient descent. A weight that would lean against what its sign means stays 0.
 */
export function fitLean(pairs: readonly FittedPair[]): TypedLean {
  const weights = Object.fromEntries(
    typedSigns.map((sign) => [sign, { supported: 0, contradicted: 0, notAddressed: 0 }]),
  ) as Weights;
  for (let step = 0; step < steps; step++) {
    const slopes = structuredClone(weights);
    for (const sign of typedSigns)
      for (const key of Object.values(keys)) slopes[sign][key] = 2 * ridge * weights[sign][key];
    for (const { shares, signs, label } of pairs) {
      const said = leanBy(shares, weights, signs);
      for (const name of verifierLabels)
        for (const sign of signs) slopes[sign][keys[name]] += shareOf(said, name) - (name === label ? 1 : 0);
    }
    for (const sign of typedSigns)
      for (const key of Object.values(keys)) {
        const next = weights[sign][key] - rate * slopes[sign][key];
        weights[sign][key] = next * leanDirections[sign][key] > 0 ? next : 0;
      }
  }
  for (const sign of typedSigns)
    for (const key of Object.values(keys))
      weights[sign][key] = Math.round(weights[sign][key] * digits) / digits;
  return weights;
}
