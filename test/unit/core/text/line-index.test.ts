import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../../src/core/text/line-index';

describe('LineIndex', () => {
  const text = 'ab\r\n😀c\n\rd';
  const index = new LineIndex(text);

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [4, 2, 1],
    [6, 2, 3],
    [8, 3, 1],
    [9, 4, 1],
    [10, 4, 2],
  ])('finds offset %i at line %i, column %i', (offset, line, column) => {
    expect(index.position(offset)).toEqual({ line, column });
  });

  it('handles an empty text', () => {
    expect(new LineIndex('').position(0)).toEqual({ line: 1, column: 1 });
  });
});
