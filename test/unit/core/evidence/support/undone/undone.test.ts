import { describe, expect, it } from 'vitest';
import { isUndone } from '../../../../../../src/core/evidence/support/undone/undone';
import { extractFacts } from '../../../../../../src/core/facts/extract';
import { sourceOf } from '../../../check-in';
import { isSupported, pairsOf } from '../pairs';

describe('a denial that the source undoes', () => {
  it('is never called supported, whatever takes it back, narrows it or speaks against it', () => {
    expect(pairsOf(new URL('undone.jsonl', import.meta.url)).filter(isSupported)).toEqual([]);
  });

  it('is left standing by another denial, by thanks, and by what is said of something else', () => {
    expect(pairsOf(new URL('standing.jsonl', import.meta.url)).filter((pair) => !isSupported(pair))).toEqual(
      [],
    );
  });

  it('is nothing that a claim without a denial can be', () => {
    const source = sourceOf('Doctor: Any cough?\nPatient: Yes. Only at night.');
    expect(isUndone(extractFacts('Cough.'), source)).toBe(false);
    expect(isUndone(extractFacts('No cough.'), sourceOf(''))).toBe(false);
    expect(isUndone([], source)).toBe(false);
  });
});
