import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isUndone } from '../../../../../../src/core/evidence/support/undone/undone';
import { extractFacts } from '../../../../../../src/core/facts/extract';
import { resultsOf, sourceOf } from '../../../check-in';

/** A source, and a statement that it leaves standing or not. */
interface Pair {
  phenomenon: string;
  source: string;
  statement: string;
}

function pairsOf(file: string): Pair[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Pair);
}

const isSupported = ({ source, statement }: Pair): boolean =>
  resultsOf(statement, [source]).every(({ verdict }) => verdict === 'supported');

describe('a denial that the source undoes', () => {
  it('is never called supported, whatever takes it back, narrows it or speaks against it', () => {
    expect(pairsOf('undone.jsonl').filter(isSupported)).toEqual([]);
  });

  it('is left standing by another denial, by thanks, and by what is said of something else', () => {
    expect(pairsOf('standing.jsonl').filter((pair) => !isSupported(pair))).toEqual([]);
  });

  it('is nothing that a claim without a denial can be', () => {
    const source = sourceOf('Doctor: Any cough?\nPatient: Yes. Only at night.');
    expect(isUndone(extractFacts('Cough.'), source)).toBe(false);
    expect(isUndone(extractFacts('No cough.'), sourceOf(''))).toBe(false);
    expect(isUndone([], source)).toBe(false);
  });
});
