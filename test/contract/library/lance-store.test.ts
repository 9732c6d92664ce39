import '../../../src/library/lance-log';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Table } from '@lancedb/lancedb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { GuidelineStore, IndexedDocument } from '../../../src/core/ports';
import { createLanceStore, type LanceStoreOptions } from '../../../src/library/lance-store';
import { tableNames } from '../../../src/library/tables';
import { makeDocument, memoryLog, profile, vector } from './fixtures';
import { storeContract } from './store-contract';

const root = mkdtempSync(join(tmpdir(), 'attest-library-'));
let libraries = 0;
const nextLibrary = (): string => join(root, `library ${++libraries}`, "it's new");

afterAll(() => rmSync(root, { recursive: true }));

storeContract('LanceDB', () =>
  Promise.resolve(createLanceStore({ library: nextLibrary(), profile, log: memoryLog() })),
);

const gout = makeDocument('/guidelines/gout.md', ['Colchicine for acute gout.', 'Allopurinol later.']);
const asthma = makeDocument('/guidelines/asthma.md', ['Salbutamol as a reliever.'], { axis: 2 });

const put = (store: GuidelineStore, ...documents: IndexedDocument[]): Promise<void> =>
  store.asWriter(async (writer) => {
    await writer.put(documents);
    await writer.finish();
  });

