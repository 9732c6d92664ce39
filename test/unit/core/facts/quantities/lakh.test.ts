import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../../../src/core/facts/quantities/numbers';
import { tokens } from '../../../../../src/core/text/tokens';
import { contradictionsOf } from '../../check-in';

const values = (text: string): number[] => findNumbers(tokens(text)).map(({ value }) => value);

describe('numbers of South Asia', () => {
  it.each([
    ['two lakh eighty', [280_000]],
    ['three lakh forty thousand', [340_000]],
    ['one lakh', [100_000]],
    ['two lakh five hundred', [200_500]],
    ['2.8 lakh', [280_000]],
    ['1.75 lakhs', [175_000]],
    ['two point eight lakh', [280_000]],
    ['1,50,000', [1, 50_000]],
    ['two crore', [20_000_000]],
    ['one crore fifty lakh', [15_000_000]],
  ])('“%s”', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('are compared as what they mean', () => {
    const source = 'Doctor: Platelets one lakh ninety.';
    expect(contradictionsOf('Plt 1.9 lakh', source)).toEqual([]);
    expect(contradictionsOf('Plt 190000', source)).toEqual([]);
    expect(contradictionsOf('Plt 2.9 lakh', source)).toHaveLength(1);
  });
});
