import type { EvidenceWindow, SourceIndex } from '../../core/evidence/source/source-index';
import { WindowSearch } from '../../core/evidence/source/window-search';
import type { SentenceFacts } from '../../core/facts/extract';
import type { Embedder } from '../../core/ports';
import { overlaps, type Span } from '../../core/text/span';
import { LruMap } from '../lru-map';

/** Sources whose windows are kept, with a vector for each. */
const keptSources = 20;

/** Some consecutive turns or sentences of a source. */
export interface SourceWindow {
  source: SourceIndex;
  window: EvidenceWindow;
}

interface SearchedSource {
  search: WindowSearch;
  vectors: Float32Array[];
}

/** Finds what sources say about a statement, for what reads it after the check: by words and by meaning. */
export class SourceWindows {
  private readonly searches = new LruMap<SourceIndex, SearchedSource>(keptSources);

  constructor(private readonly embedder: () => Promise<Pick<Embedder, 'embed'>>) {}

  /**
   * The `count` windows of all sources that bear most on a statement, best first.
   * @throws AttestError `cancelled`, `model-missing`
   */
  async best(
    statement: string,
    sources: readonly SourceIndex[],
    count: number,
    signal?: AbortSignal,
  ): Promise<SourceWindow[]> {
    const embedder = await this.embedder();
    const [vector] = await embedder.embed([statement], signal);
    if (!vector) return [];
    const found: SourceWindow[] = [];
    for (const source of sources) {
      const { search, vectors } = await this.searchOf(source, embedder, signal);
      found.push(...search.best(statement, vectors, vector, count).map((window) => ({ source, window })));
    }
    return found.sort((one, other) => other.window.score - one.window.score).slice(0, count);
  }

  private async searchOf(
    source: SourceIndex,
    embedder: Pick<Embedder, 'embed'>,
    signal: AbortSignal | undefined,
  ): Promise<SearchedSource> {
    const known = this.searches.get(source);
    if (known) return known;
    const search = new WindowSearch(source);
    const vectors = await embedder.embed(search.texts, signal);
    const made = { search, vectors };
    this.searches.set(source, made);
    return made;
  }
}

/** The facts of the sentences that a piece of a window holds. */
export function factsIn({ source, window }: SourceWindow, span: Span = window): SentenceFacts[] {
  return source.segments
    .slice(window.from, window.to)
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => overlaps(sentence, span));
}
