import type { Connection, Table } from '@lancedb/lancedb';
import { AttestError } from '../core/errors';
import type { CatalogueEntry, GuidelineWriter, IndexedDocument, Log } from '../core/ports';
import { buildTextIndex, hasTextIndex, isOptimal, optimise } from './indices';
import { writeError } from './library-errors';
import {
  createTables,
  documentRow,
  entryColumns,
  entryOfRow,
  passageRows,
  tableVersion,
  type TableNames,
  type Tables,
} from './tables';
import type { WriterLock } from './writer-lock';

/** Full-text search reads rows that are not indexed yet one by one (70 ms per 1,000), so they are merged in often. */
const writesPerOptimise = 8;
/** Ids in one filter; a filter of any length works, a very long one is slow to parse. */
const idsPerFilter = 500;

/** What the writer needs from the store. */
export interface WriterContext {
  uri: string;
  connection: Connection;
  names: TableNames;
  dimension: number;
  vectorIndexFrom: number;
  lock: WriterLock;
  log: Log;
  /** Called after each change, so that readers of this process see it. */
  onChange: () => Promise<unknown>;
}

/**
 * The writing half of the LanceDB store.
 *
 * A document counts as held when its row is in the documents table. `put` takes that row away first and adds it last,
 * and readers show only passages of held documents in the held version: so whatever moment a process is killed at, no
 * passage is seen twice, none of a half-written document is seen at all, and the next run does such a document again.
 */
export class LanceWriter implements GuidelineWriter {
  private opened: Tables | undefined;
  private held: Map<string, CatalogueEntry> | undefined;
  private writes = 0;
  /** Passages added or removed since the last `finish`. */
  private changed = 0;

  constructor(private readonly context: WriterContext) {}

  async put(documents: readonly IndexedDocument[]): Promise<void> {
    await this.write(async (tables, held) => {
      const latest = new Map(documents.map((document) => [document.entry.documentId, document]));
      await this.take([...latest.keys()], tables, held);
      const rows = [...latest.values()].flatMap(passageRows);
      if (rows.length > 0) {
        await tables.passages.add(rows);
        this.changed += rows.length;
        if (!(await hasTextIndex(tables.passages))) await buildTextIndex(tables.passages);
      }
      await tables.documents.add([...latest.values()].map(documentRow));
      for (const { entry } of latest.values()) held.set(entry.documentId, entry);
      if (++this.writes % writesPerOptimise === 0) await this.optimise(tables, false);
    });
  }

  async remove(documentIds: readonly string[]): Promise<void> {
    await this.write(async (tables, held) => {
      await this.take(documentIds, tables, held);
      this.writes++;
    });
  }

  async touch(entries: readonly CatalogueEntry[]): Promise<void> {
    await this.write(async ({ documents }, held) => {
      for (const { documentId, version, size, modified } of entries) {
        const entry = held.get(documentId);
        if (entry?.version !== version) continue;
        await documents.update({ where: `documentId = '${entry.documentId}'`, values: { size, modified } });
        held.set(documentId, { ...entry, size, modified });
        this.writes++;
      }
    });
  }

  /** Takes documents out of both tables, the row that makes them visible first. */
  private async take(
    ids: readonly string[],
    tables: Tables,
    held: Map<string, CatalogueEntry>,
  ): Promise<void> {
    const present = ids.filter((id) => held.has(id));
    await deleteDocuments(tables.documents, present);
    await deleteDocuments(tables.passages, present);
    for (const id of present) {
      this.changed += held.get(id)?.passages ?? 0;
      held.delete(id);
    }
  }

  async clear(): Promise<void> {
    const { connection, lock, log, names, dimension, uri, onChange } = this.context;
    lock.assertHeld();
    try {
      try {
        const tables = await this.tables();
        await tables.documents.delete('true');
        await tables.passages.delete('true');
        await this.optimise(tables, true);
      } catch (error) {
        // A damaged table cannot even be emptied; it can be thrown away.
        log.warn(`The library cannot be emptied, so its tables are dropped: ${String(error)}`);
        this.opened = undefined;
        const present = await connection.tableNames();
        for (const name of [names.passages, names.documents]) {
          if (present.includes(name)) await connection.dropTable(name);
        }
        await createTables(connection, names, [], dimension);
      }
      await this.dropOtherVersions();
    } catch (error) {
      throw writeError(uri, error);
    }
    this.held = undefined;
    await onChange();
  }

