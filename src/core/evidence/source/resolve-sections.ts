import { inSection } from '../../facts/context/section-context';
import { sectionKind } from '../../text/section-kind';
import { splitSections } from '../../text/sections';
import { isAsked } from '../../text/span';
import type { Segment } from './source-index';

/**
 * Leaves open what a source without turns only asks ("any fever at home?"), in place: nobody has said that it is so, and an
 * answer can't be told from what else is written behind.
 */
export function leaveAskedOpen(text: string, segments: readonly Segment[]): void {
  for (const { sentences } of segments) {
    for (const sentence of sentences) {
      if (!isAsked(text, sentence)) continue;
      for (const fact of sentence.polarities) fact.polarity = 'unknown';
    }
  }
}

/** Reads the findings of a source with headings (an earlier note, a referral letter) as those of their sections, in place. */
export function resolveSections(text: string, segments: readonly Segment[]): void {
  const sections = splitSections(text);
  if (sections.length < 2) return;
  let at = 0;
  for (const { start, sentences } of segments) {
    while (at + 1 < sections.length && (sections[at + 1]?.heading.start ?? Infinity) <= start) at++;
    const kind = sectionKind(sections[at]?.title ?? '');
    for (const sentence of sentences) {
      sentence.polarities = sentence.polarities.map((fact) => inSection(fact, kind));
    }
  }
}
