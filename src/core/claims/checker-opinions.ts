import { opinionOf } from '../verdicts/abstention';
import type { CheckerOpinion } from '../verdicts/checker-opinion';
import type { ClaimReading } from './decide-claim';
import { signsOf } from './typed-signs';

/**
 * What typed comparison and the verifier each say of a claim beside a piece of evidence, typed comparison first. Where it is
 * silent, an exchanged unit or decimal point and the other side of the body are a lean to "contradicted".
 */
export function checkerOpinions(reading: ClaimReading): CheckerOpinion[] {
  const { typed, shares, curves, acceptedError } = reading;
  const opinions: CheckerOpinion[] = [{ by: 'typed-facts', verdict: typed }];
  if (typed === 'not-sure' && leansAgainst(reading)) {
    opinions[0] = { by: 'typed-facts', verdict: 'contradicted', leans: true };
  }
  if (shares) {
    const { label, sure } = opinionOf(shares, curves, acceptedError);
    opinions.push({ by: 'verifier', verdict: label, ...(!sure && { leans: true as const }) });
  }
  return opinions;
}

function leansAgainst(reading: ClaimReading): boolean {
  const signs = signsOf(reading);
  return signs.has('slip') || signs.has('otherSide');
}
