import { describe, expect, it } from 'vitest';
import { Bm25Index } from '../../../../../src/core/evidence/passages/bm25';

const docs = [
  ['metformin', 'first', 'line', 'diabetes'],
  ['insulin', 'diabetes', 'insulin', 'dose'],
  ['amoxicillin', 'dose', 'children'],
  ['insulin', 'storage', 'cold', 'chain', 'transport', 'label', 'fridge', 'insulin', 'pharmacy'],
];

describe('Bm25Index', () => {
  it('gives the score of the formula', () => {
    // Worked by hand: N = 4, n = 1, mean length 5, this length 3, count 1.
    const idf = Math.log(1 + 3.5 / 1.5);
    const expected = idf * (2.2 / (1 + 1.2 * (0.25 + 0.75 * (3 / 5))));
    const [hit, ...others] = new Bm25Index(docs).search(['amoxicillin'], 10);
    expect(hit?.index).toBe(2);
    expect(hit?.score).toBeCloseTo(expected, 10);
    expect(others).toEqual([]);
  });

  it('puts the document with more of the rare terms first', () => {
    const found = new Bm25Index(docs).search(['insulin', 'dose'], 10);
    expect(found[0]?.index).toBe(1);
    expect(found.map((hit) => hit.index).sort()).toEqual([1, 2, 3]);
  });

  it('discounts a longer document with the same count', () => {
    const found = new Bm25Index(docs).search(['insulin'], 10).map((hit) => hit.index);
    expect(found).toEqual([1, 3]);
  });

  it('keeps the order of documents that score the same', () => {
    const same = new Bm25Index([
      ['a', 'x'],
      ['b', 'y'],
      ['a', 'z'],
      ['a', 'w'],
    ]);
    expect(same.search(['a'], 10).map((hit) => hit.index)).toEqual([0, 2, 3]);
  });

  it('counts a repeated query token once', () => {
    const index = new Bm25Index(docs);
    expect(index.search(['dose', 'dose'], 10)).toEqual(index.search(['dose'], 10));
  });

  it('cuts to k, and gives nothing for unknown tokens, no query, k = 0 or no documents', () => {
    const index = new Bm25Index(docs);
    expect(index.search(['insulin', 'dose'], 1)).toHaveLength(1);
    expect(index.search(['warfarin'], 5)).toEqual([]);
    expect(index.search([], 5)).toEqual([]);
    expect(index.search(['insulin'], 0)).toEqual([]);
    expect(new Bm25Index([]).search(['insulin'], 5)).toEqual([]);
    expect(new Bm25Index([[], []]).search(['insulin'], 5)).toEqual([]);
  });

  it('is not confused by tokens that are names of object members', () => {
    const index = new Bm25Index([['constructor'], ['toString']]);
    expect(index.search(['constructor'], 5).map((hit) => hit.index)).toEqual([0]);
  });
});
