import type { Span } from '../../text/span';
import type { PolarityFact } from '../../facts/fact';
import type { Citation } from './citation';
import type { Passage } from '../passages/passage';
import type { SourceIndex } from '../source/source-index';

/** A quote is cut to about this many characters around what it is quoted for. */
const longestQuote = 320;

/** Cuts a sentence to whole words around the part that matters. */
function clip(text: string, sentence: Span, focus: Span): Span {
  if (sentence.end - sentence.start <= longestQuote) return { start: sentence.start, end: sentence.end };
  const half = Math.max(0, Math.floor((longestQuote - (focus.end - focus.start)) / 2));
  let start = Math.max(sentence.start, focus.start - half);
  let end = Math.min(sentence.end, focus.end + half);
  while (start > sentence.start && /\S/.test(text[start - 1] ?? ' ')) start--;
  while (end < sentence.end && /\S/.test(text[end] ?? ' ')) end++;
  return { start, end };
}

/** Cites the sentence of a source that holds the focus. */
export function citeSource(source: SourceIndex, segment: number, focus: Span): Citation {
  const span = clip(source.text, source.sentenceAt(segment, focus.start), focus);
  return {
    kind: 'source',
    document: source.document,
    title: source.document.split(/[\\/]/).at(-1) ?? source.document,
    version: source.version,
    section: [],
    ...span,
    quote: source.text.slice(span.start, span.end),
  };
}

/** Cites where a source speaks of a finding; with the answer to it where the words only ask. */
export function citeFinding(source: SourceIndex, segment: number, fact: PolarityFact): Citation[] {
  const told = citeSource(source, segment, fact);
  const { answer } = fact;
  const at = answer ? source.segments.findIndex(({ end }) => answer.start < end) : -1;
  return answer && at >= 0 ? [told, citeSource(source, at, answer)] : [told];
}

/** Cites what a source tells; with the answer behind it where the words only ask. */
export function citeTold(source: SourceIndex, segment: number, focus: Span, asks: boolean): Citation[] {
  const answer = asks ? source.segments[segment + 1] : undefined;
  const told = citeSource(source, segment, focus);
  return answer ? [told, citeSource(source, segment + 1, answer)] : [told];
}

/**
 * Cites a sentence of a library passage.
 * @param sentence span inside `passage.text`
 * @param focus span inside `passage.text`
 */
export function citePassage(passage: Passage, sentence: Span, focus: Span): Citation {
  const span = clip(passage.text, sentence, focus);
  return {
    kind: 'library',
    document: passage.document,
    title: passage.title,
    version: passage.version,
    section: passage.section,
    ...(passage.page !== undefined && { page: passage.page }),
    start: passage.start + span.start,
    end: passage.start + span.end,
    quote: passage.text.slice(span.start, span.end),
  };
}
