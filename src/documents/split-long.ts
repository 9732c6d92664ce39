import type { Span } from '../core/text/span';

// Where a long sentence may be cut, best first: between clauses, between table cells or lines, between words.
const borders = [/[;:](?=\s)/g, /[,–—](?=\s)|[)\]](?=\s)/g, /\s\|(?=\s)|\n/g, /\s/g] as const;

/** The last border of a kind in the second half of the window, as the offset after it; undefined where there is none. */
function lastBorder(window: string, kind: RegExp): number | undefined {
  let at: number | undefined;
  for (const match of window.matchAll(kind)) {
    if (match.index >= window.length / 2) at = match.index + match[0].length;
  }
  return at;
}

/**
 * Cuts a span longer than `limit` at clause borders, else between words, else anywhere but inside a character.
 * @param limit code units
 * @returns spans in order, trimmed of white space, none longer than `limit`
 */
export function splitLong(text: string, span: Span, limit: number): Span[] {
  const parts: Span[] = [];
  const push = (start: number, end: number): void => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = start + raw.trimEnd().length;
    if (to > from) parts.push({ start: from, end: to });
  };
  let { start } = span;
  while (span.end - start > limit) {
    const window = text.slice(start, start + limit);
    let cut: number | undefined;
    for (const kind of borders) cut ??= lastBorder(window, kind);
    // A low surrogate at the cut belongs to the character before it.
    cut ??= /[\udc00-\udfff]/.test(text[start + limit] ?? '') ? limit - 1 : limit;
    push(start, start + cut);
    start += cut;
  }
  push(start, span.end);
  return parts;
}