  async finish(): Promise<void> {
    await this.write(async (tables) => {
      const { vectorIndexFrom } = this.context;
      if (this.writes > 0 || !(await isOptimal(tables.passages, vectorIndexFrom)))
        await this.optimise(tables, true);
      this.writes = 0;
      this.changed = 0;
      await this.dropOtherVersions();
    });
  }

  private async tables(): Promise<Tables> {
    const { connection, names } = this.context;
    if (!this.opened) {
      this.opened = {
        passages: await connection.openTable(names.passages),
        documents: await connection.openTable(names.documents),
      };
    }
    await this.opened.documents.checkoutLatest();
    await this.opened.passages.checkoutLatest();
    return this.opened;
  }

  private async write(
    work: (tables: Tables, held: Map<string, CatalogueEntry>) => Promise<void>,
  ): Promise<void> {
    const { lock, uri, onChange } = this.context;
    lock.assertHeld();
    try {
      const tables = await this.tables();
      this.held ??= await repair(tables, this.context.log);
      await work(tables, this.held);
    } catch (error) {
      // What is on disk is not known now: the next write looks again.
      this.held = undefined;
      throw writeError(uri, error);
    }
    await onChange();
  }

  private async optimise({ passages, documents }: Tables, complete: boolean): Promise<void> {
    const { vectorIndexFrom, log } = this.context;
    const { changed } = this;
    await optimise(passages, { vectorIndexFrom, complete, changed, log });
    await documents.optimize({ cleanupOlderThan: new Date() });
  }

  /** The swap: tables of an older version or of another model go once the new ones are complete. */
  private async dropOtherVersions(): Promise<void> {
    const { connection, names, log } = this.context;
    const own = [names.passages, names.documents];
    for (const name of await connection.tableNames()) {
      if (tableVersion(name) === undefined || own.includes(name)) continue;
      log.info(`Dropping ${name}, which another version of Attest built.`);
      await connection.dropTable(name);
    }
  }
}

async function deleteDocuments(table: Table, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += idsPerFilter) {
    const part = ids.slice(at, at + idsPerFilter);
    // The ids are hashes, made by us; anything else would be text from outside inside a filter.
    const stranger = part.find((id) => !/^[0-9a-f]{64}$/.test(id));
    if (stranger !== undefined) {
      throw new AttestError('internal', 'A document id is not a SHA-256.', 'Report this as a bug.');
    }
    await table.delete(`documentId IN (${part.map((id) => `'${id}'`).join(', ')})`);
  }
}

/** Reads what is held, and takes away passages that a killed run left without a document. */
async function repair({ passages, documents }: Tables, log: Log): Promise<Map<string, CatalogueEntry>> {
  const rows = (await documents.query().select(entryColumns).toArray()) as unknown[];
  const held = new Map(rows.map(entryOfRow).map((entry) => [entry.documentId, entry]));
  const expected = [...held.values()].reduce((sum, entry) => sum + entry.passages, 0);
  if ((await passages.countRows()) === expected) return held;
  const found = (await passages.query().select(['documentId']).toArray()) as { documentId: string }[];
  const counts = new Map<string, number>();
  for (const { documentId } of found) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  const wrong = [...new Set([...counts.keys(), ...held.keys()])].filter(
    (id) => (counts.get(id) ?? 0) !== (held.get(id)?.passages ?? 0),
  );
  log.warn(`Removing what an interrupted run left of ${wrong.length} documents.`);
  await deleteDocuments(documents, wrong);
  await deleteDocuments(passages, wrong);
  for (const id of wrong) held.delete(id);
  return held;
}
