import type { Citation } from '../evidence/citations/citation';
import { citePassage, citeSource } from '../evidence/citations/citation-of';
import { headingPath } from '../evidence/passages/heading-path';
import type { Passage } from '../evidence/passages/passage';
import type { EvidenceWindow, SourceIndex } from '../evidence/source/source-index';
import { shownText } from '../language-model/shown-text';
import { shift, type Span } from '../text/span';

/** A piece of text that a statement is judged by. */
export interface JudgeEvidence {
  /** Where it stands, in words that a model may see: title and headings, or `source`. */
  heading: string;
  text: string;
  /** Cites a sentence. @param sentence span in `text` @param focus the part that matters, span in `text` */
  cite(sentence: Span, focus: Span): Citation;
}

/** A passage of the library as evidence. */
export function passageAsEvidence(passage: Passage): JudgeEvidence {
  return {
    // Titles and headings are text of a document like any other.
    heading: [passage.title, ...headingPath(passage)].map((part) => shownText(part).text).join(' › '),
    text: passage.text,
    cite: (sentence, focus) => citePassage(passage, sentence, focus),
  };
}

/** A quote of the library, without what stands around it, as evidence. */
export function citationAsEvidence(citation: Citation): JudgeEvidence {
  return {
    heading: [citation.title, ...headingPath(citation)].map((part) => shownText(part).text).join(' › '),
    text: citation.quote,
    cite: ({ start, end }) => ({
      ...citation,
      start: citation.start + start,
      end: citation.start + end,
      quote: citation.quote.slice(start, end),
    }),
  };
}

/** Some consecutive segments of a source as evidence. */
export function windowAsEvidence(source: SourceIndex, window: EvidenceWindow): JudgeEvidence {
  return {
    heading: 'source',
    text: source.text.slice(window.start, window.end),
    cite: (_, focus) => {
      const place = shift(focus, window.start);
      const segment = source.segments.findIndex(
        ({ start, end }) => start <= place.start && place.start < end,
      );
      return citeSource(source, Math.max(segment, window.from), place);
    },
  };
}
