import { Index, MatchQuery, type IndexStatistics, type Table } from '@lancedb/lancedb';
import type { Log } from '../core/ports';

const textIndex = 'body_idx';
const vectorIndex = 'vector_idx';
/** Each later addition is a graph of its own beside the first, and costs every search half a millisecond (measured). */
const maxVectorIndexParts = 16;
/** With more of the passages changed, building the graph anew is cheaper than moving its rows (20 s against 35 s at 15k). */
const maxChangedShare = 0.05;
const maxCompactions = 4;

/** Names of the indices that a table has now. */
async function names(table: Table): Promise<Set<string>> {
  return new Set((await table.listIndices()).map(({ name }) => name));
}

/** True once there were passages. */
export async function hasTextIndex(passages: Table): Promise<boolean> {
  return (await names(passages)).has(textIndex);
}

/** Whether keyword search can be answered. */
export type TextIndexState = 'none' | 'whole' | 'damaged';

/** Asks for the index's numbers: the list of indices passes over one that lost its files, as if there were none. */
export async function textIndexState(passages: Table): Promise<TextIndexState> {
  try {
    return (await passages.indexStats(textIndex)) ? 'whole' : 'none';
  } catch {
    return 'damaged';
  }
}

/** Builds the full-text index anew. The table must hold a row: LanceDB cannot open an index that was built on none. */
export async function buildTextIndex(passages: Table): Promise<void> {
  await passages.createIndex('body', {
    config: Index.fts({
      // Positions serve phrase queries only, which nobody asks here, and they double the index.
      withPosition: false,
      baseTokenizer: 'simple',
      language: 'English',
      lowercase: true,
      stem: true,
      removeStopWords: true,
      asciiFolding: true,
    }),
    replace: true,
  });
}

/** True when the index answers and covers every row. A damaged index does not fail in `optimize`: it is passed over. */
async function textIndexIsWhole(passages: Table): Promise<boolean> {
  const stats = await passages.indexStats(textIndex);
  if (!stats || stats.numUnindexedRows > 0) return false;
  await passages
    .query()
    .fullTextSearch(new MatchQuery('treatment', 'body'))
    .select(['ordinal', '_score'])
    .limit(1)
    .toArray();
  return true;
}

async function vectorIndexStats(passages: Table): Promise<IndexStatistics | undefined> {
  return (await names(passages)).has(vectorIndex) ? passages.indexStats(vectorIndex) : undefined;
}

/** True when nothing is left to bring up to date, so that indexing unchanged folders writes nothing at all. */
export async function isOptimal(passages: Table, vectorIndexFrom: number): Promise<boolean> {
  const rows = await passages.countRows();
  if (rows === 0) return true;
  if (rows >= vectorIndexFrom) {
    const stats = await vectorIndexStats(passages);
    if (!stats || stats.numUnindexedRows > 0) return false;
  }
  try {
    return await textIndexIsWhole(passages);
  } catch {
    // `optimise` meets the same error, and says so before it mends the index.
    return false;
  }
}

async function updateTextIndex(passages: Table, log: Log): Promise<void> {
  let whole = false;
  try {
    whole = await textIndexIsWhole(passages);
  } catch (error) {
    log.warn(`The full-text index cannot be read: ${String(error)}`);
  }
  if (whole) return;
  if (await hasTextIndex(passages)) {
    log.warn('The full-text index is damaged or out of date; it is built again.');
    await passages.dropIndex(textIndex);
  }
  await buildTextIndex(passages);
}

/** Drops a vector index that is better built anew; searches compare every vector meanwhile. */
async function dropWornVectorIndex(passages: Table, rows: number, changed: number): Promise<void> {
  const stats = await vectorIndexStats(passages);
  if (!stats) return;
  const worn = changed > rows * maxChangedShare || (stats.numIndices ?? 1) > maxVectorIndexParts;
  if (worn) await passages.dropIndex(vectorIndex);
}

async function buildVectorIndex(passages: Table, rows: number, log: Log): Promise<void> {
  log.info(`Building the vector index for ${rows} passages.`);
  await passages.createIndex('vector', {
    // One graph: partitions would have to be probed, and what lies across a border is missed.
    config: Index.hnswSq({ distanceType: 'cosine', numPartitions: 1, m: 20, efConstruction: 300 }),
  });
}

async function dropAll(passages: Table): Promise<void> {
  for (const name of await names(passages)) await passages.dropIndex(name);
}

/** What `optimise` has to know. */
export interface OptimiseOptions {
  /** Number of passages from which on the vectors get an index; below it every vector is compared. */
  vectorIndexFrom: number;
  /** False while a run is still adding passages: then the vector index is not built. */
  complete: boolean;
  /** Passages that were added or removed since the indices were last complete. */
  changed: number;
  log: Log;
}

/**
 * Merges small files, drops old versions, and brings the indices up to date; an index that cannot be brought up to date
 * is built again. Needs the writer lock.
 */
export async function optimise(passages: Table, options: OptimiseOptions): Promise<void> {
  const { vectorIndexFrom, complete, changed, log } = options;
  const rows = await passages.countRows();
  if (rows === 0) {
    await dropAll(passages);
    await passages.optimize({ cleanupOlderThan: new Date() });
    return;
  }
  await dropWornVectorIndex(passages, rows, changed);
  try {
    await compact(passages);
  } catch (error) {
    log.warn(`Optimising the library failed: ${String(error)} Its indices are built again.`);
    await dropAll(passages);
    await compact(passages);
  }
  await updateTextIndex(passages, log);
  if (!complete || rows < vectorIndexFrom || (await vectorIndexStats(passages))) return;
  // All files are merged before: merging them under the graph would move its rows, which costs more than building it.
  await compact(passages);
  await buildVectorIndex(passages, rows, log);
}

/** Merges until nothing is left to merge: one pass joins only files that the same indices cover. */
async function compact(passages: Table): Promise<void> {
  for (let pass = 0; pass < maxCompactions; pass++) {
    const { compaction } = await passages.optimize({ cleanupOlderThan: new Date() });
    if (compaction.fragmentsRemoved === 0) return;
  }
}
