import './lance-log';
import { connect, MatchQuery, type Connection } from '@lancedb/lancedb';
import type { Passage } from '../core/evidence/passages/passage';
import type { CatalogueEntry, Embedder, GuidelineStore, GuidelineWriter, Log, StoreHit } from '../core/ports';
import { contentWords } from '../core/text/words';
import { LanceSnapshots, refuseNewer, type Snapshot } from './lance-snapshots';
import { LanceWriter } from './lance-writer';
import { damagedIndexError, writeError } from './library-errors';
import { libraryLocation, type LibraryLocation } from './library-location';
import { createTables, passageColumns, passageOfRow, tableNames, type TableNames } from './tables';
import { takeWriterLock } from './writer-lock';

/** What a library is opened with. */
export interface LanceStoreOptions {
  /** Folder, `file:` URI, or any URI that LanceDB opens. */
  library: string;
  /** Of the embedder that makes the vectors. */
  profile: Embedder['profile'];
  log: Log;
  /** Number of passages from which on the vectors get an index (default 10,000: until there, comparing all is as fast). */
  vectorIndexFrom?: number;
  /** How long a write waits for another writer before it gives `library-busy`, in milliseconds (default 15,000). */
  lockWait?: number;
}

/** Search effort in the vector graph: with less, one in ten of the ten best was missed among near-duplicates at 100k. */
const minimumEf = 300;
/** At least so many of the graph's candidates are compared again in full precision, so that order and score are exact. */
const minimumRefined = 50;
/** A query is a sentence or a statement; what is longer is cut to its first words. */
const maxQueryWords = 64;

class LanceStore implements GuidelineStore {
  private readonly location: LibraryLocation;
  private readonly names: TableNames;
  private readonly snapshots: LanceSnapshots;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LanceStoreOptions) {
    this.location = libraryLocation(options.library);
    this.names = tableNames(options.profile);
    this.snapshots = new LanceSnapshots(this.location, this.names, options.log);
  }

  async catalogue(): Promise<CatalogueEntry[]> {
    const { entries } = await this.snapshots.snapshot();
    return [...entries.values()];
  }

  async documentText(documentId: string): Promise<{ entry: CatalogueEntry; text: string } | undefined> {
    return this.snapshots.read(async ({ tables, entries }) => {
      const entry = entries.get(documentId);
      if (!entry) return undefined;
      const query = tables.documents
        .query()
        .where(`documentId = '${entry.documentId}'`)
        .select(['text'])
        .limit(1);
      const [row] = (await query.toArray()) as { text: string }[];
      return row && { entry, text: row.text };
    }, undefined);
  }

  async keywordSearch(query: string, k: number): Promise<StoreHit[]> {
    const words = [...new Set(contentWords(query))].slice(0, maxQueryWords);
    if (words.length === 0) return [];
    return this.snapshots.read(async (snapshot) => {
      if (snapshot.textIndex === 'none') return [];
      if (snapshot.textIndex === 'damaged') throw damagedIndexError(this.location.uri);
      return visibleHits(snapshot, k, async (limit) => {
        const match = new MatchQuery(words.join(' '), 'body');
        const search = snapshot.tables.passages.query().fullTextSearch(match).limit(limit);
        const rows = (await search.select([...passageColumns, '_score']).toArray()) as { _score: number }[];
        return rows.map((row) => ({ passage: passageOfRow(row), score: row._score }));
      });
    }, []);
  }

  async vectorSearch(vector: Float32Array, k: number): Promise<StoreHit[]> {
    return this.snapshots.read(
      (snapshot) =>
        visibleHits(snapshot, k, async (limit) => {
          const search = snapshot.tables.passages
            .query()
            .nearestTo(vector)
            .distanceType('cosine')
            .limit(limit);
          const rows = (await search
            .ef(Math.max(minimumEf, 2 * limit))
            .refineFactor(Math.ceil(minimumRefined / limit))
            .select([...passageColumns, '_distance'])
            .toArray()) as { _distance: number }[];
          return rows.map((row) => ({ passage: passageOfRow(row), score: 1 - row._distance }));
        }),
      [],
    );
  }

  async passages(documentId: string, from: number, to: number): Promise<Passage[]> {
    return this.snapshots.read(async ({ tables, entries }) => {
      const entry = entries.get(documentId);
      if (!entry) return [];
      const range = `ordinal >= ${Math.trunc(from)} AND ordinal <= ${Math.trunc(to)}`;
      const query = tables.passages.query().where(`documentId = '${entry.documentId}' AND ${range}`);
      const rows: unknown[] = await query.select(passageColumns).toArray();
      return rows
        .map(passageOfRow)
        .filter((passage) => passage.version === entry.version)
        .sort((a, b) => a.ordinal - b.ordinal);
    }, []);
  }

  async refresh(): Promise<number> {
    await this.snapshots.update();
    return this.snapshots.revision;
  }

  async asWriter<T>(work: (writer: GuidelineWriter) => Promise<T>): Promise<T> {
    const before = this.writing;
    const turn = before.then(() => this.writeNow(work));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.writing;
    this.snapshots.disconnect();
  }

  private async writeNow<T>(work: (writer: GuidelineWriter) => Promise<T>): Promise<T> {
    const { uri } = this.location;
    const { profile, log, vectorIndexFrom = 10_000, lockWait = 15_000 } = this.options;
    const lock = await takeWriterLock(this.location, lockWait);
    let connection: Connection | undefined;
    try {
      try {
        connection = await connect(uri);
        const present = await connection.tableNames();
        refuseNewer(uri, present);
        await createTables(connection, this.names, present, profile.dimension);
      } catch (error) {
        throw writeError(uri, error);
      }
      const onChange = (): Promise<unknown> => this.snapshots.update();
      const { names } = this;
      const { dimension } = profile;
      return await work(
        new LanceWriter({ uri, connection, names, dimension, vectorIndexFrom, lock, log, onChange }),
      );
    } finally {
      connection?.close();
      await lock.release();
    }
  }
}

/** Best `k` hits whose document is held in that version, best first; more are asked for when a killed run left others. */
async function visibleHits(
  { entries }: Snapshot,
  k: number,
  search: (limit: number) => Promise<StoreHit[]>,
): Promise<StoreHit[]> {
  if (k <= 0 || entries.size === 0) return [];
  for (let limit = k; ; limit *= 4) {
    const hits = await search(limit);
    const visible = new Map<string, StoreHit>();
    for (const hit of hits) {
      const { id, documentId, version } = hit.passage;
      if (entries.get(documentId)?.version === version && !visible.has(id)) visible.set(id, hit);
    }
    if (visible.size >= k || hits.length < limit) {
      return [...visible.values()]
        .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1))
        .slice(0, k);
    }
  }
}

/**
 * Opens the library at the first use; nothing is touched before, and nothing is created before the first write.
 * Reads throw `library-corrupt`, `library-incompatible`, `unreadable-file` or `invalid-input`; `asWriter` besides
 * `library-busy` and `library-read-only`. Calls of `asWriter` in one process wait for each other; do not nest them.
 */
export function createLanceStore(options: LanceStoreOptions): GuidelineStore {
  return new LanceStore(options);
}
