import { resolve } from 'node:path';
import type { Embedder, Verifier } from '../../../src/core/ports';
import { likeliest, shareOf } from '../../../src/core/verdicts/abstention';
import type { LabelShares } from '../../../src/core/verdicts/calibration';
import { tokenise } from '../../../src/core/text/words';
import { verify } from '../../../src/engine/claims/verify';
import { createMiniLmEmbedder, miniLmFolder } from '../../../src/models/minilm-embedder';
import { createMiniLmVerifier } from '../../../src/models/minilm-verifier';
import type { LabelledPair } from '../data/claim-pairs';
import type { Answer } from './scores';

/** What the sets are measured with. */
export interface Tools {
  verifier: Verifier;
  embedder: Embedder;
}

/** Loads the verifier of a folder, and the embedder that ships. */
export async function loadTools(model: string): Promise<Tools> {
  return {
    verifier: await createMiniLmVerifier({ folder: resolve(model) }),
    embedder: await createMiniLmEmbedder({ modelDir: resolve('dist/models', miniLmFolder) }),
  };
}

/** Share of the claim's distinct words that the evidence holds. */
export function wordOverlap({ evidence, claim }: Pick<LabelledPair, 'evidence' | 'claim'>): number {
  const words = new Set(tokenise(claim));
  const held = new Set(tokenise(evidence));
  return words.size === 0 ? 0 : [...words].filter((word) => held.has(word)).length / words.size;
}

/** Cosine of the vectors of evidence and claim. */
export async function cosine(
  { evidence, claim }: Pick<LabelledPair, 'evidence' | 'claim'>,
  { embedder }: Pick<Tools, 'embedder'>,
): Promise<number> {
  const [one, two] = await embedder.embed([evidence, claim]);
  return [...(one ?? [])].reduce((sum, value, at) => sum + value * (two?.[at] ?? 0), 0);
}

/** What `attest verify` says of a pair: probabilities of the labels, and the verdict with its abstention. */
export function verified({ evidence, claim }: Pick<LabelledPair, 'evidence' | 'claim'>, { verifier }: Tools) {
  return verify(evidence, claim, { verifier });
}

/** The likeliest label by the probabilities. */
export function answerOf({ label, kind }: LabelledPair, shares: LabelShares): Answer {
  const said = likeliest(shares);
  return { label, said, sureness: shareOf(shares, said), ...(kind !== undefined && { kind }) };
}

/** Shows on standard error how far a long measurement is. */
export function progress(name: string, done: number, total: number): void {
  if (done % 50 === 0 || done === total) process.stderr.write(`\r${name}: ${done} of ${total}   `);
  if (done === total) process.stderr.write('\n');
}
