import { connect, type Connection } from '@lancedb/lancedb';
import { AttestError } from '../core/errors';
import type { CatalogueEntry, Log } from '../core/ports';
import { textIndexState, type TextIndexState } from './indices';
import { readError } from './library-errors';
import { libraryExists, tableIdentity, type LibraryLocation } from './library-location';
import {
  entryColumns,
  entryOfRow,
  schemaVersion,
  tableVersion,
  type TableNames,
  type Tables,
} from './tables';

/** One state of the library: the tables at one version, and the documents that count. */
export interface Snapshot {
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

/** The states of a library as its files change: opened at the first read, and brought to the latest version when asked. */
export class LanceSnapshots {
  /** Counts the states that were taken. */
  revision = 0;
  private connection: Connection | undefined;
  private current: Promise<Snapshot> | undefined;
  private refreshing: Promise<Snapshot> | undefined;

  constructor(
    private readonly location: LibraryLocation,
    private readonly names: TableNames,
    private readonly log: Log,
  ) {}

  /** The state that was taken last; the latest where none was. */
  snapshot(): Promise<Snapshot> {
    return this.current ?? this.update();
  }

  /** Takes the latest state. Calls that come while it is being taken share it. */
  update(): Promise<Snapshot> {
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
      this.log.warn(`Opening the library again after: ${String(error)}`);
      return undefined;
    }
  }

  private async open(before: Snapshot): Promise<Snapshot> {
    this.disconnect();
    if (!(await libraryExists(this.location))) return before === nothing ? nothing : { ...nothing };
    try {
      this.connection = await connect(this.location.uri);
      const present = await this.connection.tableNames();
      refuseNewer(this.location.uri, present);
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
  async read<T>(work: (snapshot: Snapshot & { tables: Tables }) => Promise<T>, none: T): Promise<T> {
    const run = async (snapshot: Snapshot): Promise<T> =>
      snapshot.tables ? work({ ...snapshot, tables: snapshot.tables }) : none;
    const snapshot = await this.snapshot();
    try {
      return await run(snapshot);
    } catch (first) {
      this.log.warn(`Reading the library again after: ${String(first)}`);
      try {
        return await run(await this.update());
      } catch (error) {
        throw readError(this.location.uri, error);
      }
    }
  }

  /** Lets the connection go; the next read opens another one. */
  disconnect(): void {
    this.connection?.close();
    this.connection = undefined;
    this.current = undefined;
  }
}

/** @throws AttestError `library-incompatible` where a table is of a newer version than this one knows */
export function refuseNewer(uri: string, present: readonly string[]): void {
  if (!present.some((name) => (tableVersion(name) ?? 0) > schemaVersion)) return;
  throw new AttestError(
    'library-incompatible',
    `The library ${uri} was built by a newer version of Attest.`,
    'Update Attest, or choose another library folder.',
  );
}
