import { describe, expect, it } from 'vitest';
import { described, quantitiesIn } from '../../facts-in';

const named = (text: string): string[] =>
  quantitiesIn(text)
    .filter(({ concept }) => concept?.kind === 'measurement')
    .map(described);

describe('a letter in a row of vital signs', () => {
  it.each([
    ['BP 104/66, P 112, sats 93%', 'heart rate: 112 /min'],
    ['T 38.2 P: 96 R 24', 'heart rate: 96 /min'],
    ['T 38.2 P: 96 R 24', 'respiratory rate: 24 /min'],
  ])('names its number in "%s": %s', (text, expected) => {
    expect(named(text)).toContain(expected);
  });

  it.each(['P 3 G 4, no miscarriages', 'P 88 in the queue', 'BP 104/66, P 4', 'R 18 gauge cannula'])(
    'names none in "%s"',
    (text) => {
      expect(named(text).filter((one) => one.includes('rate'))).toEqual([]);
    },
  );
});

describe('a plus behind the symbol of an ion', () => {
  it('belongs to the symbol and makes the number no change', () => {
    const [fact] = quantitiesIn('K+ 5.8, creatinine 106');
    expect(fact?.concept?.name).toBe('potassium');
    expect(fact?.change).toBeUndefined();
    expect(quantitiesIn('Weight +3 kg since May')[0]?.change).toBe(true);
  });
});
