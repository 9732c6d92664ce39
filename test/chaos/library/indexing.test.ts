import '../../../src/library/lance-log';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GuidelineStore } from '../../../src/core/ports';
import { createLanceStore } from '../../../src/library/lance-store';
import { tableNames } from '../../../src/library/tables';
import { bundleScript, runIndexing } from './processes';

const profile = { model: 'chaos', dimension: 8 };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const documents = 60;
const anyVector = Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0);

/** Everything that a reader of a library can see, in an order of its own. */
async function contents(library: string) {
  const store = createLanceStore({ library, profile, log: quiet });
  const catalogue = (await store.catalogue()).sort((a, b) => (a.path < b.path ? -1 : 1));
  const near = await store.vectorSearch(anyVector, 10_000);
  const words = await store.keywordSearch('treatment', 10_000);
  const ids = (hits: typeof near): string[] => hits.map(({ passage }) => passage.id).sort();
  await store.close();
  return { catalogue, near: ids(near), words: ids(words) };
}

// Up to seven processes in a row, of which one waits ten seconds for a dead one's lock.
describe('a library in trouble', { timeout: 300_000 }, () => {
  let root: string;
  let guidelines: string;
  let library: string;
  let script: string;

  beforeAll(async () => {
    script = await bundleScript('index-process');
    await bundleScript('search-process');
    root = mkdtempSync(join(tmpdir(), 'attest-chaos-'));
    // Another user reads here in one of the tests.
    chmodSync(root, 0o755);
  });

  afterAll(() => rmSync(root, { recursive: true }));

  beforeEach(() => {
    const run = mkdtempSync(join(root, 'run-'));
    chmodSync(run, 0o755);
    library = join(run, 'library');
    guidelines = join(run, 'guidelines');
    mkdirSync(guidelines);
    for (let at = 0; at < documents; at++) {
      const sections = Array.from(
        { length: 12 },
        (_, n) => `## Part ${n}\n\nTreatment ${at}.${n} of disease ${at}.\n`,
      );
      writeFileSync(join(guidelines, `guideline ${at}.md`), `# Guideline ${at}\n\n${sections.join('\n')}`);
    }
  });

  const index = (): ReturnType<typeof runIndexing> => runIndexing(script, library, guidelines);
  const lockDir = (): string => join(library, 'attest-writer.lock');

  it('is whole again after its writer was killed at any point, and holds what an undisturbed run gives', async () => {
    await index();
    const undisturbed = await contents(library);
    expect(undisturbed.catalogue).toHaveLength(documents);
    expect(undisturbed.near).toHaveLength(documents * 12);
    rmSync(library, { recursive: true });

    const points = ['reading 5', 'reading 11', 'reading 23', 'reading 40', 'finishing 60'];
    for (const point of points) {
      const outcome = await runIndexing(script, library, guidelines, (line, child) => {
        if (line === point) child.kill('SIGKILL');
      });
      expect(outcome.signal, point).toBe('SIGKILL');
      // Readable at once, with whole documents only, each once.
      const between = await contents(library);
      expect(new Set(between.near).size).toBe(between.near.length);
      expect(between.near).toHaveLength(between.catalogue.length * 12);
      expect(between.words).toEqual(between.near);
      // The wait for a dead process's lock is tested on its own.
      rmSync(lockDir(), { recursive: true });
    }
    const { report } = await index();
    expect(report).toMatchObject({ documents, passages: documents * 12 });
    expect(report?.unchanged).toBeGreaterThan(0);
    expect(await contents(library)).toEqual(undisturbed);
  });

  it('replaces changed documents wholly, also when killed while it does', async () => {
    await index();
    const before = await contents(library);
    for (const name of readdirSync(guidelines)) {
      const path = join(guidelines, name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('disease', 'illness'));
    }
    for (const point of ['reading 13', 'reading 25']) {
      await runIndexing(script, library, guidelines, (line, child) => {
        if (line === point) child.kill('SIGKILL');
      });
      const between = await contents(library);
      expect(new Set(between.near).size).toBe(between.near.length);
      expect(between.near).toHaveLength(between.catalogue.length * 12);
      rmSync(lockDir(), { recursive: true });
    }
    await index();
    const after = await contents(library);
    expect(after.near).toEqual(before.near);
    expect(after.catalogue.map(({ version }) => version)).not.toEqual(
      before.catalogue.map(({ version }) => version),
    );
    const store = createLanceStore({ library, profile, log: quiet });
    expect(await store.keywordSearch('disease', 10)).toEqual([]);
    expect(await store.keywordSearch('illness', 10_000)).toHaveLength(documents * 12);
    await store.close();
  });

  it('is written again by the next process although the killed one left its lock', async () => {
    await runIndexing(script, library, guidelines, (line, child) => {
      if (line === 'reading 15') child.kill('SIGKILL');
    });
    expect(existsSync(lockDir())).toBe(true);
    const { report, failed } = await index();
    expect(failed).toBeUndefined();
    expect(report).toMatchObject({ documents });
    expect(existsSync(lockDir())).toBe(false);
  });

  it('gives two writers one after the other, and nothing twice', async () => {
    const outcomes = await Promise.all([index(), index()]);
    expect(outcomes.map(({ failed }) => failed)).toEqual([undefined, undefined]);
    expect(outcomes.map(({ report }) => report?.indexed ?? -1).sort((a, b) => a - b)).toEqual([0, documents]);
    const { near, catalogue } = await contents(library);
    expect(catalogue).toHaveLength(documents);
    expect(new Set(near).size).toBe(documents * 12);
    expect(near).toHaveLength(documents * 12);
  });

  it('tells a second writer that it is busy, which reads meanwhile', async () => {
    await index();
    const [first, second] = [1, 2].map(() =>
      createLanceStore({ library, profile, log: quiet, lockWait: 300 }),
    );
    await first?.asWriter(async () => {
      await expect(second?.asWriter(() => Promise.resolve())).rejects.toMatchObject({
        reason: 'library-busy',
      });
      expect(await second?.keywordSearch('treatment', 3)).toHaveLength(3);
    });
    await first?.close();
    await second?.close();
  });

  if (process.platform !== 'win32') {
    it('can be searched and not written by someone who may only read it', async () => {
      await index();
      execFileSync('chmod', ['-R', 'a-w,a+rX', join(library, '..')]);
      // The superuser may write anywhere: then the reader runs as nobody.
      const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const reader = spawnSync(process.execPath, [script.replace('index-', 'search-'), library], {
        ...user,
        encoding: 'utf8',
        env: { ...process.env, LANCEDB_LOG: 'error' },
      });
      execFileSync('chmod', ['-R', 'u+w', join(library, '..')]);
      expect(reader.stderr).toBe('');
      expect(JSON.parse(reader.stdout)).toEqual({ keyword: 3, vector: 3, write: 'library-read-only' });
    });
  }

  describe('with damaged files', () => {
    let store: GuidelineStore;

    beforeEach(async () => {
      await index();
    });

    afterEach(() => store.close());

    const damage = (part: 'data' | '_versions', how: (file: string) => void): void => {
      const folder = join(library, `${tableNames(profile).passages}.lance`, part);
      for (const file of readdirSync(folder)) how(join(folder, file));
      store = createLanceStore({ library, profile, log: quiet });
    };

    const isReportedAndMended = async (): Promise<void> => {
      await expect(store.vectorSearch(anyVector, 3)).rejects.toMatchObject({
        reason: 'library-corrupt',
        advice: expect.stringContaining('Clear Library') as string,
      });
      const { failed } = await index();
      if (failed) expect(failed.reason).toBe('library-corrupt');
      await store.asWriter((writer) => writer.clear());
      expect(await store.catalogue()).toEqual([]);
      const { report } = await index();
      expect(report).toMatchObject({ documents, indexed: documents });
      expect((await contents(library)).near).toHaveLength(documents * 12);
    };

    it('says so when data is cut off, and can be cleared and filled again', async () => {
      damage('data', (file) => truncateSync(file, 10));
      await isReportedAndMended();
    });

    it('says so when data is gone', async () => {
      damage('data', (file) => rmSync(file));
      await isReportedAndMended();
    });

    it('says so when the list of its files is nonsense', async () => {
      damage('_versions', (file) => writeFileSync(file, 'nonsense'));
      await isReportedAndMended();
    });
  });
});
