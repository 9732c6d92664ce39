import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuidelineStore, IndexedDocument } from '../../../src/core/ports';
import { makeDocument, sha256, vector } from './fixtures';

const gout = makeDocument(
  '/guidelines/gout.md',
  ['Colchicine 500 micrograms for acute gout.', 'Allopurinol later.'],
  {
    title: 'Gout',
  },
);
const asthma = makeDocument(
  '/guidelines/O\'Neill\'s asthma; DROP TABLE "x".md',
  ['Inhaled steroids for asthma.', 'Salbutamol as a reliever.', 'Review the inhaler technique.'],
  { title: 'Asthma', axis: 2 },
);

const put = (store: GuidelineStore, ...documents: IndexedDocument[]): Promise<void> =>
  store.asWriter(async (writer) => {
    await writer.put(documents);
    await writer.finish();
  });

/** What every store must do; each of its test files runs this on a store of its own. */
export function storeContract(name: string, make: () => Promise<GuidelineStore>): void {
  describe(`${name}: the contract of a guideline store`, () => {
    let store: GuidelineStore;

    beforeEach(async () => {
      store = await make();
    });

    afterEach(() => store.close());

    const keyword = async (query: string, k = 10): Promise<string[]> =>
      (await store.keywordSearch(query, k)).map(({ passage }) => passage.text);

    it('is empty before anything was put, and every read says so', async () => {
      expect(await store.catalogue()).toEqual([]);
      expect(await store.keywordSearch('gout', 5)).toEqual([]);
      expect(await store.vectorSearch(vector(0), 5)).toEqual([]);
      expect(await store.passages(gout.entry.documentId, 0, 10)).toEqual([]);
      expect(await store.documentText(gout.entry.documentId)).toBeUndefined();
    });

    it('gives back exactly what was put', async () => {
      await put(store, gout, asthma);
      const byPath = (a: { path: string }, b: { path: string }): number => a.path.localeCompare(b.path);
      expect((await store.catalogue()).sort(byPath)).toEqual([gout.entry, asthma.entry].sort(byPath));
      expect(await store.documentText(asthma.entry.documentId)).toEqual({
        entry: asthma.entry,
        text: asthma.text,
      });
      expect(await store.passages(asthma.entry.documentId, 0, 99)).toEqual(asthma.passages);
      expect(await store.passages(asthma.entry.documentId, 1, 1)).toEqual([asthma.passages[1]]);
      const [hit] = await store.keywordSearch('allopurinol', 1);
      expect(hit?.passage).toEqual(gout.passages[1]);
    });

    it('finds words in every form, in text, title and headings', async () => {
      await put(store, gout, asthma);
      expect(await keyword('inhalers techniques reviewed')).toContain('Review the inhaler technique.');
      expect(new Set(await keyword('GOUT'))).toEqual(new Set(gout.passages.map(({ text }) => text)));
      expect(await keyword('first line')).toHaveLength(3);
    });

    it('ranks the passage with more of the words first, and gives at most k', async () => {
      await put(store, gout, asthma);
      expect((await keyword('salbutamol reliever asthma'))[0]).toBe('Salbutamol as a reliever.');
      expect(await keyword('asthma', 2)).toHaveLength(2);
      expect(await keyword('asthma', 0)).toEqual([]);
      const scores = (await store.keywordSearch('salbutamol asthma', 10)).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0)).toBe(true);
    });

    it('finds nothing for no words, stop words, unknown words and query syntax', async () => {
      await put(store, gout);
      for (const query of [
        '',
        '   ',
        'what is the',
        'zzzz',
        '"',
        '*',
        "' OR 1=1 --",
        '(',
        '+-&&||!(){}[]^~?:\\/',
      ]) {
        expect(await keyword(query), query).toEqual([]);
      }
    });

    it('survives a query of a thousand words', async () => {
      await put(store, gout);
      const query = `gout ${Array.from({ length: 1000 }, (_, at) => `word${at}`).join(' ')}`;
      expect(await keyword(query)).toHaveLength(2);
    });

    it('ranks by cosine similarity and gives it as the score', async () => {
      await put(store, gout, asthma);
      const hits = await store.vectorSearch(vector(2, 0.12), 5);
      expect(hits.map(({ passage }) => passage.id).slice(0, 3)).toEqual([
        `${asthma.entry.documentId}:1`,
        `${asthma.entry.documentId}:2`,
        `${asthma.entry.documentId}:0`,
      ]);
      expect(hits[0]?.score).toBeCloseTo(Math.cos(0.02), 4);
      expect(hits[1]?.score).toBeCloseTo(Math.cos(0.08), 4);
      expect(hits).toHaveLength(5);
      expect(hits.at(-1)?.score).toBeCloseTo(0, 1);
      expect(await store.vectorSearch(vector(2), 0)).toEqual([]);
    });

    it('replaces a document and only it', async () => {
      await put(store, gout, asthma);
      const changed = makeDocument(gout.entry.path, ['Naproxen for gout.'], { title: 'Gout', version: 'v2' });
      await put(store, changed);
      expect(await keyword('colchicine')).toEqual([]);
      expect(await keyword('allopurinol')).toEqual([]);
      expect(await keyword('naproxen')).toEqual(['Naproxen for gout.']);
      expect(await keyword('salbutamol')).toEqual(['Salbutamol as a reliever.']);
      expect(await store.catalogue()).toHaveLength(2);
      expect(await store.passages(gout.entry.documentId, 0, 99)).toEqual(changed.passages);
      expect(await store.vectorSearch(vector(0), 99)).toHaveLength(4);
    });

    it('does not double a document that is put again, nor one that is given twice', async () => {
      await put(store, gout);
      await put(store, gout, gout);
      expect(await store.catalogue()).toHaveLength(1);
      expect(await store.vectorSearch(vector(0), 99)).toHaveLength(2);
    });

    it('removes by id, whatever characters the path holds, and ignores an id it does not hold', async () => {
      await put(store, gout, asthma);
      await store.asWriter(async (writer) => {
        await writer.remove([asthma.entry.documentId, sha256('nobody')]);
        await writer.finish();
      });
      expect(await store.catalogue()).toEqual([gout.entry]);
      expect(await keyword('salbutamol')).toEqual([]);
      expect(await store.vectorSearch(vector(2), 99)).toHaveLength(2);
    });

    it('can be emptied and filled again', async () => {
      await put(store, gout, asthma);
      await store.asWriter((writer) => writer.clear());
      expect(await store.catalogue()).toEqual([]);
      expect(await keyword('gout')).toEqual([]);
      await put(store, asthma);
      expect(await keyword('reliever')).toEqual(['Salbutamol as a reliever.']);
      await store.asWriter(async (writer) => {
        await writer.remove([asthma.entry.documentId]);
        await writer.finish();
      });
      expect(await keyword('reliever')).toEqual([]);
      await put(store, gout);
      expect(await keyword('gout')).toHaveLength(2);
    });

    it('shows what was put before the batch is finished', async () => {
      await store.asWriter(async (writer) => {
        await writer.put([gout]);
        expect(await keyword('colchicine')).toHaveLength(1);
        await writer.put([asthma]);
        expect(await keyword('salbutamol')).toHaveLength(1);
        expect(await store.vectorSearch(vector(2), 1)).toHaveLength(1);
      });
    });

    it('keeps a document that has no passages', async () => {
      const bare = makeDocument('/guidelines/bare.md', []);
      await put(store, bare);
      expect(await store.catalogue()).toEqual([bare.entry]);
      expect(await store.passages(bare.entry.documentId, 0, 9)).toEqual([]);
      expect(await keyword('gout')).toEqual([]);
    });

    it('gives another number after each change and the same without one', async () => {
      const first = await store.refresh();
      expect(await store.refresh()).toBe(first);
      await put(store, gout);
      const second = await store.refresh();
      expect(second).not.toBe(first);
      expect(await store.refresh()).toBe(second);
      await store.asWriter((writer) => writer.remove([gout.entry.documentId]));
      expect(await store.refresh()).not.toBe(second);
    });

    it('lets one writer work at a time and hands on its result and its error', async () => {
      const events: string[] = [];
      const slow = store.asWriter(async (writer) => {
        events.push('first starts');
        await writer.put([gout]);
        events.push('first ends');
        return 7;
      });
      const failing = store.asWriter(() => {
        events.push('second runs');
        return Promise.reject(new Error('mine'));
      });
      expect(await slow).toBe(7);
      await expect(failing).rejects.toThrow('mine');
      expect(events).toEqual(['first starts', 'first ends', 'second runs']);
      expect(await store.asWriter(() => Promise.resolve('still works'))).toBe('still works');
    });

    it('holds the same after many small writes', async () => {
      const many = Array.from({ length: 30 }, (_, at) =>
        makeDocument(`/guidelines/${at}.md`, [`Topic${at} is treated with drug${at}.`], { axis: at }),
      );
      await store.asWriter(async (writer) => {
        for (const document of many) await writer.put([document]);
        await writer.finish();
      });
      expect(await store.catalogue()).toHaveLength(30);
      for (const at of [0, 7, 8, 29]) {
        expect(await keyword(`drug${at}`)).toEqual([`Topic${at} is treated with drug${at}.`]);
      }
      expect(await store.vectorSearch(vector(1), 99)).toHaveLength(30);
    });
  });
}
