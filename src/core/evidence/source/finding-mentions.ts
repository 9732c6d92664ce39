import type { PolarityFact } from '../../facts/fact';
import { oncePer } from '../../once';
import { isAsked } from '../../text/span';
import { isClinicianWithoutMarks } from './asked';
import type { SourceIndex } from './source-index';

/** A finding in a source, and the segment that it stands in. */
export interface FindingMention {
  source: SourceIndex;
  segment: number;
  fact: PolarityFact;
}

/** True for a mention in a question: "could this be a stroke?" says nothing yet. */
export function isMentionAsked({ source, segment, fact }: FindingMention): boolean {
  if (isAsked(source.text, source.sentenceAt(segment, fact.start))) return true;
  // In a talk that marks no question, what a clinician names and nobody says is so was asked.
  const isOpen = fact.polarity === 'unknown' && fact.certainty !== 'hypothetical';
  return isOpen && isClinicianWithoutMarks(source, segment);
}

type ByName = ReadonlyMap<string, readonly FindingMention[]>;

/** Gathered once per source, since every finding of a note is looked up. */
const byName = oncePer((source: SourceIndex): ByName => {
  const made = new Map<string, FindingMention[]>();
  source.segments.forEach(({ sentences }, segment) => {
    for (const fact of sentences.flatMap(({ polarities }) => polarities)) {
      const list = made.get(fact.concept.name) ?? [];
      list.push({ source, segment, fact });
      made.set(fact.concept.name, list);
    }
  });
  return made;
});

/** Every place where the sources name a finding, in their order. */
export function findingMentions(name: string, sources: readonly SourceIndex[]): FindingMention[] {
  return sources.flatMap((source) => byName(source).get(name) ?? []);
}
