import type { Span } from '../../text/span';

/**
 * Finds a citation's quote in a text that may have changed since, or whose line ends an editor made uniform: at its
 * own place if it is still there, else the occurrence nearest to it.
 * @returns undefined when the quote is nowhere in the text; an empty quote stays where it was, inside the text
 */
export function locateQuote(text: string, citation: Span & { quote: string }): Span | undefined {
  const { start, end, quote } = citation;
  if (quote === '') return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  if (text.slice(start, end) === quote) return { start, end };
  let nearest: Span | undefined;
  for (const match of text.matchAll(quotePattern(quote))) {
    const candidate = { start: match.index, end: match.index + match[0].length };
    if (nearest && Math.abs(nearest.start - start) <= Math.abs(candidate.start - start)) break;
    nearest = candidate;
  }
  return nearest;
}

// The quote literally, except that any line end matches any other.
function quotePattern(quote: string): RegExp {
  const lines = quote.split(/\r\n|\r|\n/).map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(lines.join('(?:\\r\\n|\\r|\\n)'), 'gu');
}
