import { throwIfCancelled, toAttestError, type AttestError } from '../../core/errors';
import type { Document } from '../../core/evidence/passages/document';
import { searchableText } from '../../core/evidence/passages/searchable-text';
import type {
  CatalogueEntry,
  Embedder,
  GuidelineStore,
  GuidelineWriter,
  IndexedDocument,
  Log,
} from '../../core/ports';
import { chunkDocument, documentIdOf } from '../../documents/chunk';
import { readDocument } from '../../documents/read-document';
import { readFileBytes } from '../../documents/read-file';
import type { IndexProgress, IndexReport, SkippedFile } from '../engine';
import { progressOf } from './index-progress';
import { isUnder, scanFolders, type ScannedFile } from './scan-folders';

export interface IndexDependencies {
  store: GuidelineStore;
  /** Asked for only when there is something to embed. */
  embedder: () => Promise<Pick<Embedder, 'embed'>>;
  log: Log;
}

export interface IndexOptions {
  onProgress?: ((progress: IndexProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Passages per write: small enough that a killed run loses a few seconds of work, large enough to write few files. */
const passagesPerWrite = 128;

/** What became of one file: new content, content that is held already, or the reason why it cannot be read. */
type FileResult =
  | { kind: 'changed'; file: ScannedFile; document: Document }
  | { kind: 'same'; entry: CatalogueEntry }
  | { kind: 'skipped'; file: ScannedFile; error: AttestError };

/**
 * Brings the library in step with these folders.
 *
 * A file of the size and time it was indexed with is not opened; one whose bytes are the same is not read again. A
 * changed file replaces its own passages, a file that is gone loses them. A folder that is missing or cannot be looked
 * into is listed, and what is held of it stays. A changed file that cannot be read is listed and **loses its old
 * passages**: they are of a version that the file no longer is, and a superseded dose that is cited as current does more
 * harm than a guideline that is reported as missing.
 *
 * Cancelling keeps what was done; the next run goes on from there. Throws `cancelled`, `library-busy`,
 * `library-read-only` and the store's other reasons, and `model-missing`.
 */
export async function indexLibrary(
  { store, embedder, log }: IndexDependencies,
  folders: readonly string[],
  { onProgress, signal }: IndexOptions = {},
): Promise<IndexReport> {
  const started = performance.now();
  return store.asWriter(async (writer) => {
    await store.refresh();
    const held = new Map((await store.catalogue()).map((entry) => [entry.documentId, entry]));
    const onFile = (found: number): void => onProgress?.({ phase: 'scanning', done: 0, total: found });
    const { files, skipped, unseen } = await scanFolders(folders, { onFile, signal });
    const gone = vanished(held.values(), folders, files, unseen);
    if (gone.length > 0) await writer.remove(gone);

    const work = files.filter((file) => !isUnchanged(file, held.get(documentIdOf(file.path))));
    const progress = progressOf(work, files.length, onProgress);
    const batch = new Batch(writer);
    const same: CatalogueEntry[] = [];
    let indexed = 0;
    let removed = gone.length;
    try {
      for await (const result of readAhead(work, held, signal)) {
        if (result.kind === 'changed') {
          await batch.add(await embed(result.file, result.document, embedder, signal));
          indexed++;
        } else if (result.kind === 'same') {
          same.push(result.entry);
        } else {
          skipped.push(skippedFile(result.file, result.error));
          const documentId = documentIdOf(result.file.path);
          if (held.has(documentId)) {
            await writer.remove([documentId]);
            removed++;
          }
        }
        progress.step();
      }
    } finally {
      // Also when cancelled: what is embedded is kept.
      await batch.flush();
    }
    if (same.length > 0) await writer.touch(same);
    onProgress?.({ phase: 'finishing', done: files.length, total: files.length });
    await writer.finish();

    const catalogue = await store.catalogue();
    const seconds = (performance.now() - started) / 1000;
    log.info(
      `Indexed ${indexed} of ${files.length} files in ${seconds.toFixed(1)} s, ${skipped.length} skipped.`,
    );
    return {
      documents: catalogue.length,
      passages: catalogue.reduce((sum, entry) => sum + entry.passages, 0),
      unchanged: files.length - work.length + same.length,
      indexed,
      removed,
      skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)),
      seconds,
    };
  });
}

/** Removes the documents under these folders from the library. Throws what the store throws. */
export async function removeFolders(store: GuidelineStore, folders: readonly string[]): Promise<void> {
  await store.asWriter(async (writer) => {
    await store.refresh();
    const entries = (await store.catalogue()).filter(({ path }) =>
      folders.some((folder) => isUnder(folder, path)),
    );
    await writer.remove(entries.map(({ documentId }) => documentId));
    await writer.finish();
  });
}

function isUnchanged(file: ScannedFile, entry: CatalogueEntry | undefined): boolean {
  return entry?.size === file.size && entry.modified === file.modified;
}

/** Ids of documents that these folders held and hold no longer. */
function vanished(
  held: Iterable<CatalogueEntry>,
  folders: readonly string[],
  files: readonly ScannedFile[],
  unseen: readonly string[],
): string[] {
  const present = new Set(files.map(({ path }) => documentIdOf(path)));
  return [...held]
    .filter(({ documentId }) => !present.has(documentId))
    .filter(({ path }) => folders.some((folder) => isUnder(folder, path)))
    .filter(({ path }) => !unseen.some((folder) => isUnder(folder, path)))
    .map(({ documentId }) => documentId);
}

async function readFile(
  file: ScannedFile,
  entry: CatalogueEntry | undefined,
  signal: AbortSignal | undefined,
): Promise<FileResult> {
  try {
    // Copied or checked out again: a hash is much cheaper than reading a PDF.
    if (entry?.size === file.size && (await readFileBytes(file.path, signal)).version === entry.version) {
      return { kind: 'same', entry: { ...entry, modified: file.modified } };
    }
    return { kind: 'changed', file, document: await readDocument(file.path, signal) };
  } catch (error) {
    throwIfCancelled(signal);
    return { kind: 'skipped', file, error: toAttestError(error) };
  }
}

/** Reads the files in order, the next one while the caller works on this one. */
async function* readAhead(
  files: readonly ScannedFile[],
  held: ReadonlyMap<string, CatalogueEntry>,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileResult> {
  const read = (file: ScannedFile | undefined): Promise<FileResult> | undefined => {
    const result = file && readFile(file, held.get(documentIdOf(file.path)), signal);
    // A cancelled read is reported when its turn comes, if it comes.
    result?.catch(() => undefined);
    return result;
  };
  let next = read(files[0]);
  for (let at = 0; next; at++) {
    throwIfCancelled(signal);
    const result = await next;
    next = read(files[at + 1]);
    yield result;
  }
}

async function embed(
  { size, modified }: ScannedFile,
  document: Document,
  embedder: IndexDependencies['embedder'],
  signal: AbortSignal | undefined,
): Promise<IndexedDocument> {
  const passages = chunkDocument(document);
  const { path, title, format, version, text } = document;
  const entry: CatalogueEntry = {
    documentId: documentIdOf(path),
    path,
    title,
    format,
    version,
    size,
    modified,
    passages: passages.length,
  };
  const texts = passages.map((passage) => searchableText(passage).text);
  return { entry, text, passages, vectors: await (await embedder()).embed(texts, signal) };
}

/** Collects documents until there are enough passages for one write. */
class Batch {
  private documents: IndexedDocument[] = [];
  private passages = 0;

  constructor(private readonly writer: GuidelineWriter) {}

  async add(document: IndexedDocument): Promise<void> {
    this.documents.push(document);
    this.passages += document.passages.length;
    if (this.passages >= passagesPerWrite) await this.flush();
  }

  async flush(): Promise<void> {
    const { documents } = this;
    this.documents = [];
    this.passages = 0;
    if (documents.length > 0) await this.writer.put(documents);
  }
}

function skippedFile({ path }: ScannedFile, { reason, message, advice }: AttestError): SkippedFile {
  return { path, reason, message, advice };
}
