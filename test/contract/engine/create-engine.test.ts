import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine';
import type { Engine } from '../../../src/engine/engine';
import { memoryLog } from '../library/fixtures';
import { makeModelDir } from '../models/model-dir';

describe('the engine on a real library with the real model', () => {
  let root: string;
  let models: string;
  let engine: Engine;
  const engines: Engine[] = [];

  const create = async (library?: string, modelFolder = models): Promise<Engine> => {
    const created = await createEngine({
      models: modelFolder,
      log: memoryLog(),
      ...(library && { library }),
    });
    engines.push(created);
    return created;
  };

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'attest-engine-'));
    models = join(root, 'models');
    const modelDir = makeModelDir();
    cpSync(modelDir, join(models, 'all-MiniLM-L6-v2'), { recursive: true });
    rmSync(modelDir, { recursive: true });
    mkdirSync(join(root, 'guidelines'));
    writeFileSync(
      join(root, 'guidelines/hypertension.md'),
      '# Hypertension\n\n## Drugs\n\nStart amlodipine 5 mg once daily.\n\n## Follow-up\n\nReview after four weeks.\n',
    );
    writeFileSync(
      join(root, 'guidelines/gout.md'),
      '# Gout\n\nColchicine 500 micrograms twice daily for an attack.\n',
    );
    engine = await create(join(root, 'library'));
    await engine.indexLibrary([join(root, 'guidelines')]);
  });

  afterEach(async () => {
    for (const other of engines.splice(1)) await other.close();
  });

  afterAll(async () => {
    await engine.close();
    rmSync(root, { recursive: true });
  });

  it('finds by words and by meaning, best first', async () => {
    const [byWord] = await engine.search('colchicine', { k: 3 });
    expect(byWord?.passage).toMatchObject({
      title: 'Gout',
      text: 'Colchicine 500 micrograms twice daily for an attack.',
    });
    const [byMeaning] = await engine.search('first choice for raised blood pressure', { k: 3 });
    expect(byMeaning?.passage.title).toBe('Hypertension');
    expect(byMeaning?.rank).toBe(1);
    expect(byMeaning?.similarity).toBeGreaterThan(0.2);
  });

  it('gives status and the extracted text with offsets that fit', async () => {
    const { documents, passages } = await engine.libraryStatus();
    expect(documents.map(({ title }) => title).sort()).toEqual(['Gout', 'Hypertension']);
    expect(passages).toBe(documents.reduce((sum, entry) => sum + entry.passages, 0));
    const [hit] = await engine.search('amlodipine', { k: 1 });
    const { text, entry } = await engine.documentText(hit?.passage.document ?? '');
    expect(text.slice(hit?.passage.start, hit?.passage.end)).toBe(hit?.passage.text);
    expect(entry.version).toBe(hit?.passage.version);
  });

  it('sees what another engine indexed and removed', async () => {
    const other = await create(join(root, 'library'));
    writeFileSync(join(root, 'guidelines/scabies.md'), '# Scabies\n\nPermethrin cream.\n');
    await other.indexLibrary([join(root, 'guidelines')]);
    expect((await engine.search('permethrin', { k: 1 }))[0]?.passage.title).toBe('Scabies');
    rmSync(join(root, 'guidelines/scabies.md'));
    await other.indexLibrary([join(root, 'guidelines')]);
    expect((await engine.libraryStatus()).documents).toHaveLength(2);
  });

  it('forgets folders and everything, and nothing of the disk', async () => {
    const other = await create(join(root, 'other library'));
    await other.indexLibrary([join(root, 'guidelines')]);
    await other.removeFolders([join(root, 'nothing here')]);
    expect((await other.libraryStatus()).documents).toHaveLength(2);
    await other.removeFolders([join(root, 'guidelines')]);
    expect((await other.libraryStatus()).documents).toEqual([]);
    expect(await other.indexLibrary([join(root, 'guidelines')])).toMatchObject({ indexed: 2 });
    await other.clearLibrary();
    expect(await other.libraryStatus()).toEqual({ documents: [], passages: 0 });
  });

  it('says that an empty library is empty, and that a document is not held', async () => {
    const empty = await create(join(root, 'typing error'));
    expect(await empty.libraryStatus()).toEqual({ documents: [], passages: 0 });
    await expect(empty.search('gout', { k: 3 })).rejects.toMatchObject({ reason: 'library-missing' });
    await expect(engine.documentText('/no/such.md')).rejects.toMatchObject({ reason: 'library-missing' });
  });

  it('checks without a library and without a model, and names what is missing when it is needed', async () => {
    const bare = await create(undefined, join(root, 'no models'));
    const request = {
      note: '/n.md',
      text: 'BP 120/80.',
      sources: [{ document: '/s.txt', text: 'BP is 120 over 80.' }],
    };
    expect((await bare.checkNote(request)).statements).toHaveLength(1);
    for (const call of [
      () => bare.search('gout', { k: 1 }),
      () => bare.indexLibrary([root]),
      () => bare.libraryStatus(),
      () => bare.clearLibrary(),
    ]) {
      await expect(call()).rejects.toMatchObject({ reason: 'library-missing' });
    }
    const modelless = await create(join(root, 'library'), join(root, 'no models'));
    expect((await modelless.libraryStatus()).documents).toHaveLength(2);
    await expect(modelless.search('gout', { k: 1 })).rejects.toMatchObject({ reason: 'model-missing' });
  });

  it('fetches no verifier that is agreed to where the machine’s policy keeps everything offline', async () => {
    vi.stubEnv('ATTEST_OFFLINE_ONLY', '1');
    try {
      const verifier = { model: 'owner/name', offlineOnly: false };
      const locked = await createEngine({ models, log: memoryLog(), verifier });
      engines.push(locked);
      await expect(locked.verify('It rains.', 'It rains.')).rejects.toMatchObject({ reason: 'model-off' });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('can be closed when nothing was ever loaded', async () => {
    await expect((await create(join(root, 'unused'))).close()).resolves.toBeUndefined();
  });
});
