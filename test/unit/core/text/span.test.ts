import { describe, expect, it } from 'vitest';
import { contains, holders, overlaps, shift } from '../../../../src/core/text/span';

const span = (start: number, end: number) => ({ start, end });

describe('spans', () => {
  it('overlap when they share a code unit, not when they only touch', () => {
    expect(overlaps(span(0, 5), span(4, 8))).toBe(true);
    expect(overlaps(span(0, 5), span(5, 8))).toBe(false);
    expect(overlaps(span(5, 8), span(0, 5))).toBe(false);
    expect(overlaps(span(0, 9), span(3, 4))).toBe(true);
  });

  it('contain themselves and what lies inside', () => {
    expect(contains(span(2, 6), span(2, 6))).toBe(true);
    expect(contains(span(2, 6), span(3, 4))).toBe(true);
    expect(contains(span(2, 6), span(1, 4))).toBe(false);
    expect(contains(span(2, 6), span(5, 7))).toBe(false);
  });

  it('are held by the first of others that contains them', () => {
    const pieces = [span(0, 2), span(3, 5), span(5, 6), span(7, 9)];
    const [wide, early, cut] = [span(3, 9), span(0, 5), span(6, 8)];
    expect(holders([wide, early, cut], pieces)).toEqual([early, wide, wide, wide]);
    expect(holders([cut, span(1, 4)], pieces)).toEqual([undefined, undefined, undefined, undefined]);
    expect(holders([], pieces)).toHaveLength(4);
    expect(holders([wide], [])).toEqual([]);
  });

  it('move with all that they carry', () => {
    expect(shift({ ...span(2, 6), text: 'abcd' }, 10)).toEqual({ start: 12, end: 16, text: 'abcd' });
  });
});
