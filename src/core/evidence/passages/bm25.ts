// The usual constants (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009): k1 bounds what repeating a
// term adds, b is how far a long document is discounted.
const k1 = 1.2;
const b = 0.75;

interface Posting {
  index: number;
  count: number;
}

/** Ranks a fixed list of documents by BM25. It holds everything in memory: meant for thousands of documents, not millions. */
export class Bm25Index {
  private readonly postings = new Map<string, Posting[]>();
  private readonly lengths: number[];
  private readonly meanLength: number;

  /** @param docs the tokens of each document, made with the same `tokenise` as the queries */
  constructor(docs: readonly (readonly string[])[]) {
    this.lengths = docs.map((tokens) => tokens.length);
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, docs.length);
    docs.forEach((tokens, index) => this.add(tokens, index));
  }

  private add(tokens: readonly string[], index: number): void {
    const counts = new Map<string, number>();
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [token, count] of counts) {
      const postings = this.postings.get(token);
      if (postings) postings.push({ index, count });
      else this.postings.set(token, [{ index, count }]);
    }
  }

  /**
   * Gives at most `k` documents that share a token with the query, best first; equal scores keep the order of the
   * documents. A token that the query repeats counts once. The score is comparable within one index only.
   */
  search(query: readonly string[], k: number): { index: number; score: number }[] {
    const scores = new Map<number, number>();
    for (const token of new Set(query)) {
      const postings = this.postings.get(token) ?? [];
      const idf = Math.log(1 + (this.lengths.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const { index, count } of postings) {
        const length = (this.lengths[index] ?? 0) / this.meanLength;
        const gain = (count * (k1 + 1)) / (count + k1 * (1 - b + b * length));
        scores.set(index, (scores.get(index) ?? 0) + idf * gain);
      }
    }
    return [...scores]
      .map(([index, score]) => ({ index, score }))
      .sort((x, y) => y.score - x.score || x.index - y.index)
      .slice(0, Math.max(0, k));
  }
}
