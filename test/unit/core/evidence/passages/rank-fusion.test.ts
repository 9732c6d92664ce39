import { describe, expect, it } from 'vitest';
import { fuseRanks } from '../../../../../src/core/evidence/passages/rank-fusion';

const name = (item: string): string => item;
const order = (...lists: string[][]): string[] => fuseRanks(lists, name).map(({ item }) => item);

describe('fuseRanks', () => {
  it('gives the score of the formula', () => {
    const [first, second] = fuseRanks([['a', 'b'], ['b']], name);
    expect(first).toEqual({ item: 'b', score: 1 / 62 + 1 / 61 });
    expect(second).toEqual({ item: 'a', score: 1 / 61 });
  });

  it('puts what both lists hold before what one list holds first', () => {
    expect(order(['a', 'b', 'c'], ['d', 'c', 'e'])[0]).toBe('c');
  });

  it('keeps the order of a single list, and of lists that agree', () => {
    expect(order(['c', 'a', 'b'])).toEqual(['c', 'a', 'b']);
    expect(order(['c', 'a', 'b'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b']);
  });

  it('lets the first list win a tie', () => {
    expect(order(['a'], ['b'])).toEqual(['a', 'b']);
  });

  it('takes the smaller constant as more weight on the first places', () => {
    const lists = [
      ['a', 'x', 'y', 'b'],
      ['c', 'z', 'w', 'b'],
    ];
    expect(fuseRanks(lists, name)[0]?.item).toBe('b');
    expect(fuseRanks(lists, name, 0)[0]?.item).toBe('a');
  });

  it('counts an item that a list repeats once, with its best rank', () => {
    expect(fuseRanks([['a', 'a', 'b']], name)).toEqual([
      { item: 'a', score: 1 / 61 },
      { item: 'b', score: 1 / 63 },
    ]);
  });

  it('gives back the first object of a name', () => {
    const first = { id: 'p', from: 'keywords' };
    const [fused] = fuseRanks([[first], [{ id: 'p', from: 'vectors' }]], ({ id }) => id);
    expect(fused?.item).toBe(first);
  });

  it('gives nothing for no lists and for empty ones', () => {
    expect(order()).toEqual([]);
    expect(order([], [])).toEqual([]);
  });
});
