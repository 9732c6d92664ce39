import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Embedder, GuidelineStore, GuidelineWriter, IndexedDocument } from '../../src/core/ports';
import { documentIdOf } from '../../src/documents/chunk';
import { indexLibrary } from '../../src/engine/library/index-folders';
import { searchLibrary } from '../../src/engine/library/search';
import { createLanceStore } from '../../src/library/lance-store';
import { createMiniLmEmbedder, miniLmFolder, miniLmProfile } from '../../src/models/minilm-embedder';
import { dataFolder } from './data/data-folder';
import { nfQueries } from './data/nfcorpus';
import { measureChecking, type CheckingSpeed } from './measure/checking-speed';
import { mean, quantile, seededRandom } from './measure/statistics';

const sizes = [10_000, 100_000];
const passagesPerDocument = 20;
const passagesPerWrite = 5_000;
/** Hits per search, as the command line asks for. */
const k = 10;
const measuredQueries = 200;
const recallQueries = 40;

const log = { info: () => undefined, warn: console.warn, error: console.error };
const random = seededRandom(7);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const peakMemory = (): string => megabytes(process.resourceUsage().maxRSS * 1024);

/** Indexes the guidelines as a user does, and keeps passages and vectors as the seed of the larger libraries. */
async function endToEnd(root: string, embedder: Embedder): Promise<IndexedDocument[]> {
  const folder = join(dataFolder(), 'guidelines');
  const store = createLanceStore({ library: join(root, 'real'), profile: miniLmProfile, log });
  const kept: IndexedDocument[] = [];
  let embedding = 0;
  const timed: Pick<Embedder, 'embed'> = {
    async embed(texts, signal) {
      const started = performance.now();
      const vectors = await embedder.embed(texts, signal);
      embedding += (performance.now() - started) / 1000;
      return vectors;
    },
  };
  const capture = (writer: GuidelineWriter): GuidelineWriter => ({
    put: (documents) => {
      kept.push(...documents);
      return writer.put(documents);
    },
    remove: (ids) => writer.remove(ids),
    touch: (entries) => writer.touch(entries),
    clear: () => writer.clear(),
    finish: () => writer.finish(),
  });
  const capturing: GuidelineStore = {
    catalogue: () => store.catalogue(),
    documentText: (id) => store.documentText(id),
    asWriter: (work) => store.asWriter((writer) => work(capture(writer))),
    keywordSearch: (query, count) => store.keywordSearch(query, count),
    vectorSearch: (vector, count) => store.vectorSearch(vector, count),
    passages: (id, from, to) => store.passages(id, from, to),
    refresh: () => store.refresh(),
    close: () => store.close(),
  };
  const dependencies = { store: capturing, embedder: () => Promise.resolve(timed), log };
  const report = await indexLibrary(dependencies, [folder]);
  const rate = report.passages / report.seconds;
  console.log(
    `\n## Indexing real documents: ${report.documents} guideline texts, ${report.passages} passages\n`,
  );
  console.log('| measure | value |\n|---|---|');
  console.log(`| end to end | ${report.seconds.toFixed(1)} s, ${rate.toFixed(1)} passages/s |`);
  console.log(
    `| of which embedding | ${embedding.toFixed(1)} s, ${(report.passages / embedding).toFixed(1)} passages/s |`,
  );
  const again = await indexLibrary(dependencies, [folder]);
  console.log(`| again, ${again.unchanged} files unchanged | ${(again.seconds * 1000).toFixed(0)} ms |`);
  console.log(`| size on disk | ${megabytes(folderSize(join(root, 'real')))} |`);
  console.log(`| peak memory so far | ${peakMemory()} |`);
  await store.close();
  return kept;
}

function jittered(vector: Float32Array): Float32Array {
  // Noise of this size leaves a cosine of about 0.9 with the original: a near neighbour, not a copy.
  const noisy = vector.map((value) => value + (random() - 0.5) * 0.085);
  const length = Math.hypot(...noisy);
  return noisy.map((value) => value / length);
}

function shuffled(text: string, other: string): string {
  const words = [...text.split(/\s+/), ...other.split(/\s+/).slice(0, 30)];
  for (let at = words.length - 1; at > 0; at--) {
    const to = Math.floor(random() * (at + 1));
    [words[at], words[to]] = [words[to] ?? '', words[at] ?? ''];
  }
  return words.slice(0, Math.max(20, words.length - 30)).join(' ');
}

/** A document of jittered real passages: embedding 100,000 real ones would take the better part of an hour. */
function syntheticDocument(at: number, seed: readonly IndexedDocument[]): IndexedDocument {
  const path = `/synthetic/${at}`;
  const documentId = documentIdOf(path);
  const version = documentIdOf(`version ${at}`);
  const passages = [];
  const vectors = [];
  for (let ordinal = 0; ordinal < passagesPerDocument; ordinal++) {
    const { passages: originals, vectors: theirs } = pick(seed);
    const from = Math.floor(random() * originals.length);
    const original = originals[from];
    const vector = theirs[from];
    if (!original || !vector) throw new Error('A seed document has no passage.');
    const text = shuffled(original.text, pick(pick(seed).passages).text);
    passages.push({
      ...original,
      id: `${documentId}:${ordinal}`,
      documentId,
      document: path,
      version,
      ordinal,
      text,
    });
    vectors.push(jittered(vector));
  }
  const entry = { documentId, path, title: path, format: 'text' as const, version, size: 1, modified: 1 };
  return { entry: { ...entry, passages: passages.length }, text: '', passages, vectors };
}

