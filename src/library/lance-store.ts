import './lance-log';
import { connect, MatchQuery, type Connection } from '@lancedb/lancedb';
import { AttestError } from '../core/errors';
import type { Passage } from '../core/evidence/passages/passage';
import type { CatalogueEntry, Embedder, GuidelineStore, GuidelineWriter, Log, StoreHit } from '../core/ports';
import { contentWords } from '../core/text/words';
import { textIndexState, type TextIndexState } from './indices';
import { LanceWriter } from './lance-writer';
import { damagedIndexError, readError, writeError } from './library-errors';
import { libraryExists, libraryLocation, tableIdentity, type LibraryLocation } from './library-location';
import {
  createTables,
  entryColumns,
  entryOfRow,
  passageColumns,
  passageOfRow,
  schemaVersion,
  tableNames,
  tableVersion,
  type TableNames,
  type Tables,
} from './tables';
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

/** One state of the library: the tables at one version, and the documents that count. */
interface Snapshot {
  /** Undefined when there is no library yet. */
  tables: Tables | undefined;
  entries: Map<string, CatalogueEntry>;
  /** `none` until the first document was written. */
  textIndex: TextIndexState;
  /** Changes whenever the tables do. */
  versions: string;
  /** Changes when the tables were made anew. */
  identity: string;
}

const nothing: Snapshot = {
  tables: undefined,
  entries: new Map(),
  textIndex: 'none',
  versions: '',
  identity: '',
};
/** Search effort in the vector graph: with less, one in ten of the ten best was missed among near-duplicates at 100k. */
const minimumEf = 300;
/** At least so many of the graph's candidates are compared again in full precision, so that order and score are exact. */
const minimumRefined = 50;
/** A query is a sentence or a statement; what is longer is cut to its first words. */
const maxQueryWords = 64;

class LanceStore implements GuidelineStore {
  private readonly location: LibraryLocation;
  private readonly names: TableNames;
  private connection: Connection | undefined;
  private current: Promise<Snapshot> | undefined;
  private refreshing: Promise<Snapshot> | undefined;
  private revision = 0;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LanceStoreOptions) {
    this.location = libraryLocation(options.library);
    this.names = tableNames(options.profile);
  }

  async catalogue(): Promise<CatalogueEntry[]> {
    const { entries } = await this.snapshot();
    return [...entries.values()];
  }

  async documentText(documentId: string): Promise<{ entry: CatalogueEntry; text: string } | undefined> {
    return this.read(async ({ tables, entries }) => {
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
    return this.read(async (snapshot) => {
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
    return this.read(
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
    return this.read(async ({ tables, entries }) => {
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
    await this.update();
    return this.revision;
  }

  async asWriter<T>(work: (writer: GuidelineWriter) => Promise<T>): Promise<T> {
    const before = this.writing;
    const turn = before.then(() => this.writeNow(work));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.writing;
    this.disconnect();
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
        this.refuseNewer(present);
        await createTables(connection, this.names, present, profile.dimension);
      } catch (error) {
        throw writeError(uri, error);
      }
      const onChange = (): Promise<unknown> => this.update();
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

  private refuseNewer(present: readonly string[]): void {
    if (!present.some((name) => (tableVersion(name) ?? 0) > schemaVersion)) return;
    throw new AttestError(
      'library-incompatible',
      `The library ${this.location.uri} was built by a newer version of Attest.`,
      'Update Attest, or choose another library folder.',
    );
  }

  private snapshot(): Promise<Snapshot> {
    return this.current ?? this.update();
  }

  /** Takes the latest state. Calls that come while it is being taken share it. */
  private update(): Promise<Snapshot> {
    this.refreshing ??= this.latest().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private async latest(): Promise<Snapshot> {
    const before = (await this.current?.catch(() => undefined)) ?? nothing;
    const snapshot =
      (before.tables && (await this.reload(before.tables, before))) ?? (await this.open(before));
    if (snapshot !== before) this.revision++;
    this.current = Promise.resolve(snapshot);
    return snapshot;
  }

  /** Undefined when these tables cannot be read any more: cleared by another process, or the folder was made again. */
  private async reload(tables: Tables, before: Snapshot): Promise<Snapshot | undefined> {
    try {
      return await this.load(tables, before);
    } catch (error) {
      this.options.log.warn(`Opening the library again after: ${String(error)}`);
      return undefined;
    }
  }

  private async open(before: Snapshot): Promise<Snapshot> {
    this.disconnect();
    if (!(await libraryExists(this.location))) return before === nothing ? nothing : { ...nothing };
    try {
      this.connection = await connect(this.location.uri);
      const present = await this.connection.tableNames();
      this.refuseNewer(present);
      if (!present.includes(this.names.passages) || !present.includes(this.names.documents)) {
        if (present.some((name) => tableVersion(name) !== undefined)) throw this.otherProfile();
        return before === nothing ? nothing : { ...nothing };
      }
      const documents = await this.connection.openTable(this.names.documents);
      const passages = await this.connection.openTable(this.names.passages);
      return await this.load({ documents, passages }, nothing);
    } catch (error) {
      throw readError(this.location.uri, error);
    }
  }

  private otherProfile(): AttestError {
    return new AttestError(
      'library-incompatible',
      `The library ${this.location.uri} was built by another version of Attest, with other passages or vectors.`,
      'Index the guideline folders again; the library is then rebuilt.',
    );
  }

  /** Brings the tables to their latest version, documents first: a passage is shown only when its document is held. */
  private async load(tables: Tables, before: Snapshot): Promise<Snapshot> {
    const identity = await tableIdentity(this.location, this.names.documents);
    if (before.tables === tables && identity !== before.identity)
      throw new Error('The tables were made anew.');
    await tables.documents.checkoutLatest();
    await tables.passages.checkoutLatest();
    const versions = `${await tables.documents.version()}/${await tables.passages.version()}`;
    if (before.tables === tables && versions === before.versions) return before;
    const rows = (await tables.documents.query().select(entryColumns).toArray()) as unknown[];
    const entries = new Map(rows.map(entryOfRow).map((entry) => [entry.documentId, entry]));
    return { tables, entries, textIndex: await textIndexState(tables.passages), versions, identity };
  }

  /** Runs a read; when it fails, once more on the latest version, since a writer may have dropped the older one. */
  private async read<T>(work: (snapshot: Snapshot & { tables: Tables }) => Promise<T>, none: T): Promise<T> {
    const run = async (snapshot: Snapshot): Promise<T> =>
      snapshot.tables ? work({ ...snapshot, tables: snapshot.tables }) : none;
    const snapshot = await this.snapshot();
    try {
      return await run(snapshot);
    } catch (first) {
      this.options.log.warn(`Reading the library again after: ${String(first)}`);
      try {
        return await run(await this.update());
      } catch (error) {
        throw readError(this.location.uri, error);
      }
    }
  }

  private disconnect(): void {
    this.connection?.close();
    this.connection = undefined;
    this.current = undefined;
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
