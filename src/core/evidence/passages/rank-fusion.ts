/**
 * The constant of reciprocal rank fusion, from Cormack, Clarke & Büttcher, "Reciprocal Rank Fusion outperforms Condorcet
 * and individual Rank Learning Methods" (SIGIR 2009), who found 60 good on four collections and the choice uncritical. It
 * bounds what a single first place is worth against agreement further down.
 */
export const fusionConstant = 60;

/**
 * Fuses ranked lists by reciprocal rank: an item's score is the sum over the lists of 1 / (constant + rank), ranks from
 * 1. Scores of the lists are not looked at, so a BM25 list and a cosine list can be fused as they are.
 * @param lists each best first; an item that a list repeats counts with its best rank there
 * @param keyOf names an item; items of the same name are the same, and the first one met is given back
 * @returns every item once, best first; equal scores in the order of the first list that holds them
 */
export function fuseRanks<T>(
  lists: readonly (readonly T[])[],
  keyOf: (item: T) => string,
  constant = fusionConstant,
): { item: T; score: number }[] {
  const fused = new Map<string, { item: T; score: number }>();
  for (const list of lists) {
    const seen = new Set<string>();
    list.forEach((item, at) => {
      const key = keyOf(item);
      if (seen.has(key)) return;
      seen.add(key);
      const known = fused.get(key);
      const gain = 1 / (constant + at + 1);
      if (known) known.score += gain;
      else fused.set(key, { item, score: gain });
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score);
}
