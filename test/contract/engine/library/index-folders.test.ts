import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuidelineStore } from '../../../../src/core/ports';
import type { IndexProgress, IndexReport } from '../../../../src/engine/engine';
import { indexLibrary, removeFolders, type IndexOptions } from '../../../../src/engine/library/index-folders';
import { createMemoryStore } from '../../../../src/library/memory-store';
import { memoryLog } from '../../library/fixtures';

/** Real files and readers; an in-memory store and a counting embedder keep it quick. */
describe('indexLibrary', () => {
  let root: string;
  let store: GuidelineStore;
  let embedded: string[];
  let onEmbed: () => void;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'attest-index-'));
    store = createMemoryStore();
    embedded = [];
    onEmbed = () => undefined;
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const embedder = {
    embed: (texts: readonly string[], signal?: AbortSignal) => {
      embedded.push(...texts);
      onEmbed();
      signal?.throwIfAborted();
      return Promise.resolve(texts.map(() => Float32Array.of(1, 0)));
    },
  };

  const index = (folders = [root], options: IndexOptions = {}): Promise<IndexReport> =>
    indexLibrary({ store, embedder: () => Promise.resolve(embedder), log: memoryLog() }, folders, options);

  const write = (name: string, text: string | Uint8Array): string => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };

  const paths = async (): Promise<string[]> =>
    (await store.catalogue()).map(({ path }) => path.slice(root.length + 1).replaceAll('\\', '/')).sort();

  const found = async (query: string): Promise<string[]> =>
    (await store.keywordSearch(query, 10)).map(({ passage }) => passage.text);

  it('indexes every format it can read in sub-folders, whatever their names, and reports it', async () => {
    write('gout.md', '# Gout\n\nColchicine 500 micrograms.');
    write("O'Neill & søn/Ä b.txt", 'Naproxen for pain.');
    write(
      'deep/er/page.html',
      '<html><title>Asthma</title><body><h1>Asthma</h1><p>Salbutamol.</p></body></html>',
    );
    const report = await index();
    expect(report).toMatchObject({
      documents: 3,
      passages: 3,
      unchanged: 0,
      indexed: 3,
      removed: 0,
      skipped: [],
    });
    expect(await paths()).toEqual(["O'Neill & søn/Ä b.txt", 'deep/er/page.html', 'gout.md']);
    expect(await found('colchicine')).toHaveLength(1);
  });

  it('embeds title and headings with the text', async () => {
    write('gout.md', '# Gout\n\n## Acute attack\n\nColchicine 500 micrograms.');
    await index();
    expect(embedded.join()).toMatch(/Gout › Acute attack\n.*Colchicine/s);
  });

  it('passes over hidden files and folders, node_modules and files that are no documents', async () => {
    write('.hidden.md', 'a');
    write('.git/x.md', 'a');
    write('node_modules/p/readme.md', 'a');
    write('picture.png', 'a');
    const report = await index();
    expect(report).toMatchObject({ documents: 0, skipped: [] });
  });

  it('lists a file that cannot be read with its reason and indexes the rest', async () => {
    write('a-broken.docx', 'not a zip');
    write('b-empty.md', '');
    write('c-good.md', 'Colchicine.');
    write('d-old.doc', 'binary');
    const report = await index();
    expect(report.documents).toBe(1);
    expect(report.skipped.map(({ path, reason }) => [path.slice(root.length + 1), reason])).toEqual([
      ['a-broken.docx', 'broken'],
      ['b-empty.md', 'empty'],
      ['d-old.doc', 'unsupported-format'],
    ]);
    expect(report.skipped.every(({ message, advice }) => message !== '' && advice !== '')).toBe(true);
  });

  it('does no work for unchanged files, not even loading the model', async () => {
    write('gout.md', 'Colchicine.');
    await index();
    const before = await store.refresh();
    const report = await indexLibrary(
      { store, embedder: () => Promise.reject(new Error('not needed')), log: memoryLog() },
      [root],
    );
    expect(report).toMatchObject({ documents: 1, unchanged: 1, indexed: 0, removed: 0 });
    expect(await store.refresh()).toBe(before);
  });

  it('does not embed again a file whose time changed and whose bytes did not', async () => {
    const path = write('gout.md', 'Colchicine.');
    await index();
    utimesSync(path, 1000, 1000);
    embedded = [];
    expect(await index()).toMatchObject({ unchanged: 1, indexed: 0 });
    expect(embedded).toEqual([]);
    expect((await store.catalogue())[0]?.modified).toBe(1_000_000);
  });

  it('replaces a changed file only, also when size and content changed but not the name', async () => {
    const path = write('gout.md', 'Colchicine.');
    write('asthma.md', 'Salbutamol.');
    await index();
    embedded = [];
    writeFileSync(path, 'Naproxen instead.');
    expect(await index()).toMatchObject({ documents: 2, unchanged: 1, indexed: 1 });
    expect(embedded).toHaveLength(1);
    expect(await found('colchicine')).toEqual([]);
    expect(await found('naproxen')).toEqual(['Naproxen instead.']);
  });

  it('sees a change that keeps size and differs in time', async () => {
    const path = write('gout.md', 'Dose 10 mg.');
    await index();
    const { mtimeMs } = statSync(path);
    writeFileSync(path, 'Dose 50 mg.');
    utimesSync(path, mtimeMs / 1000 + 5, mtimeMs / 1000 + 5);
    expect(await index()).toMatchObject({ indexed: 1, unchanged: 0 });
    expect(await found('dose')).toEqual(['Dose 50 mg.']);
  });

  it('forgets a deleted and a renamed file, under these folders only', async () => {
    const gone = write('a/gone.md', 'Colchicine.');
    const old = write('a/old.md', 'Naproxen.');
    write('b/other.md', 'Salbutamol.');
    await index([join(root, 'a'), join(root, 'b')]);
    rmSync(gone);
    renameSync(old, join(root, 'a/new.md'));
    rmSync(join(root, 'b/other.md'));
    expect(await index([join(root, 'a')])).toMatchObject({ removed: 2, indexed: 1, documents: 2 });
    expect(await paths()).toEqual(['a/new.md', 'b/other.md']);
  });

  it('does not take a folder for another whose name starts the same', async () => {
    write('guide/a.md', 'Colchicine.');
    write('guide-old/b.md', 'Naproxen.');
    await index();
    await index([join(root, 'guide')]);
    expect(await paths()).toEqual(['guide-old/b.md', 'guide/a.md']);
  });

  it('keeps what it holds of a folder that is missing now, and says so', async () => {
    write('drive/gout.md', 'Colchicine.');
    await index([join(root, 'drive')]);
    renameSync(join(root, 'drive'), join(root, 'unplugged'));
    const report = await index([join(root, 'drive')]);
    expect(report).toMatchObject({ documents: 1, removed: 0, unchanged: 0 });
    expect(report.skipped).toMatchObject([{ path: join(root, 'drive'), reason: 'unreadable-file' }]);
  });

  it('drops the passages of a changed file that cannot be read any more, and takes it back once it can', async () => {
    const path = write('gout.docx', 'not a zip');
    write('other.md', 'Salbutamol.');
    const text = write('gout.md', 'Colchicine 10 mg.');
    await index();
    writeFileSync(text, new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x00, 0x00]));
    rmSync(path);
    const report = await index();
    expect(report).toMatchObject({ documents: 1, removed: 1 });
    expect(report.skipped).toMatchObject([{ path: text }]);
    expect(await found('colchicine')).toEqual([]);
    writeFileSync(text, 'Colchicine 5 mg.');
    expect(await index()).toMatchObject({ documents: 2, indexed: 1 });
    expect(await found('colchicine')).toEqual(['Colchicine 5 mg.']);
  });

  it('takes overlapping folders, a folder named twice and a single file once each', async () => {
    const path = write('a/b/gout.md', 'Colchicine.');
    expect(await index([root, join(root, 'a'), root, path])).toMatchObject({ documents: 1, indexed: 1 });
  });

  // Making a link needs a privilege on Windows.
  if (process.platform !== 'win32') {
    it('ends in a loop of links, and reads a linked folder once', async () => {
      write('real/gout.md', 'Colchicine.');
      symlinkSync(root, join(root, 'real/up'));
      symlinkSync(join(root, 'real'), join(root, 'alias'));
      symlinkSync(join(root, 'nowhere.md'), join(root, 'dangling.md'));
      const report = await index();
      expect(await paths()).toEqual(['real/gout.md']);
      expect(report.skipped.map(({ path }) => path)).toEqual([join(root, 'dangling.md')]);
    });

    it('keeps what it holds of a folder that it cannot look into', async () => {
      write('closed/gout.md', 'Colchicine.');
      await index();
      // A link to itself fails for every user, also for one who may read everything.
      rmSync(join(root, 'closed'), { recursive: true });
      symlinkSync(join(root, 'closed'), join(root, 'closed'));
      const report = await index();
      expect(report).toMatchObject({ documents: 1, removed: 0 });
      expect(report.skipped).toMatchObject([{ path: join(root, 'closed'), reason: 'unreadable-file' }]);
    });
  }

  it('reports progress from scanning to finishing, with a count and an estimate', async () => {
    for (const name of ['a', 'b', 'c']) write(`${name}.md`, `${name} treatment.`);
    const seen: IndexProgress[] = [];
    await index([root], { onProgress: (progress) => seen.push(progress) });
    const phases = seen.map(({ phase }) => phase);
    expect(phases).toEqual([...phases].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(phases)).toEqual(new Set(order));
    const reading = seen.filter(({ phase }) => phase === 'reading');
    expect(reading.map(({ done, total }) => [done, total])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(reading[0]).not.toHaveProperty('secondsLeft');
    expect(reading[1]?.secondsLeft).toBeGreaterThan(0);
    expect(reading[3]?.secondsLeft).toBe(0);
  });

  it('keeps what is done when it is cancelled, and goes on from there', async () => {
    for (let at = 0; at < 10; at++) write(`${at}.md`, `Treatment ${at}.`);
    const stop = new AbortController();
    onEmbed = () => {
      if (embedded.length === 4) stop.abort();
    };
    await expect(index([root], { signal: stop.signal })).rejects.toBeDefined();
    expect(await paths()).toEqual(['0.md', '1.md', '2.md']);
    embedded = [];
    onEmbed = () => undefined;
    expect(await index()).toMatchObject({ documents: 10, indexed: 7, unchanged: 3 });
    expect(embedded).toHaveLength(7);
  });

  it('is cancelled before it does anything', async () => {
    write('gout.md', 'Colchicine.');
    await expect(index([root], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      reason: 'cancelled',
    });
    expect(await store.catalogue()).toEqual([]);
  });

  it('removes folders from the library and nothing from the disk', async () => {
    write('a/gout.md', 'Colchicine.');
    const kept = write('b/asthma.md', 'Salbutamol.');
    await index();
    await removeFolders(store, [join(root, 'a')]);
    expect((await store.catalogue()).map(({ path }) => path)).toEqual([kept]);
    expect(await index()).toMatchObject({ indexed: 1, unchanged: 1 });
  });
});

const order = ['scanning', 'reading', 'finishing'];
