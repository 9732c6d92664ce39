import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../src/core/evidence/source/source-index';
import { checkClaim } from '../../../../src/engine/claims/verify';

/** A claim beside evidence that it may seem to follow from: the verdict that it has, or those that would be wrong. */
interface Pair {
  evidence: string;
  claim: string;
  verdict?: string;
  never?: string[];
}

const pairs = readFileSync(join(import.meta.dirname, 'told-plainly.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Pair);

function verdictOn({ claim, evidence }: Pair): string {
  return checkClaim(claim, new SourceIndex('evidence', evidence, 'version')).verdict;
}

describe('a claim whose words are in its evidence', () => {
  it.each(pairs.filter(({ verdict }) => verdict !== undefined))(
    'is $verdict where the evidence says it plainly: $claim ← $evidence',
    (pair) => {
      expect(verdictOn(pair)).toBe(pair.verdict);
    },
  );

  it.each(pairs.filter(({ never }) => never !== undefined))(
    'is not $never where the evidence says something else: $claim ← $evidence',
    (pair) => {
      expect(pair.never).not.toContain(verdictOn(pair));
    },
  );
});
