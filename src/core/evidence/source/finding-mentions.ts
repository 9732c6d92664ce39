import type { PolarityFact } from '../../facts/fact';
import { isAsked } from '../../text/span';
import type { SourceIndex } from './source-index';

/** A finding in a source, and the segment that it stands in. */
export interface FindingMention {
  source: SourceIndex;
  segment: number;
  fact: PolarityFact;
}

/** True for a mention in a question: "could this be a stroke?" says nothing yet. */
export function isMentionAsked({ source, segment, fact }: FindingMention): boolean {
  return isAsked(source.text, source.sentenceAt(segment, fact.start));
}

type ByName = ReadonlyMap<string, readonly FindingMention[]>;

const known = new WeakMap<SourceIndex, ByName>();

/** Gathered once per source, since every finding of a note is looked up. */
function byName(source: SourceIndex): ByName {
  const found = known.get(source);
  if (found) return found;
  const made = new Map<string, FindingMention[]>();
  source.segments.forEach(({ sentences }, segment) => {
    for (const fact of sentences.flatMap(({ polarities }) => polarities)) {
      const list = made.get(fact.concept.name) ?? [];
      list.push({ source, segment, fact });
      made.set(fact.concept.name, list);
    }
  });
  known.set(source, made);
  return made;
}

/** Every place where the sources name a finding, in their order. */
export function findingMentions(name: string, sources: readonly SourceIndex[]): FindingMention[] {
  return sources.flatMap((source) => byName(source).get(name) ?? []);
}
