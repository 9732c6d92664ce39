import type { LabelShares } from '../verdicts/calibration';

/**
 * What typed facts show of a claim beside its evidence, and which way it may lean a reading. None of them decides anything:
 * the number may be of something else.
 */
export const typedSigns = [
  /** A number of the claim stands in the evidence in another unit: 62 µg/dL is 0.62 mg/L. */
  'converted',
  /** A number of the claim follows from the evidence's by one step of reckoning. */
  'reckoned',
  /** A number of the claim is one of the evidence with the decimal point or the unit exchanged: 400 mg for 400 µg. */
  'slip',
  /** The evidence measures nothing in the unit of a number of the claim. */
  'unmeasured',
  /** The claim is of one side of the body, and the evidence speaks of the other alone. */
  'otherSide',
  /** The evidence's values mean what the claim calls them: "hypokalaemia" beside "K 2.8". */
  'meant',
  /** The evidence's values mean something else. */
  'notMeant',
  /** The claim is surer, or less sure, than the evidence's words for the same thing: "confirmed" beside "probable". */
  'otherSureness',
  /** The claim holds a number that the evidence has nowhere, and no other sign says why. */
  'untold',
  /** The claim is of one side of the body, and so are the evidence's words for the same thing. */
  'sameSide',
] as const;

/** A sign of `typedSigns`. */
export type TypedSign = (typeof typedSigns)[number];

/**
 * By how much each sign multiplies the odds of the labels, as natural logarithms. It belongs to the weights of a verifier, which
 * misses more or less of what the signs show.
 */
export type TypedLean = Readonly<Record<TypedSign, LabelShares>>;

const none: LabelShares = { supported: 0, contradicted: 0, notAddressed: 0 };
/** Leaves every reading as it is. */
export const noLean = Object.fromEntries(typedSigns.map((sign) => [sign, none])) as TypedLean;
