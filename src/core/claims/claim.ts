import type { Span } from '../text/span';

/**
 * One thing that a text says and that can be true or false by itself. Its text is made of pieces of the text and of
 * nothing else: the pieces' words in their order, with a blank between two pieces.
 */
export interface Claim extends Span {
  text: string;
  /** The pieces, in order. More than one where words are shared with another claim ("started … lisinopril 10 mg"). */
  spans: Span[];
  /** The piece that this claim does not share: where a reader looks for it. */
  own: Span;
}

/** Why a sentence is no claim. */
export type LeftOutReason = 'question' | 'order' | 'opinion' | 'courtesy';

/** A sentence that is neither true nor false. */
export interface LeftOut extends Span {
  text: string;
  reason: LeftOutReason;
}

/** A claim made of pieces of a text. */
export function claimOf(text: string, spans: readonly Span[], own: Span): Claim {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    text: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
    spans: [...spans],
    own,
  };
}
