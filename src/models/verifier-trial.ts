import type { ClaimPair } from '../core/ports';
import { likeliest, shareOf, verifierLabels } from '../core/verdicts/abstention';
import type { LabelShares } from '../core/verdicts/calibration';

/** Plain sentences with what denies them. Any model of entailment tells these, whatever else it was made for. */
const sentences: readonly (readonly [sentence: string, denial: string])[] = [
  ['The water is cold.', 'The water is not cold.'],
  ['The man is asleep in the garden.', 'The man is not asleep in the garden.'],
  ['The shop is open on Sundays.', 'The shop is not open on Sundays.'],
];

/**
 * Tries a verifier for sense: a sentence bears itself out, and what denies it contradicts it. One whose labels are exchanged
 * would call the truth wrong without a sign that anything is amiss.
 * @param read gives the shares of the labels for a pair
 * @returns what is wrong with it, to follow "cannot be used: "; undefined where nothing is
 */
export async function faultOf(read: (pair: ClaimPair) => Promise<LabelShares>): Promise<string | undefined> {
  const same: LabelShares[] = [];
  const denied: LabelShares[] = [];
  for (const [evidence, denial] of sentences) {
    same.push(await read({ evidence, claim: evidence }));
    denied.push(await read({ evidence, claim: denial }));
  }
  const [ofSame, ofDenied] = [likeliest(mean(same)), likeliest(mean(denied))];
  if (ofSame === 'supported' && ofDenied === 'contradicted') return undefined;
  const called = (label: string): string => `“${label.replace('-', ' ')}”`;
  return (
    `it calls a sentence ${called(ofSame)} by itself and ${called(ofDenied)} by its opposite, so its labels are ` +
    'exchanged, or it is no entailment model'
  );
}

function mean(all: readonly LabelShares[]): LabelShares {
  const [supported = 0, contradicted = 0, notAddressed = 0] = verifierLabels.map(
    (label) => all.reduce((sum, shares) => sum + shareOf(shares, label), 0) / all.length,
  );
  return { supported, contradicted, notAddressed };
}
