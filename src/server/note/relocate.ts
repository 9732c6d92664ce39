import type { Span } from '../../core/text/span';

/**
 * Where spans of a text lie after it was edited. What stands before or after all edits moves with the text; what
 * stands between edits is found when it occurs there once.
 * @returns a function that gives the span in the new text, undefined when its text was changed or cannot be told
 */
export function relocator(before: string, after: string): (span: Span) => Span | undefined {
  if (before === after) return (span) => span;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  const delta = after.length - before.length;
  return (span) => {
    if (span.end <= prefix) return span;
    if (span.start >= before.length - suffix) return { start: span.start + delta, end: span.end + delta };
    const words = before.slice(span.start, span.end);
    const first = words === '' ? -1 : after.indexOf(words);
    if (first < 0 || after.includes(words, first + 1)) return undefined;
    return { start: first, end: first + words.length };
  };
}
