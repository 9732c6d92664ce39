import type { Passage } from '../core/evidence/passages/passage';
import { Bm25Index } from '../core/evidence/passages/bm25';
import { searchableText } from '../core/evidence/passages/searchable-text';
import type {
  CatalogueEntry,
  GuidelineStore,
  GuidelineWriter,
  IndexedDocument,
  StoreHit,
} from '../core/ports';
import { tokenise } from '../core/text/words';

/** A library that lives as long as the process: for tests, and for callers without a disk. */
class MemoryStore implements GuidelineStore {
  private readonly documents = new Map<string, IndexedDocument>();
  private keywords: { passages: Passage[]; index: Bm25Index } | undefined;
  private revision = 0;
  private writing: Promise<unknown> = Promise.resolve();

  catalogue(): Promise<CatalogueEntry[]> {
    return Promise.resolve([...this.documents.values()].map(({ entry }) => entry));
  }

  documentText(documentId: string): Promise<{ entry: CatalogueEntry; text: string } | undefined> {
    const document = this.documents.get(documentId);
    return Promise.resolve(document && { entry: document.entry, text: document.text });
  }

  keywordSearch(query: string, k: number): Promise<StoreHit[]> {
    this.keywords ??= this.indexKeywords();
    const { passages, index } = this.keywords;
    const hits = index.search(tokenise(query), k).flatMap(({ index: at, score }) => {
      const passage = passages[at];
      return passage ? [{ passage, score }] : [];
    });
    return Promise.resolve(hits);
  }

  private indexKeywords(): { passages: Passage[]; index: Bm25Index } {
    const passages = [...this.documents.values()].flatMap((document) => document.passages);
    return {
      passages,
      index: new Bm25Index(passages.map((passage) => tokenise(searchableText(passage).text))),
    };
  }

  vectorSearch(vector: Float32Array, k: number): Promise<StoreHit[]> {
    const hits = [...this.documents.values()].flatMap(({ passages, vectors }) =>
      passages.map((passage, at) => ({ passage, score: cosine(vector, vectors[at] ?? new Float32Array()) })),
    );
    return Promise.resolve(hits.sort((a, b) => b.score - a.score).slice(0, Math.max(0, k)));
  }

  passages(documentId: string, from: number, to: number): Promise<Passage[]> {
    const passages = this.documents.get(documentId)?.passages ?? [];
    return Promise.resolve(passages.filter(({ ordinal }) => from <= ordinal && ordinal <= to));
  }

  refresh(): Promise<number> {
    return Promise.resolve(this.revision);
  }

  asWriter<T>(work: (writer: GuidelineWriter) => Promise<T>): Promise<T> {
    const change = (edit: () => void): Promise<void> => {
      edit();
      this.revision++;
      this.keywords = undefined;
      return Promise.resolve();
    };
    const writer: GuidelineWriter = {
      put: (documents) =>
        change(() =>
          documents.forEach((document) => this.documents.set(document.entry.documentId, document)),
        ),
      remove: (ids) => change(() => ids.forEach((id) => this.documents.delete(id))),
      touch: (entries) => change(() => entries.forEach((entry) => this.touch(entry))),
      clear: () => change(() => this.documents.clear()),
      finish: () => Promise.resolve(),
    };
    const turn = this.writing.then(() => work(writer));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  private touch({ documentId, version, size, modified }: CatalogueEntry): void {
    const held = this.documents.get(documentId);
    if (held?.entry.version !== version) return;
    this.documents.set(documentId, { ...held, entry: { ...held.entry, size, modified } });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let at = 0; at < a.length; at++) dot += (a[at] ?? 0) * (b[at] ?? 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
}

/** Makes an empty library in memory. Calls of `asWriter` wait for each other. */
export function createMemoryStore(): GuidelineStore {
  return new MemoryStore();
}
