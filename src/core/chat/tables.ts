import type { Span } from '../text/span';

const delimiterRow =
  /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$/;
const startsRow = /^[ \t]*\|/;
const startsOther = /^[ \t]*(?:$|#{1,6}[ \t]|>|[-*+][ \t]|\d{1,2}[.)][ \t])/;

/**
 * The tables of a Markdown text, each from its header to its last row; rows between bars without a header, too. What follows a
 * row without an empty line between is a row.
 */
export function tableSpans(text: string): Span[] {
  const tables: Span[] = [];
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].map(({ 0: line, index }) => ({
    line: line.replace(/\r?\n$/, ''),
    start: index,
  }));
  let open: Span | undefined;
  for (const [at, { line, start }] of lines.entries()) {
    const isHeader = line.includes('|') && delimiterRow.test(lines[at + 1]?.line ?? '');
    const goesOn = open !== undefined && !startsOther.test(line);
    if (!goesOn) open = undefined;
    if (!open && (isHeader || startsRow.test(line))) {
      open = { start, end: start };
      tables.push(open);
    }
    if (open) open.end = start + line.length;
  }
  return tables;
}
