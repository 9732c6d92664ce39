import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../../../src/core/facts/quantities/numbers';
import { tokens } from '../../../../../src/core/text/tokens';

const values = (text: string): number[] => findNumbers(tokens(text)).map(({ value }) => value);

describe('spoken hundreds', () => {
  it.each([
    ['the pulse is a hundred and eight', [108]],
    ['a hundred and thirty-five degrees', [135]],
    ['a hundred percent', [100]],
    ['about a thousand steps', [1000]],
    ['a thousand two hundred', [1200]],
    ['two hundred and fifty milligrams', [250]],
    ['LDL one-eighteen', [118]],
    ['one-twelve over sixty-two', [112, 62]],
    ['hundreds of times', []],
  ])('reads "%s"', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('does not read the power of ten of a unit as a number', () => {
    expect(values('white cells 15.2 ×10⁹/L')).toEqual([15.2]);
  });
});
