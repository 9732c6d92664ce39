import { describe, expect, it } from 'vitest';
import { bond, sameValue, sharedWords } from '../../../../src/core/facts/compare';
import { quantityIn } from '../facts-in';

const same = (note: string, source: string): boolean => sameValue(quantityIn(note), quantityIn(source));

describe('sameValue', () => {
  it.each([
    ['weight 150 lb', 'weight 68 kg'],
    ['temperature 98.6 °F', 'temperature 37 °C'],
    ['0.5 g', '500 mg'],
    ['0.075 mg', '75 mcg'],
    ['2 weeks', '14 days'],
    ['12 months', '1 year'],
    ['90 minutes', '1.5 hours'],
    ['height 5 feet', 'height 152 cm'],
    ['1 L', '1000 mL'],
    ['hemoglobin 13.1 g/dL', 'hemoglobin 131 g/L'],
    ['potassium 4.4 mEq/L', 'potassium 4.4 mmol/L'],
    ['creatinine 98 µmol/L', 'creatinine 0.098 mmol/L'],
    ['HbA1c 6.5 %', 'HbA1c 6.54 %'],
    ['weight 84 kg', 'weight 84.4 kg'],
    ['3 weeks', '2 to 4 weeks'],
    ['2-4 weeks', '2 to 4 weeks'],
    ['2 weeks', '2 to 4 weeks'],
    ['60 kg', 'over 50 kg'],
    ['about 20 minutes', '21 minutes'],
    ['metformin 500 mg', 'metformin 500'],
    ['125 mg', 'one twenty five milligrams'],
    ['lisinopril q12h', 'lisinopril twice daily'],
    ['lisinopril every 6 hours', 'lisinopril 4 times a day'],
    ['30 days', '1 month'],
  ])('"%s" can be "%s"', (a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['75 mg', '75 mcg'],
    ['temperature 39.8 °C', 'temperature 38.9 °C'],
    ['potassium 5.4 mmol/L', 'potassium 4.4 mmol/L'],
    ['weight 84 kg', 'weight 48 kg'],
    ['weight 84 kg', 'weight 84 lb'],
    ['6 weeks', '2 months'],
    ['5 weeks', '2 to 4 weeks'],
    ['40 kg', 'over 50 kg'],
    ['5 g', '500 mg'],
    ['0.5 mg', '5 mg'],
    ['10 mg/kg', '10 mg'],
    ['pain 3/10', 'pain 6/10'],
    ['strength 3/5', 'pain 3/10'],
    ['HbA1c 6.5 %', 'HbA1c 6.6 %'],
    ['lisinopril once daily', 'lisinopril once a week'],
    ['HbA1c 8 %', 'HbA1c 8 mmol/mol'],
    ['5 tablets', '5 mg'],
  ])('"%s" cannot be "%s"', (a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([false, false]);
  });
});

describe('precision as written', () => {
  it('does not take half of a small value for rounding', () => {
    expect(same('lorazepam 0.5 mg', 'lorazepam 1 mg')).toBe(false);
    expect(same('1.5 tablets', '2 tablets')).toBe(false);
    expect(same('weight 84.4 kg', 'weight 84 kg')).toBe(true);
  });

  it('lets a note round to its own unit, and not add precision that nobody gave', () => {
    expect(same('2 weeks', '15 days')).toBe(true);
    expect(same('15 days', '2 weeks')).toBe(false);
  });
});

describe('bond', () => {
  const bound = (note: string, source: string): string => bond(quantityIn(note), quantityIn(source), 1);

  it('holds between two values of one named concept', () => {
    expect(bound('Lasix 40 mg', 'furosemide 20 mg')).toBe('concept');
    expect(bound('pulse 78 bpm', 'heart rate 87')).toBe('concept');
  });

  it.each([
    ['lisinopril 40 mg', 'metoprolol 25 mg'],
    ['weight 84 kg', 'height 170 cm'],
    ['HbA1c 8 %', 'HbA1c 64 mmol/mol'],
    ['glucose 100 mg/dL', 'glucose 5.6 mmol/L'],
    ['potassium 4.4 mEq/L', 'potassium 4.5 mmol/L'],
    ['amoxicillin 45 mg/kg', 'amoxicillin 500 mg'],
    ['strength 5/5', 'murmur 2/6'],
    ['oxygen at 2 L/min', 'drank 3 L'],
  ])('does not hold between "%s" and "%s"', (a, b) => {
    expect([bound(a, b), bound(b, a)]).toEqual(['none', 'none']);
  });

  it('holds by shared words where no concept is named', () => {
    expect(bound('incision of 4 cm', 'the incision was 6 cm')).toBe('context');
    expect(bound('incision of 4 cm', 'a nodule of 6 cm')).toBe('none');
  });

  it('counts words by their stem, without the words that stand beside every number', () => {
    expect(sharedWords(quantityIn('stitches came out in 7 days'), quantityIn('stitch for 5 days'))).toBe(1);
    expect(sharedWords(quantityIn('about 7 days ago'), quantityIn('5 days ago'))).toBe(0);
  });
});
