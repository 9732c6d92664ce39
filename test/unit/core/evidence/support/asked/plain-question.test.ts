import { describe, expect, it } from 'vitest';
import { isSupported, pairsOf } from '../pairs';

describe('an answered question', () => {
  it('bears nothing out that it asked something else of, or of somebody else', () => {
    expect(pairsOf(new URL('asked-else.jsonl', import.meta.url)).filter(isSupported)).toEqual([]);
  });

  it('bears out what it asked for and was answered plainly', () => {
    const pairs = pairsOf(new URL('asked-plainly.jsonl', import.meta.url));
    expect(pairs.filter((pair) => !isSupported(pair))).toEqual([]);
  });
});
