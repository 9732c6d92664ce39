import type { SentenceFacts } from '../../facts/extract';
import type { SourceIndex } from './source-index';

/**
 * Remembers what was made of a statement against its sources. Both live as long as they stay as they are, over edits of the
 * rest of the note, so that an edit costs the statement that it changes.
 * @returns a function that gives what is known of these facts and these very sources, in this order, or makes it
 */
export function againstSources<T>(): (
  facts: readonly SentenceFacts[],
  sources: readonly SourceIndex[],
  make: () => T,
) => T {
  const known = new WeakMap<readonly SentenceFacts[], { sources: readonly SourceIndex[]; made: T }>();
  return (facts, sources, make) => {
    const found = known.get(facts);
    if (found && areSame(found.sources, sources)) return found.made;
    const made = make();
    known.set(facts, { sources: [...sources], made });
    return made;
  };
}

function areSame(known: readonly SourceIndex[], sources: readonly SourceIndex[]): boolean {
  return known.length === sources.length && known.every((source, at) => source === sources[at]);
}
