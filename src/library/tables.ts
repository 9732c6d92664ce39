import type { Connection, Table } from '@lancedb/lancedb';
import { Field, FixedSizeList, Float32, Float64, Int32, Schema, Utf8 } from 'apache-arrow';
import type { Passage } from '../core/evidence/passages/passage';
import { searchableText } from '../core/evidence/passages/searchable-text';
import type { CatalogueEntry, Embedder, IndexedDocument } from '../core/ports';

/**
 * Version of what the tables hold. Raise it when a column, the cutting of documents into passages or the text that is
 * embedded changes: the next indexing then builds new tables beside the old ones and drops those when it has finished.
 */
export const schemaVersion = 1;

/** Names of the two tables of a library. */
export interface TableNames {
  passages: string;
  documents: string;
}

/** The two tables of a library, opened. */
export interface Tables {
  passages: Table;
  documents: Table;
}

/**
 * The names carry schema version and embedding profile, so tables of another kind can stand beside these and are never
 * mixed with them, on any storage, without a file of our own.
 */
export function tableNames(profile: Embedder['profile'], version = schemaVersion): TableNames {
  const model = profile.model.replace(/[^A-Za-z0-9-]/g, '_');
  const suffix = `v${version}.${model}.${profile.dimension}`;
  return { passages: `attest-passages.${suffix}`, documents: `attest-documents.${suffix}` };
}

/** Schema version of one of our tables by its name; undefined for a table of somebody else. */
export function tableVersion(name: string): number | undefined {
  const match = /^attest-(?:passages|documents)\.v(\d+)\./.exec(name);
  return match ? Number(match[1]) : undefined;
}

const required = false;
const optional = true;

function passagesSchema(dimension: number): Schema {
  return new Schema([
    new Field('documentId', new Utf8(), required),
    new Field('ordinal', new Int32(), required),
    // Headings and text in one column: one full-text index finds both.
    new Field('body', new Utf8(), required),
    // Everything else about the passage, as JSON. A search reads a hundred rows here and there, and each column costs it
    // as much as the next: twelve columns took twice as long as these two (measured at 100,000 passages).
    new Field('record', new Utf8(), required),
    new Field('vector', new FixedSizeList(dimension, new Field('item', new Float32(), optional)), required),
  ]);
}

function documentsSchema(): Schema {
  return new Schema([
    new Field('documentId', new Utf8(), required),
    new Field('path', new Utf8(), required),
    new Field('title', new Utf8(), required),
    new Field('format', new Utf8(), required),
    new Field('version', new Utf8(), required),
    new Field('size', new Float64(), required),
    new Field('modified', new Float64(), required),
    new Field('passages', new Int32(), required),
    new Field('text', new Utf8(), required),
  ]);
}

/** Creates whichever of the two tables is missing, empty. */
export async function createTables(
  connection: Connection,
  names: TableNames,
  present: readonly string[],
  dimension: number,
): Promise<void> {
  if (!present.includes(names.passages)) {
    await connection.createEmptyTable(names.passages, passagesSchema(dimension));
  }
  if (!present.includes(names.documents)) {
    await connection.createEmptyTable(names.documents, documentsSchema());
  }
}

/** Columns that make up a passage; the vector is not read back. */
export const passageColumns = ['body', 'record'];

/** Columns that make up a catalogue entry; the extracted text is read for one document at a time. */
export const entryColumns = [
  'documentId',
  'path',
  'title',
  'format',
  'version',
  'size',
  'modified',
  'passages',
];

/** What `record` holds. */
interface PassageRecord extends Omit<Passage, 'text'> {
  /** Where in `body` the passage's own text starts. */
  textStart: number;
}

/** Rows of the passages table for one document. */
export function passageRows({ passages, vectors }: IndexedDocument): Record<string, unknown>[] {
  return passages.map(({ text, ...passage }, at) => {
    const body = searchableText({ ...passage, text });
    const record: PassageRecord = { ...passage, textStart: body.start };
    const { documentId, ordinal } = passage;
    return { documentId, ordinal, body: body.text, record: JSON.stringify(record), vector: vectors[at] };
  });
}

/** Row of the documents table for one document. */
export function documentRow({ entry, text }: IndexedDocument): Record<string, unknown> {
  return { ...entry, text };
}

/** The passage in a row that was read with `passageColumns`. */
export function passageOfRow(row: unknown): Passage {
  const { body, record } = row as { body: string; record: string };
  const { textStart, ...passage } = JSON.parse(record) as PassageRecord;
  return { ...passage, text: body.slice(textStart) };
}

/** The entry in a row that was read with `entryColumns`. */
export function entryOfRow(row: unknown): CatalogueEntry {
  const { documentId, path, title, format, version, size, modified, passages } = row as CatalogueEntry;
  return { documentId, path, title, format, version, size, modified, passages };
}
