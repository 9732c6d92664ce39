import type { Verifier } from '../../../src/core/ports';
import { mean } from '../measure/statistics';

/** Tokens of a pair, marks included: the words below are one token each. */
const tokensPerPair = 128;
const claimWords = 20;
const [warmUp, rounds] = [10, 200];

/** Pairs per second, one pair after the other, as the product reads them. */
export async function measureSpeed(verifier: Verifier): Promise<void> {
  const words = (count: number): string => Array<string>(count).fill('pain').join(' ');
  const pair = { evidence: words(tokensPerPair - claimWords - 3), claim: words(claimWords) };
  await verifier.verify(Array<typeof pair>(warmUp).fill(pair));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await verifier.verify([pair]);
    times.push(performance.now() - started);
  }
  const each = mean(times);
  console.log(
    `\n### Speed\n\n${tokensPerPair} tokens a pair: ${(1000 / each).toFixed(0)} pairs per second, ${each.toFixed(1)} ms a pair.`,
  );
}
