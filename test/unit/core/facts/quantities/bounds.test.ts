import { describe, expect, it } from 'vitest';
import { sameValue } from '../../../../../src/core/facts/compare';
import { extractFacts } from '../../../../../src/core/facts/extract';
import type { QuantityFact } from '../../../../../src/core/facts/fact';

function quantity(text: string, concept: string): QuantityFact {
  const found = extractFacts(text)
    .flatMap(({ quantities }) => quantities)
    .find((fact) => fact.concept?.name === concept);
  if (!found) throw new Error(`no ${concept} in "${text}"`);
  return found;
}

describe('bounds', () => {
  it('reads no bound in the "over" of a spoken blood pressure', () => {
    const source = quantity(
      'Your blood pressure was one thirty-eight over eighty-two.',
      'diastolic blood pressure',
    );
    expect(source.comparator).toBe('=');
    expect(sameValue(quantity('Blood pressure 138/92 mmHg', 'diastolic blood pressure'), source)).toBe(false);
  });

  it('does not let the bound of one measurement hold for another', () => {
    const note = quantity('Blood pressure 125/94 mmHg', 'diastolic blood pressure');
    const source = quantity('We aim for a blood pressure under 135/85.', 'systolic blood pressure');
    expect(source.comparator).toBe('<');
    expect(sameValue(note, source)).toBe(false);
  });

  it('still lets a bound hold for the same measurement', () => {
    const note = quantity('Blood pressure 125/80 mmHg', 'systolic blood pressure');
    const source = quantity('The blood pressure stayed under 135/85.', 'systolic blood pressure');
    expect(sameValue(note, source)).toBe(true);
  });

  it.each([
    ['Metformin is not given below an eGFR of 30.', 'egfr', '<'],
    ['Dialysis was begun at an eGFR of 8.', 'egfr', '='],
  ])('reads the word before the measurement: %s', (text, concept, comparator) => {
    expect(quantity(text, concept).comparator).toBe(comparator);
  });
});
