import { SourceIndex } from '../../core/evidence/source/source-index';
import { builtInTerminology } from '../../core/terminology/built-in';
import type { Terminology } from '../../core/terminology/terminology';
import { textHash } from '../../core/verdicts/suppression';
import type { SourceText } from '../engine';
import { LruMap } from '../lru-map';

/** Reading a source takes longer than checking against it, so that many are kept. */
const keptSources = 32;

/** Reads sources, each once per version of its text. */
export class SourceReader {
  private readonly kept = new LruMap<string, SourceIndex>(keptSources);

  /** @param terminology what their facts are read with */
  constructor(readonly terminology: Terminology = builtInTerminology) {}

  index(source: SourceText): SourceIndex {
    const version = textHash(source.text);
    return this.kept.getOrSet(
      `${source.document}\u0000${version}`,
      () => new SourceIndex(source.document, source.text, version, this.terminology),
    );
  }
}
