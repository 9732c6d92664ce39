import type { Document } from '../../../src/core/evidence/passages/document';
import { searchableText } from '../../../src/core/evidence/passages/searchable-text';
import type { Embedder, GuidelineStore, IndexedDocument } from '../../../src/core/ports';
import { chunkDocument, documentIdOf } from '../../../src/documents/chunk';

const documentsPerWrite = 50;

async function indexed(document: Document, embedder: Embedder): Promise<IndexedDocument> {
  const { path, title, format, text, version } = document;
  const passages = chunkDocument(document);
  const vectors = await embedder.embed(passages.map((passage) => searchableText(passage).text));
  const documentId = documentIdOf(path);
  const entry = {
    documentId,
    path,
    title,
    format,
    version,
    size: text.length,
    modified: 0,
    passages: passages.length,
  };
  return { entry, text, passages, vectors };
}

/** Indexes what the kept library does not hold yet: the first run embeds for minutes, the next ones start at once. */
export async function fillLibrary(
  store: GuidelineStore,
  documents: readonly Document[],
  embedder: Embedder,
): Promise<void> {
  await store.asWriter(async (writer) => {
    await store.refresh();
    const held = new Map((await store.catalogue()).map((entry) => [entry.documentId, entry.version]));
    const missing = documents.filter(({ path, version }) => held.get(documentIdOf(path)) !== version);
    for (let at = 0; at < missing.length; at += documentsPerWrite) {
      const batch: IndexedDocument[] = [];
      for (const document of missing.slice(at, at + documentsPerWrite))
        batch.push(await indexed(document, embedder));
      await writer.put(batch);
      process.stderr.write(`\rindexing ${at + batch.length} of ${missing.length}`);
    }
    if (missing.length > 0) process.stderr.write('\n');
    await writer.finish();
  });
}
