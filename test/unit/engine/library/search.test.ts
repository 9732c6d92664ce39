import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import type { Passage } from '../../../../src/core/evidence/passages/passage';
import type { GuidelineStore, StoreHit } from '../../../../src/core/ports';
import { searchLibrary } from '../../../../src/engine/library/search';

function passage(id: string, { documentId = 'd', section = ['S'], ordinal = 0 } = {}): Passage {
  return {
    id,
    documentId,
    document: `/${documentId}.md`,
    version: 'v',
    title: 'T',
    section,
    ordinal,
    start: 0,
    end: 1,
    text: id,
  };
}

const hits = (...passages: Passage[]): StoreHit[] =>
  passages.map((item, at) => ({ passage: item, score: 1 - at / 10 }));

/** Dependencies whose two searches give these lists, and record what they were asked. */
function library(keyword: StoreHit[], vector: StoreHit[]) {
  const asked: { keyword: [string, number][]; vector: number[]; embedded: string[] } = {
    keyword: [],
    vector: [],
    embedded: [],
  };
  const store = {
    keywordSearch: (query: string, k: number) => {
      asked.keyword.push([query, k]);
      return Promise.resolve(keyword);
    },
    vectorSearch: (_: Float32Array, k: number) => {
      asked.vector.push(k);
      return Promise.resolve(vector);
    },
  } as Partial<GuidelineStore> as GuidelineStore;
  const embed = (texts: readonly string[]): Promise<Float32Array[]> => {
    asked.embedded.push(...texts);
    return Promise.resolve(texts.map(() => new Float32Array(2)));
  };
  return { asked, dependencies: { store, embedder: { embed } } };
}

const a = passage('a', { ordinal: 0 });
const b = passage('b', { ordinal: 5 });
const c = passage('c', { ordinal: 9 });

describe('searchLibrary', () => {
  it('fuses both searches, ranks from 1 and gives the similarity where vectors found the passage', async () => {
    const { dependencies } = library(hits(a, b), hits(b, c));
    const found = await searchLibrary(dependencies, 'q', { k: 10 });
    expect(found.map(({ passage: { id }, rank, similarity }) => [id, rank, similarity])).toEqual([
      ['b', 1, 1],
      ['a', 2, undefined],
      ['c', 3, 0.9],
    ]);
    expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? 1);
  });

  it('gives at most k, and looks deeper than k', async () => {
    const { asked, dependencies } = library(hits(a, b, c), []);
    expect(await searchLibrary(dependencies, 'q', { k: 2 })).toHaveLength(2);
    await searchLibrary(dependencies, 'q', { k: 400 });
    expect(asked.vector).toEqual([50, 800]);
    expect(asked.keyword).toEqual([
      ['q', 50],
      ['q', 800],
    ]);
  });

  it('asks nothing for no query or no hits wanted', async () => {
    const { asked, dependencies } = library(hits(a), hits(a));
    expect(await searchLibrary(dependencies, ' \n', { k: 5 })).toEqual([]);
    expect(await searchLibrary(dependencies, 'q', { k: 0 })).toEqual([]);
    expect(asked).toEqual({ keyword: [], vector: [], embedded: [] });
  });

  it('finds by keyword alone, by vector alone, and nothing in an empty library', async () => {
    const keywords = library(hits(a), []);
    expect((await searchLibrary(keywords.dependencies, 'q', { k: 5 }))[0]?.passage.id).toBe('a');
    const vectors = library([], hits(a));
    expect((await searchLibrary(vectors.dependencies, 'q', { k: 5 }))[0]?.similarity).toBe(1);
    const empty = library([], []);
    expect(await searchLibrary(empty.dependencies, 'q', { k: 5 })).toEqual([]);
  });

  it('hands on why a search failed', async () => {
    const { dependencies } = library([], []);
    const error = new AttestError('library-corrupt', 'm', 'a');
    dependencies.store.keywordSearch = () => Promise.reject(error);
    await expect(searchLibrary(dependencies, 'q', { k: 5 })).rejects.toBe(error);
  });

  it('is cancelled before and after the searches', async () => {
    const { asked, dependencies } = library(hits(a), hits(a));
    await expect(
      searchLibrary(dependencies, 'q', { k: 5, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ reason: 'cancelled' });
    expect(asked.embedded).toEqual([]);
    const stop = new AbortController();
    dependencies.store.vectorSearch = () => {
      stop.abort();
      return Promise.resolve(hits(a));
    };
    await expect(searchLibrary(dependencies, 'q', { k: 5, signal: stop.signal })).rejects.toMatchObject({
      reason: 'cancelled',
    });
  });

  describe('with one hit per place', () => {
    const first = passage('first', { ordinal: 3 });
    const next = passage('next', { ordinal: 4 });
    const far = passage('far', { ordinal: 6 });
    const otherSection = passage('otherSection', { ordinal: 2, section: ['R'] });
    const otherDocument = passage('otherDocument', { ordinal: 4, documentId: 'e' });

    it('drops a neighbour of a better passage in the same section only', async () => {
      const { dependencies } = library(hits(first, next, far, otherSection, otherDocument), []);
      const ids = async (onePerSection: boolean): Promise<string[]> =>
        (await searchLibrary(dependencies, 'q', { k: 10, onePerSection })).map(({ passage: { id } }) => id);
      expect(await ids(true)).toEqual(['first', 'far', 'otherSection', 'otherDocument']);
      expect(await ids(false)).toHaveLength(5);
    });

    it('fills up to k with further places', async () => {
      const { dependencies } = library(hits(first, next, far), []);
      const found = await searchLibrary(dependencies, 'q', { k: 2, onePerSection: true });
      expect(found.map(({ passage: { id }, rank }) => [id, rank])).toEqual([
        ['first', 1],
        ['far', 2],
      ]);
    });
  });
});