/** Search that compares the query with every vector, as the measure of what the index misses. */
function exactBest(query: Float32Array, documents: readonly IndexedDocument[], count: number): Set<string> {
  const scored: { id: string; score: number }[] = [];
  for (const { passages, vectors } of documents) {
    vectors.forEach((vector, at) => {
      let score = 0;
      for (let d = 0; d < vector.length; d++) score += (vector[d] ?? 0) * (query[d] ?? 0);
      scored.push({ id: passages[at]?.id ?? '', score });
    });
  }
  scored.sort((a, b) => b.score - a.score);
  return new Set(scored.slice(0, count).map(({ id }) => id));
}

async function atSize(
  size: number,
  root: string,
  seed: readonly IndexedDocument[],
  embedder: Embedder,
): Promise<void> {
  const library = join(root, `library-${size}`);
  const store = createLanceStore({ library, profile: miniLmProfile, log });
  const documents = Array.from({ length: size / passagesPerDocument }, (_, at) =>
    syntheticDocument(at, seed),
  );
  let finishing = 0;
  const writing = await seconds(() =>
    store.asWriter(async (writer) => {
      const step = passagesPerWrite / passagesPerDocument;
      for (let at = 0; at < documents.length; at += step) await writer.put(documents.slice(at, at + step));
      finishing = await seconds(() => writer.finish());
    }),
  );

  const queries = nfQueries('dev')
    .slice(0, measuredQueries)
    .map(({ text }) => text);
  const vectors = await embedder.embed(queries);
  const times = new Map<string, number[]>();
  const measure = async (name: string, work: (at: number) => Promise<unknown>): Promise<void> => {
    const measured: number[] = [];
    for (let at = -10; at < queries.length; at++) {
      const started = performance.now();
      await work(Math.max(0, at));
      if (at >= 0) measured.push(performance.now() - started);
    }
    times.set(name, measured);
  };
  const query = (at: number): string => queries[at] ?? '';
  const vector = (at: number): Float32Array => vectors[at] ?? new Float32Array();
  await measure('embedding the query', (at) => embedder.embed([query(at)]));
  await measure('keyword', (at) => store.keywordSearch(query(at), k));
  await measure('vector', (at) => store.vectorSearch(vector(at), k));
  await measure('hybrid, with embedding', (at) => searchLibrary({ store, embedder }, query(at), { k }));

  const shares: number[] = [];
  for (let at = 0; at < recallQueries; at++) {
    const best = exactBest(vector(at), documents, k);
    const found = await store.vectorSearch(vector(at), k);
    shares.push(found.filter(({ passage }) => best.has(passage.id)).length / k);
  }

  console.log(`\n## ${size.toLocaleString('en')} passages, ${queries.length} queries, k = ${k}\n`);
  console.log('| search | p50 ms | p95 ms |\n|---|---:|---:|');
  for (const [name, measured] of times) {
    console.log(
      `| ${name} | ${quantile(measured, 0.5).toFixed(1)} | ${quantile(measured, 0.95).toFixed(1)} |`,
    );
  }
  console.log('\n| measure | value |\n|---|---|');
  console.log(`| writing with the full-text index | ${(writing - finishing).toFixed(1)} s |`);
  console.log(`| last optimising and vector index | ${finishing.toFixed(1)} s |`);
  console.log(
    `| vector recall@${k} against comparing all (${recallQueries} queries) | ${mean(shares).toFixed(3)} |`,
  );
  console.log(`| size on disk | ${megabytes(folderSize(library))} |`);
  console.log(`| peak memory so far, with the ${size.toLocaleString('en')} test vectors | ${peakMemory()} |`);
  await store.close();
}

function printChecking(speed: CheckingSpeed): void {
  const { noteWords, sourceWords, statements } = speed;
  console.log(
    `\n## Checking a note of ${noteWords} words, ${statements} statements, against ${sourceWords} words\n`,
  );
  console.log('| check | ms |\n|---|---:|');
  console.log(`| the first of the process | ${speed.cold.toFixed(0)} |`);
  console.log(`| first of a note and source (median) | ${speed.first.toFixed(0)} |`);
  console.log(`| after one changed sentence (median) | ${speed.changed.toFixed(1)} |`);
}

/** Indexing speed on real guidelines, and search speed at 10,000 and 100,000 passages. */
export async function run(): Promise<void> {
  // First, while the process is fresh: the very first check is one of the figures.
  printChecking(await measureChecking());
  const root = mkdtempSync(join(tmpdir(), 'attest-speed-'));
  try {
    const embedder = await createMiniLmEmbedder({ modelDir: resolve('dist/models', miniLmFolder) });
    const cold = await seconds(() => embedder.embed(['warm-up']));
    console.log(`\nLoading the model and embedding one text: ${(cold * 1000).toFixed(0)} ms.`);
    const seed = (await endToEnd(root, embedder)).filter(({ passages }) => passages.length > 0);
    console.log('\nThe larger libraries hold jittered copies of these vectors and word-shuffled texts.');
    for (const size of sizes) await atSize(size, root, seed, embedder);
    await embedder.close();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
