import type { Terminology } from '../../terminology/terminology';
import { tableRows, type Cell } from '../passage-tables';
import { audienceIn, isEmpty, type Audience } from './audience';
import type { Scope } from './passage-audiences';

/** What makes a cell one of doses, and no name of who gets them. */
const dose = /\d\s?(?:mg|mcg|micrograms?|µg|g|units?|puffs?|tablets?|ml(?!\s?\/\s?min))(?![a-z])/iu;

/**
 * Whom each cell of the tables in a text is for: by the head of its column, and by the other cells of its row ("CrCl 15–49",
 * "6–23 months"), which are read with the heads of theirs.
 * @param outerAt whom the text at an offset is for by labels and headings
 */
export function tableScopes(
  text: string,
  outerAt: (at: number) => Audience,
  terminology: Terminology,
): Scope[] {
  return tableRows(text).flatMap(({ heads, cells, start }) => {
    const columns = heads.map((head) => audienceIn(head.text, true, terminology));
    const nameOf = (cell: Cell, at: number): Audience =>
      // "CrCl 30–50 mL/min" as the head of a column is of the column, and says nothing of the rest of a row.
      dose.test(cell.text) || !isEmpty(columns[at] ?? {})
        ? {}
        : audienceIn(`${heads[at]?.text ?? ''} ${cell.text}`, true, terminology);
    const row = cells.map(nameOf).reduce<Audience>((all, one) => ({ ...all, ...one }), {});
    return cells.map((cell, at) => ({
      start: cell.start,
      end: cell.end,
      audience: { ...outerAt(start), ...row, ...columns[at], ...audienceIn(cell.text, false, terminology) },
    }));
  });
}
