import type { Span } from '../text/span';
import type { Identifier, IdentifierKind } from './identifier';

/** What stands under a heading of a table. */
const headings: readonly [RegExp, IdentifierKind][] = [
  [
    /^(?:pt|patient|name|patient name|full name|nok|next of kin|consultant|attending|gp|pcp|nurse|doctor|clinician|contact|surname|forename|first name|last name|provider|seen by|interpreter|carer|key ?worker)$/i,
    'name',
  ],
  [
    /^(?:mrn|ur|urn|nhs|nhs no\.?|nhs number|chi|hosp(?:ital)? ?(?:no|number|num|#)\.?|id|patient id|record|reference|ref|ref no|account|case no|ssn|member id|policy)\.?$/i,
    'record',
  ],
  [/^(?:tel|phone|mobile|contact no|telephone|cell)\.?$/i, 'phone'],
  [/^(?:address|street|town|city|postcode|zip)$/i, 'address'],
  [/^(?:e-?mail)$/i, 'email'],
  [/^(?:employer|school|practice|surgery)$/i, 'organisation'],
];
/** What is no name in a cell for one: a relation in brackets, "none". */
const noName = /^(?:none|nil|n\/?a|unknown|as above|-|\?)$/i;

/** A cell of a table's body. */
interface Cell {
  heading: string;
  text: string;
  start: number;
}

/** The cells of the tables in a text that have "|" or tabs between them, each with what stands above its column. */
function* cellsOf(text: string): Generator<Cell> {
  let header: string[] | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = line.split(line.includes('|') ? '|' : '\t');
    if (cells.length < 2) header = undefined;
    else if (header === undefined) header = cells.map((cell) => cell.trim());
    else {
      let at = start;
      for (const [index, cell] of cells.entries()) {
        yield { heading: header[index] ?? '', text: cell, start: at };
        at += cell.length + 1;
      }
    }
    start += line.length + 1;
  }
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
      const written = kind === 'name' ? (/^[\p{L}][\p{L} .,'’-]*/u.exec(cell)?.[0].trim() ?? '') : cell;
      if (written.length > 1 && written.length < 60 && !noName.test(written)) {
        yield { kind, start, end: start + written.length };
      }
    }
  }
}
