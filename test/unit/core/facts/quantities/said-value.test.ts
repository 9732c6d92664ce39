import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../../src/core/facts/extract';
import type { QuantityFact } from '../../../../../src/core/facts/fact';
import { distinctValues, saidValue } from '../../../../../src/core/facts/quantities/said-value';

const quantitiesIn = (text: string): QuantityFact[] =>
  extractFacts(text).flatMap(({ quantities }) => quantities);

describe('the key of what a quantity says', () => {
  const keysIn = (text: string): string[] => quantitiesIn(text).map(saidValue);

  it.each(['Potassium 4.4 mmol/L, later potassium 4.4 mmol/L.', 'Drank 2 litres. Drank 2 L.'])(
    'is the same for both numbers of "%s"',
    (text) => {
      const [first, second] = keysIn(text);
      expect(first).toBeDefined();
      expect(second).toBe(first);
    },
  );

  it.each([
    'Potassium 4.4 mmol/L. Sodium 4.4 mmol/L.',
    'Potassium 4.4 mmol/L. Potassium 4.40 mmol/L.',
    'Potassium 4.4 mmol/L. Potassium under 4.4 mmol/L.',
    'Weight 70 kg. Weight 70 lb.',
    'Waited 3 to 4 weeks. Waited 3 to 5 weeks.',
    'Gentamicin 5 mg. Gentamicin 5 mg/kg.',
  ])('tells the numbers of "%s" apart', (text) => {
    const [first, second] = keysIn(text);
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  });
});

describe('distinct values', () => {
  it('are the first of each, in order', () => {
    const found = distinctValues(quantitiesIn('BP 120/80, 130/80, then 120/80 again.'));
    expect(found.map(({ value }) => value)).toEqual([120, 80, 130]);
    expect(found[0]?.start).toBe(3);
  });

  it('of nothing are none', () => {
    expect(distinctValues([])).toEqual([]);
  });
});
