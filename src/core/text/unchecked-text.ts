import { frontMatterSpan } from './front-matter';
import type { Span } from './span';

const ignoreComment = /\[attest-ignore\b[^[\]\r\n]*\]/g;

/** The closed HTML comments of a text, found without a pattern that would scan the rest once per opening. */
export function htmlComments(text: string): Span[] {
  const spans: Span[] = [];
  let start = text.indexOf('<!--');
  while (start >= 0) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    spans.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return spans;
}

/**
 * The note with everything blanked that is no statement about the patient: front matter, HTML comments and ignore
 * comments. Same length and same line breaks, so every offset stays true.
 */
export function maskUncheckedText(text: string): string {
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [frontMatterSpan(text) ?? { start: 0, end: 0 }, ...htmlComments(text)]) {
    if (end <= from) continue;
    const first = Math.max(start, from);
    parts.push(text.slice(from, first), blank(text.slice(first, end)));
    from = end;
  }
  return (parts.join('') + text.slice(from)).replace(ignoreComment, blank);
}
