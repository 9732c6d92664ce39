import { describe, expect, it } from 'vitest';
import { namesBothSides, oppositeSide, shortSides } from '../../../../../src/core/facts/sides/one-side';

describe('one of two sides', () => {
  it('is opposite to the other', () => {
    expect(oppositeSide).toEqual({ left: 'right', right: 'left' });
  });

  it.each([
    ['lt', 'left'],
    ['r', 'right'],
    ['constructor', undefined],
  ])('is short for what "%s" says: %s', (word, side) => {
    expect(shortSides[word]).toBe(side);
  });

  it.each([
    ['Left knee pain, Right knee normal.', true],
    ['The right knee.', false],
    ['Bright light hurts the left eye.', false],
    ['', false],
  ])('stands beside the other in "%s": %s', (text, both) => {
    expect(namesBothSides(text)).toBe(both);
  });
});
