import type { Span } from '../text/span';

/** A cell of a table; the span is that between its strokes. */
export interface Cell extends Span {
  /** Trimmed. */
  text: string;
}

/** A row of a table below its head. */
export interface TableRow extends Span {
  heads: readonly Cell[];
  cells: readonly Cell[];
}

const rule = /^[\s|:+-]+$/u;

/** True for a line that is a row of a table: its cells are set apart by upright strokes. */
export function isTableLine(line: string): boolean {
  return /\S\s?\|\s?\S/u.test(line);
}

function cellsOf(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  for (const { 0: raw, index } of line.matchAll(/[^|]+/gu)) {
    const text = raw.trim();
    const isEdge = index === 0 || index + raw.length === line.length;
    if (text !== '' || !isEdge) cells.push({ start: offset + index, end: offset + index + raw.length, text });
  }
  return cells;
}

/** The rows of the tables in a text, each with the head of its table: the first row, where lines with strokes begin. */
export function tableRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let heads: readonly Cell[] | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    if (heads && rule.test(line)) continue;
    if (!isTableLine(line)) {
      heads = undefined;
    } else if (!heads) {
      heads = cellsOf(line, index);
    } else {
      rows.push({ start: index, end: index + line.length, heads, cells: cellsOf(line, index) });
    }
  }
  return rows;
}
