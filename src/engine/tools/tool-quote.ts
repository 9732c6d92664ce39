import { addressesMachine, embeddedInstructions } from '../../core/language-model/embedded-instructions';
import type { Span } from '../../core/text/span';

/** A piece of a text, word for word, as an agent gets to see it. */
export interface ToolQuote extends Span {
  quote: string;
  /** Sentences that speak to a machine were left out: they are no evidence. */
  withheld?: true;
}

/** The beginning of a text, cut between words; still word for word. UTF-16 code units. */
function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return cut.replace(/\s+\S{0,80}$/u, '') || cut;
}

/** Words of a document that may go to an agent, cut where they are long; `[…]` where they speak to a machine. */
export function toolWords(text: string, longest = 500): string {
  return addressesMachine(text) ? '[…]' : beginning(text, longest);
}

/**
 * A quote that may go to an agent: at most `longest` code units, and without the sentences that speak to a machine. What
 * is left is one piece, the longest, so that it still stands word for word at its place.
 */
export function toolQuote({ start, quote }: { start: number; quote: string }, longest: number): ToolQuote {
  const hidden = embeddedInstructions(quote);
  let best: Span = { start: 0, end: hidden[0]?.start ?? quote.length };
  for (const [at, { end }] of hidden.entries()) {
    const piece = { start: end, end: hidden[at + 1]?.start ?? quote.length };
    if (piece.end - piece.start > best.end - best.start) best = piece;
  }
  const whole = quote.slice(best.start, best.end);
  const kept = hidden.length > 0 ? whole.trimStart() : whole;
  const from = start + best.start + whole.length - kept.length;
  const shown = beginning(hidden.length > 0 ? kept.trimEnd() : kept, longest);
  return {
    quote: shown,
    start: from,
    end: from + shown.length,
    ...(hidden.length > 0 && { withheld: true as const }),
  };
}
