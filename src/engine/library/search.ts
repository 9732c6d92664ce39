import { throwIfCancelled } from '../../core/errors';
import { fuseRanks } from '../../core/evidence/passages/rank-fusion';
import type { Passage, PassageHit } from '../../core/evidence/passages/passage';
import type { Embedder, GuidelineStore, StoreHit } from '../../core/ports';

/** What search needs: the library, and something that turns the query into a vector. */
export interface SearchDependencies {
  store: GuidelineStore;
  embedder: Pick<Embedder, 'embed'>;
}

export interface SearchOptions {
  /** How many hits are wanted. */
  k: number;
  /** Of neighbouring passages of one section only the best is given, so that k hits are k places. */
  onePerSection?: boolean;
  signal?: AbortSignal | undefined;
}

/** How deep each of the two searches looks at least: a passage that only one of them finds first must get its chance. */
const minimumDepth = 50;

/**
 * Finds the passages that bear on a query: by keyword and by vector, fused by reciprocal rank.
 * @returns at most `k` hits, best first; none for an empty library. Throws `cancelled`, and what the store throws.
 */
export async function searchLibrary(
  { store, embedder }: SearchDependencies,
  query: string,
  { k, onePerSection = false, signal }: SearchOptions,
): Promise<PassageHit[]> {
  throwIfCancelled(signal);
  if (k <= 0 || query.trim() === '') return [];
  const depth = Math.max(minimumDepth, onePerSection ? 4 * k : 2 * k);
  // LanceDB works on threads of its own, so the keyword search runs while the query is embedded here.
  const [keyword, vector] = await Promise.all([
    store.keywordSearch(query, depth),
    embedder
      .embed([query], signal)
      .then(([queryVector]) => (queryVector ? store.vectorSearch(queryVector, depth) : [])),
  ]);
  throwIfCancelled(signal);
  const similarity = new Map(vector.map(({ passage, score }) => [passage.id, score]));
  const fused = fuseRanks<StoreHit>([keyword, vector], ({ passage }) => passage.id);
  const places = onePerSection ? onePerPlace(fused) : fused;
  return places.slice(0, k).map(({ item: { passage }, score }, at) => {
    const cosine = similarity.get(passage.id);
    return { passage, rank: at + 1, score, ...(cosine !== undefined && { similarity: cosine }) };
  });
}

/** Drops a passage that overlaps or touches a better one of the same section. */
function onePerPlace(
  hits: readonly { item: StoreHit; score: number }[],
): { item: StoreHit; score: number }[] {
  const taken = new Map<string, number[]>();
  return hits.filter(({ item: { passage } }) => {
    const section = sectionKey(passage);
    const ordinals = taken.get(section) ?? [];
    if (ordinals.some((ordinal) => Math.abs(ordinal - passage.ordinal) <= 1)) return false;
    taken.set(section, [...ordinals, passage.ordinal]);
    return true;
  });
}

function sectionKey({ documentId, section }: Passage): string {
  return JSON.stringify([documentId, section]);
}
