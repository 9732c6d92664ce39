import { describe, expect, it } from 'vitest';
import { tableSpans } from '../../../../src/core/chat/tables';

const tablesOf = (text: string): string[] => tableSpans(text).map(({ start, end }) => text.slice(start, end));

describe('tables of an answer', () => {
  it('go from the header to the last row', () => {
    const table = '| Drug | Dose |\n|---|:-:|\n| Metformin | 500 mg |\n| Aspirin | 75 mg |';
    expect(tablesOf(`Doses:\n\n${table}\n\nTake with food.`)).toEqual([table]);
    expect(tablesOf(`${table}\n\n${table}\n`)).toEqual([table, table]);
    expect(tablesOf(`${table}\n## Next\n- one`)).toEqual([table]);
  });

  it('need no bars at the ends, and rows need no header', () => {
    const open = 'Drug | Dose\n--- | ---\nMetformin | 500 mg';
    expect(tablesOf(`See below.\n${open}\r\n\r\nDone.`)).toEqual([open]);
    expect(tablesOf('a\n\n| x | y |\n| z | 1 |')).toEqual(['| x | y |\n| z | 1 |']);
  });

  it('are not every text with a bar or a line', () => {
    expect(tablesOf('P(a|b) is high.\n\nTitle\n---\nText.\n\n- one\n- two')).toEqual([]);
    expect(tablesOf('')).toEqual([]);
  });
});
