import type { SourceIndex } from '../../evidence/source/source-index';
import { type WordWeights, wordWeights } from '../../evidence/source/word-weights';
import { oncePer } from '../../once';
import { tokenise } from '../../text/words';

/** How well a statement and the place that contradicts it belong together; shares are 0…1, weighed by how rare each word is. */
export interface ToldWhere {
  /** Share of the statement's words, without those of the finding, that stand around the cited place. */
  shared: number;
  /** How much more of them stand there than at the place of the source that has most of them elsewhere (−1…1). */
  margin: number;
  /** How much more of the cited words stand in this statement than in any other of the note (−1…1). */
  ownMargin: number;
  /** The cited place is in the stretch of the source that bears most on the statement. */
  isBest: boolean;
}

type Stems = ReadonlySet<string>;

/** A statement of a note, with its stemmed content words. */
interface Told {
  text: string;
  words: Stems;
}

/** The words of each segment with its neighbours': what a turn is about, the one before and the one behind often say. */
const stretches = oncePer((source: SourceIndex): readonly Stems[] => {
  const own = source.segments.map(({ start, end }) => tokenise(source.text.slice(start, end)));
  return own.map((words, at) => new Set([...(own[at - 1] ?? []), ...words, ...(own[at + 1] ?? [])]));
});

function share(of: Stems, among: Stems, weight: WordWeights): number {
  let all = 0;
  let found = 0;
  for (const stem of of) {
    const own = weight(stem);
    all += own;
    if (among.has(stem)) found += own;
  }
  return all === 0 ? 0 : found / all;
}

/**
 * Compares where a finding's evidence stands with where else it, or the statement, could belong.
 * @param statement the finding's own
 * @param rest its text without the words of the finding
 * @param others the other statements of the note
 * @param quote the cited words, in the segment of that index
 */
export function toldWhere(
  statement: Told,
  rest: string,
  others: readonly Told[],
  quote: string,
  segment: number,
  source: SourceIndex,
): ToldWhere {
  const weight = wordWeights(source);
  const around = new Set(tokenise(rest));
  const places = stretches(source);
  const shared = share(around, places[segment] ?? new Set(), weight);
  const elsewhere = places.reduce(
    (best, words, at) => (Math.abs(at - segment) <= 1 ? best : Math.max(best, share(around, words, weight))),
    0,
  );
  const cited = new Set(tokenise(quote));
  const inOwn = share(cited, statement.words, weight);
  const inOther = others.reduce((best, other) => Math.max(best, share(cited, other.words, weight)), 0);
  const [best] = source.windows(statement.text, 1);
  return {
    shared,
    margin: shared - elsewhere,
    ownMargin: inOwn - inOther,
    isBest: best !== undefined && best.from <= segment && segment < best.to,
  };
}