describe('a LanceDB library on disk', () => {
  let library: string;

  beforeEach(() => {
    library = nextLibrary();
  });

  const open = (options: Partial<LanceStoreOptions> = {}): GuidelineStore =>
    createLanceStore({ library, profile, log: memoryLog(), ...options });

  /** Works on a table behind the store's back, as a killed or foreign process would have left it. */
  const behindItsBack = async (name: 'passages' | 'documents', work: (table: Table) => Promise<unknown>) => {
    const connection = await connect(library);
    await work(await connection.openTable(tableNames(profile)[name]));
    connection.close();
  };

  const names = async (): Promise<string[]> => {
    const connection = await connect(library);
    const found = await connection.tableNames();
    connection.close();
    return found;
  };

  it('is not created by reading', async () => {
    const store = open();
    expect(await store.catalogue()).toEqual([]);
    expect(await store.refresh()).toBe(await store.refresh());
    expect(existsSync(library)).toBe(false);
  });

  it('is found again by another process, with all it held', async () => {
    const first = open();
    await put(first, gout, asthma);
    await first.close();
    const second = open();
    expect(await second.catalogue()).toHaveLength(2);
    expect((await second.keywordSearch('colchicine', 5))[0]?.passage).toEqual(gout.passages[0]);
    expect((await second.vectorSearch(vector(2), 1))[0]?.passage).toEqual(asthma.passages[0]);
  });

  it('takes a file: URI as a folder', async () => {
    mkdirSync(library, { recursive: true });
    const store = open({ library: new URL(`file://${encodeURI(library)}`).href });
    await put(store, gout);
    expect(await open().catalogue()).toEqual([gout.entry]);
  });

  it('shows a reader what another writer did, after refresh', async () => {
    const writer = open();
    const reader = open();
    expect(await reader.catalogue()).toEqual([]);
    await put(writer, gout);
    const seen = await reader.refresh();
    expect(await reader.catalogue()).toEqual([gout.entry]);
    await put(writer, asthma);
    expect(await reader.keywordSearch('salbutamol', 5)).toEqual([]);
    expect(await reader.refresh()).not.toBe(seen);
    expect(await reader.keywordSearch('salbutamol', 5)).toHaveLength(1);
  });

  it('serves a reader that has not refreshed, although its version was cleaned up', async () => {
    const writer = open();
    await put(writer, gout, asthma);
    const reader = open();
    expect(await reader.catalogue()).toHaveLength(2);
    await writer.asWriter((clearing) => clearing.clear());
    await put(writer, asthma);
    expect((await reader.keywordSearch('salbutamol', 5)).map(({ passage }) => passage.text)).toEqual([
      'Salbutamol as a reliever.',
    ]);
    expect(await reader.vectorSearch(vector(0), 5)).toHaveLength(1);
  });

  it('opens again after its folder was deleted and made anew', async () => {
    const reader = open();
    await put(reader, gout);
    rmSync(library, { recursive: true });
    await put(open(), asthma);
    await reader.refresh();
    expect(await reader.catalogue()).toEqual([asthma.entry]);
  });

  it('does not show a passage whose document was never completely written, and removes it at the next write', async () => {
    const store = open();
    await put(store, gout, asthma);
    await behindItsBack('documents', (table) => table.delete(`documentId = '${gout.entry.documentId}'`));
    await store.refresh();
    expect(await store.catalogue()).toEqual([asthma.entry]);
    expect(await store.keywordSearch('colchicine', 5)).toEqual([]);
    expect((await store.vectorSearch(vector(0), 2)).map(({ passage }) => passage.documentId)).toEqual([
      asthma.entry.documentId,
    ]);
    expect(await store.passages(gout.entry.documentId, 0, 9)).toEqual([]);
    await store.asWriter((writer) => writer.finish());
    await behindItsBack('passages', async (table) => expect(await table.countRows()).toBe(1));
    await put(store, gout);
    expect(await store.keywordSearch('guideline', 5)).toHaveLength(3);
    expect(await store.vectorSearch(vector(0), 5)).toHaveLength(3);
  });

  it('forgets a document that lost a passage, so that the next indexing does it again', async () => {
    const store = open();
    await put(store, gout, asthma);
    await behindItsBack('passages', (table) => table.delete("body LIKE '%Allopurinol%'"));
    await store.asWriter((writer) => writer.finish());
    expect(await store.catalogue()).toEqual([asthma.entry]);
    expect(await store.keywordSearch('colchicine', 5)).toEqual([]);
  });

  it('writes nothing when there is nothing to do', async () => {
    const store = open();
    await put(store, gout);
    const before = await store.refresh();
    await store.asWriter((writer) => writer.finish());
    expect(await store.refresh()).toBe(before);
  });

  it('leaves no old versions behind that fill the disk', async () => {
    const store = open();
    for (let at = 0; at < 12; at++)
      await put(store, makeDocument('/g/a.md', [`Version ${at}.`], { version: `${at}` }));
    const data = readdirSync(join(library, `${tableNames(profile).passages}.lance`, 'data'));
    expect(data.length).toBeLessThan(4);
  });

  describe('of another embedding model', () => {
    const other = { model: 'other-model', dimension: 4 };

    it('is never read as its own, is replaced by indexing, and only when that is complete', async () => {
      await put(open({ profile: other }), gout);
      const store = open();
      for (const read of [
        () => store.catalogue(),
        () => store.keywordSearch('gout', 1),
        () => store.vectorSearch(vector(0), 1),
        () => store.refresh(),
      ]) {
        await expect(read()).rejects.toMatchObject({ reason: 'library-incompatible' });
      }
      await store.asWriter((writer) => writer.put([asthma]));
      expect(await store.catalogue()).toEqual([asthma.entry]);
      expect(await open({ profile: other }).catalogue()).toEqual([gout.entry]);
      await store.asWriter((writer) => writer.finish());
      expect((await names()).sort()).toEqual(Object.values(tableNames(profile)).sort());
      await expect(open({ profile: other }).catalogue()).rejects.toMatchObject({
        reason: 'library-incompatible',
      });
    });

    it('is cleared too', async () => {
      await put(open({ profile: other }), gout);
      await open().asWriter((writer) => writer.clear());
      expect((await names()).sort()).toEqual(Object.values(tableNames(profile)).sort());
    });
  });

  it('of a newer version is neither read nor written', async () => {
    await put(open(), gout);
    const connection = await connect(library);
    const name = tableNames(profile, 999).passages;
    await connection.createTable(name, [{ id: 'x' }]);
    connection.close();
    const store = open();
    await expect(store.catalogue()).rejects.toMatchObject({ reason: 'library-incompatible' });
    await expect(put(store, asthma)).rejects.toMatchObject({ reason: 'library-incompatible' });
    expect(await names()).toContain(name);
  });

  it('leaves the tables of other programs alone', async () => {
    const connection = await connect(library);
    await connection.createTable('somebody-elses', [{ id: 'x' }]);
    connection.close();
    const store = open();
    expect(await store.catalogue()).toEqual([]);
    await put(store, gout);
    await store.asWriter((writer) => writer.clear());
    expect(await names()).toContain('somebody-elses');
  });

  it('refuses a file in place of a folder', async () => {
    writeFileSync(join(root, 'a-file'), 'x');
    const store = open({ library: join(root, 'a-file') });
    await expect(store.catalogue()).rejects.toMatchObject({ reason: 'invalid-input' });
    await expect(put(store, gout)).rejects.toMatchObject({ reason: 'invalid-input' });
  });

  it('names a URI that LanceDB does not know', async () => {
    const store = open({ library: 'nowhere://library' });
    await expect(store.catalogue()).rejects.toMatchObject({
      message: expect.stringContaining('nowhere://library') as string,
    });
  });

  it('is given up after a while when another writer holds it', async () => {
    await open().asWriter(async () => {
      const started = performance.now();
      await expect(put(open({ lockWait: 500 }), gout)).rejects.toMatchObject({ reason: 'library-busy' });
      expect(performance.now() - started).toBeGreaterThan(400);
    });
    await put(open({ lockWait: 0 }), gout);
  });

  it('builds its full-text index again when that is damaged', async () => {
    const store = open();
    await put(store, gout);
    await store.close();
    rmSync(join(library, `${tableNames(profile).passages}.lance`, '_indices'), { recursive: true });
    const log = memoryLog();
    const after = open({ log });
    await expect(after.keywordSearch('colchicine', 5)).rejects.toMatchObject({ reason: 'library-corrupt' });
    await after.asWriter((writer) => writer.finish());
    expect(await after.keywordSearch('colchicine', 5)).toHaveLength(1);
    expect(log.lines.join()).toMatch(/full-text index/);
  });

  it('finds the same with a vector index as without one', async () => {
    const random = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43758.5453) % 1;
    const documents = Array.from({ length: 30 }, (_, at) => {
      const document = makeDocument(
        `/g/${at}.md`,
        Array.from({ length: 20 }, (__, n) => `Text ${at} ${n}.`),
      );
      const vectors = document.passages.map((_passage, n) => {
        const values = Float32Array.from({ length: 4 }, (__, d) => random(at * 1000 + n * 10 + d) - 0.5);
        const length = Math.hypot(...values);
        return values.map((value) => value / length);
      });
      return { ...document, vectors };
    });
    const store = open({ vectorIndexFrom: 500 });
    await put(store, ...documents.slice(0, 20));
    const exact = open({ vectorIndexFrom: 1e9, library: nextLibrary() });
    await put(exact, ...documents);
    // The index is built when the number is reached, and later passages join it.
    await put(store, ...documents.slice(20, 28));
    await put(store, ...documents.slice(28));
    await behindItsBack('passages', async (table) => {
      const stats = await table.indexStats('vector_idx');
      expect(stats).toMatchObject({ numIndexedRows: 600, numUnindexedRows: 0, distanceType: 'cosine' });
    });
    for (const query of [vector(0), vector(1, 0.3), vector(2, 0.7)]) {
      const ids = async (from: GuidelineStore): Promise<string[]> =>
        (await from.vectorSearch(query, 10)).map(({ passage }) => passage.id);
      expect(await ids(store)).toEqual(await ids(exact));
    }
  });

  it('keeps the vector index in few parts, and finds what each small change brought', async () => {
    const store = open({ vectorIndexFrom: 300 });
    const bulk = Array.from({ length: 20 }, (_, at) =>
      makeDocument(
        `/g/${at}.md`,
        Array.from({ length: 20 }, (__, n) => `Text ${at} ${n}.`),
      ),
    );
    await put(store, ...bulk);
    let most = 0;
    for (let at = 0; at < 20; at++) {
      await put(store, makeDocument('/g/news.md', [`News ${at}.`], { version: `${at}`, axis: 2 }));
      await behindItsBack('passages', async (table) => {
        most = Math.max(most, (await table.indexStats('vector_idx'))?.numIndices ?? 0);
      });
      expect((await store.vectorSearch(vector(2), 1))[0]?.passage.text).toBe(`News ${at}.`);
    }
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(17);
  });
});
