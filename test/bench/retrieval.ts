import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Document } from '../../src/core/evidence/passages/document';
import { Bm25Index } from '../../src/core/evidence/passages/bm25';
import { tokenise } from '../../src/core/text/words';
import { searchLibrary } from '../../src/engine/library/search';
import { createLanceStore } from '../../src/library/lance-store';
import { createMiniLmEmbedder, miniLmFolder, miniLmProfile } from '../../src/models/minilm-embedder';
import { nfCorpus, nfQueries, type CorpusDocument, type JudgedQuery } from './data/nfcorpus';
import { fillLibrary } from './measure/kept-library';
import { ndcg, recall } from './measure/ranking';
import { bootstrapInterval, mean } from './measure/statistics';

/** Passages asked for per query: enough for 100 documents, most of which have two. */
const depth = 300;

type Ranker = (query: JudgedQuery) => Promise<string[]>;

const pathOf = (id: string): string => `/nfcorpus/${id}`;
const idOf = (path: string): string => path.slice(pathOf('').length);

function asDocument({ id, title, text }: CorpusDocument): Document {
  const version = createHash('sha256').update(`${title}\n${text}`).digest('hex');
  return { path: pathOf(id), title, format: 'text', text, headings: [], pages: [], version };
}

function documentsOf(hits: readonly { passage: { document: string } }[]): string[] {
  return [...new Set(hits.map(({ passage }) => idOf(passage.document)))];
}

/** Whole documents, ranked in memory: a floor that owes nothing to LanceDB or to cutting into passages. */
function wholeDocumentBm25(corpus: readonly CorpusDocument[]): Ranker {
  const index = new Bm25Index(corpus.map(({ title, text }) => tokenise(`${title} ${text}`)));
  return ({ text }) =>
    Promise.resolve(index.search(tokenise(text), 100).map((hit) => corpus[hit.index]?.id ?? ''));
}

const cell = (values: readonly number[]): string => {
  const [low, high] = bootstrapInterval(values);
  return `${mean(values).toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
};

/** Retrieval on NFCorpus dev at document level: BM25 alone, vectors alone, and both fused, in one run. */
export async function run(): Promise<void> {
  const corpus = nfCorpus();
  const queries = nfQueries('dev');
  const embedder = await createMiniLmEmbedder({ modelDir: resolve('dist/models', miniLmFolder) });
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const library = join(import.meta.dirname, 'nfcorpus-library');
  const store = createLanceStore({ library, profile: miniLmProfile, log });
  await fillLibrary(store, corpus.map(asDocument), embedder);

  const embedded = new Map<string, Float32Array>();
  for (const { text } of queries) {
    const [vector] = await embedder.embed([text]);
    if (vector) embedded.set(text, vector);
  }
  const cached = {
    embed: (texts: readonly string[]) =>
      Promise.resolve(texts.map((text) => embedded.get(text) ?? new Float32Array())),
  };
  const rankers: [string, Ranker][] = [
    ['BM25, whole documents in memory', wholeDocumentBm25(corpus)],
    ['BM25 alone', async ({ text }) => documentsOf(await store.keywordSearch(text, depth))],
    [
      'vectors alone',
      async ({ text }) =>
        documentsOf(await store.vectorSearch(embedded.get(text) ?? new Float32Array(), depth)),
    ],
    [
      'hybrid',
      async ({ text }) => documentsOf(await searchLibrary({ store, embedder: cached }, text, { k: depth })),
    ],
  ];

  const passages = (await store.catalogue()).reduce((sum, entry) => sum + entry.passages, 0);
  console.log(`NFCorpus dev: ${queries.length} queries, ${corpus.length} documents, ${passages} passages.\n`);
  console.log('| ranking | nDCG@10 [95 %] | recall@100 [95 %] |\n|---|---|---|');
  const gains = new Map<string, number[]>();
  for (const [name, rank] of rankers) {
    const rows = [];
    for (const query of queries) {
      const ranked = await rank(query);
      rows.push({ ndcg: ndcg(ranked, query.relevant, 10), recall: recall(ranked, query.relevant, 100) });
    }
    gains.set(
      name,
      rows.map((row) => row.ndcg),
    );
    console.log(
      `| ${name} | ${cell(rows.map((row) => row.ndcg))} | ${cell(rows.map((row) => row.recall))} |`,
    );
  }
  const hybrid = gains.get('hybrid') ?? [];
  for (const name of ['BM25, whole documents in memory', 'BM25 alone', 'vectors alone']) {
    const floor = gains.get(name) ?? [];
    console.log(
      `\nhybrid − ${name}, nDCG@10 per query: ${cell(hybrid.map((gain, at) => gain - (floor[at] ?? 0)))}`,
    );
  }
  await store.close();
  await embedder.close();
}
