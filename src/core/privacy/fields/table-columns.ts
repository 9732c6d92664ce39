import type { Span } from '../../text/span';
import { fieldKinds, fieldLabel, isNoValue } from './field-labels';
import type { Identifier } from '../identifier';

/** What stands under a heading of a table, by its kind. */
const headings = [
  ...fieldKinds.map((kind) => [new RegExp(`^${fieldLabel(kind)}\\.?$`, 'iu'), kind] as const),
  [
    /^(?:pt|patient|cons|con|dr|doc|clerk|named nurse|by|staff|assigned(?: to)?|driver|midwife|hca|rn|consultant|attending|gp|pcp|nurse|doctor|clinician|contact|provider|seen by|interpreter|carer)$/iu,
    'name',
  ] as const,
  [/^(?:(?:\p{L}{2,12}[ _])?id|number)$/iu, 'record'] as const,
  [/^(?:ward|unit)$/iu, 'address'] as const,
];
/** What stands between the cells, surest first. */
const separators = ['|', '\t', ';', ','];
const maxColumns = 60;

/** A cell of a table's body. */
interface Cell {
  heading: string;
  text: string;
  start: number;
}

/** The cells of the tables in a text that have "|", tabs, semicolons or commas between them, each with what stands above its column. */
function* cellsOf(text: string): Generator<Cell> {
  let header: string[] | undefined;
  let separator: string | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = separator === undefined ? [] : splitRow(line, separator);
    // Commas and semicolons stand in sentences too: there a line has as many as the heading.
    const isRow =
      header !== undefined &&
      cells.length > 1 &&
      (separator === '|' || separator === '\t' || cells.length === header.length);
    if (isRow) {
      let at = start;
      for (const [index, cell] of cells.entries()) {
        yield { heading: header?.[index] ?? '', text: cell, start: at };
        at += cell.length + 1;
      }
    } else {
      separator = separators.find((one) => opensTable(line, one));
      header = separator === undefined ? undefined : line.split(separator).map((cell) => cell.trim());
    }
    start += line.length + 1;
  }
}

/** A row's cells; what is quoted is one cell, whatever marks stand in it. */
function splitRow(line: string, separator: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === separator && !isQuoted) cells.push('');
    else cells.push((cells.pop() ?? '') + sign);
  }
  // A quote that is not closed is an inch or a mistake.
  return isQuoted ? line.split(separator) : cells;
}

/** True for a line that a table may begin with; between commas two headings that are known are asked for. */
function opensTable(line: string, separator: string): boolean {
  const cells = line.split(separator, maxColumns);
  if (separator === '|' || separator === '\t') return cells.length > 1;
  if (cells.length < 3 || line.length > 1_000) return false;
  return cells.filter((cell) => headings.some(([heading]) => heading.test(cell.trim()))).length > 1;
}

/** Where something stands in the columns whose heading fits. */
export function* cellsUnder(text: string, heading: RegExp): Generator<Span> {
  for (const cell of cellsOf(text)) {
    const written = cell.text.trim();
    const start = cell.start + cell.text.indexOf(written);
    if (written !== '' && heading.test(cell.heading)) yield { start, end: start + written.length };
  }
}

/** Finds what tells who somebody is by the heading that it stands under. */
export function* findInColumns(text: string): Generator<Identifier> {
  for (const [heading, kind] of headings) {
    for (const { start, end } of cellsUnder(text, heading)) {
      // A relation in brackets and a number behind a name are found by their own patterns.
      const cell = text.slice(start, end);
      const written =
        kind === 'name'
          ? (/^(?:(?:Dr|Mrs?|Ms|Miss|Prof)\.? )?\p{L}[\p{L} .,'’-]*/u.exec(cell)?.[0].trim() ?? '')
          : cell;
      const title =
        kind === 'name' ? (/^(?:Drs?|Mrs?|Ms|Miss|Prof|Nurse|Baby)\.? /u.exec(written)?.[0].length ?? 0) : 0;
      if (written.length > 1 && written.length < 60 && !isNoValue(written)) {
        yield { kind, start: start + title, end: start + written.length };
      }
    }
  }
}
