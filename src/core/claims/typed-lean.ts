import { weighed, type LabelShares } from '../verdicts/calibration';
import type { TypedLean, TypedSign } from './typed-sign';
import { signsOf, type ComparedTexts } from './typed-signs';

/** It takes from a contradiction what would show it, and says nothing else. */
const showsNone = { supported: 0, contradicted: -1, notAddressed: 0 };
const against = { supported: -1, contradicted: 1, notAddressed: 0 };

/**
 * Which way a sign may lean a reading at all, whatever data say: 1 towards a label, −1 away from it. That is from what the sign
 * means, so that the habits of who wrote the data teach nothing. A missing number says nothing of what the evidence leaves out.
 */
export const leanDirections: TypedLean = {
  converted: { supported: 1, contradicted: -1, notAddressed: 0 },
  reckoned: { supported: 1, contradicted: -1, notAddressed: 0 },
  slip: against,
  unmeasured: { supported: -1, contradicted: -1, notAddressed: 1 },
  otherSide: against,
  meant: { supported: 1, contradicted: -1, notAddressed: 0 },
  notMeant: against,
  otherSureness: against,
  untold: showsNone,
  sameSide: showsNone,
};

/**
 * Leans a verifier's reading by what typed facts show of the two texts.
 * @param lean undefined: the reading stays
 */
export function leanReading(
  read: LabelShares,
  lean: TypedLean | undefined,
  texts: ComparedTexts,
): LabelShares {
  return lean ? leanBy(read, lean, signsOf(texts)) : read;
}

/** The reading with the odds of its labels multiplied by what each sign says. */
export function leanBy(read: LabelShares, lean: TypedLean, signs: ReadonlySet<TypedSign>): LabelShares {
  const total = (label: keyof LabelShares): number =>
    Math.exp([...signs].reduce((sum, sign) => sum + lean[sign][label], 0));
  return weighed(read, {
    supported: total('supported'),
    contradicted: total('contradicted'),
    notAddressed: total('notAddressed'),
  });
}
