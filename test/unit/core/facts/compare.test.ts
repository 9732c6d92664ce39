import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  convertible,
  sameConcept,
  sameMonths,
  sameValue,
} from '../../../../src/core/facts/compare';
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
    expect(same('1.5 kg', '3.5 pounds')).toBe(true);
    expect(same('1.7 kg', '3.5 pounds')).toBe(false);
  });
});

describe('sameConcept', () => {
  const compared = (note: string, source: string): string =>
    sameConcept(quantityIn(note), quantityIn(source));

  it('takes two names of one thing for one', () => {
    expect(compared('Lasix 40 mg', 'furosemide 20 mg')).toBe('same');
    expect(compared('pulse 78 bpm', 'heart rate 87')).toBe('same');
  });

  it('tells two named things apart, and leaves open what has no name', () => {
    expect(compared('lisinopril 40 mg', 'metoprolol 25 mg')).toBe('other');
    expect(compared('weight 84 kg', 'height 170 cm')).toBe('other');
    expect(compared('incision of 4 cm', 'height 170 cm')).toBe('open');
  });
});

describe('convertible', () => {
  it.each([
    ['HbA1c 8 %', 'glucose 64 mmol/mol'],
    ['a result of 100 mg/dL', 'a result of 5.6 mmol/L'],
    ['phosphate 4.4 mEq/L', 'phosphate 4.5 mmol/L'],
    ['strength 5/5', 'murmur 2/6'],
    ['oxygen at 2 L/min', 'drank 3 L'],
  ])('does not hold between "%s" and "%s"', (a, b) => {
    expect(convertible(quantityIn(a), quantityIn(b))).toBe(false);
  });

  it('holds between mass and amount of substance where the analyte is known', () => {
    expect(convertible(quantityIn('glucose 100 mg/dL'), quantityIn('glucose 5.6 mmol/L'))).toBe(true);
    expect(convertible(quantityIn('HbA1c 8 %'), quantityIn('HbA1c 64 mmol/mol'))).toBe(true);
  });

  it('holds between units of one kind', () => {
    expect(convertible(quantityIn('2 weeks'), quantityIn('3 days'))).toBe(true);
  });
});

describe('agreementOf', () => {
  const agreement = (note: string, source: string): string =>
    agreementOf(quantityIn(note), quantityIn(source));

  it.each([
    ['5 days', 'five days'],
    ['14 days', '2 weeks'],
    ['3 to 4 weeks', 'three to four weeks'],
    ['height 5 feet 6 inches', "height 5'6"],
    ['height 66 inches', 'five foot six'],
  ])('is full between "%s" and "%s"', (note, source) => {
    expect(agreement(note, source)).toBe('full');
  });

  // Glucose weighs 180.16 g/mol, so 18.016 mg/dL are 1 mmol/L; creatinine 113.12 g/mol, so 1 mg/dL are 88.4 µmol/L.
  it.each([
    ['glucose 126 mg/dL', 'glucose 7.0 mmol/L'],
    ['glucose 7.0 mmol/L', 'glucose 126 mg/dL'],
    ['creatinine 1.0 mg/dL', 'creatinine 88 umol/L'],
    ['HbA1c 6.5 %', 'HbA1c 48 mmol/mol'],
    ['HbA1c 53 mmol/mol', 'HbA1c 7.0 %'],
  ])('is full between the same result in two systems: "%s" and "%s"', (note, source) => {
    expect(agreement(note, source)).toBe('full');
  });

  it.each([
    ['glucose 126 mg/dL', 'glucose 8.0 mmol/L'],
    ['HbA1c 7.5 %', 'HbA1c 48 mmol/mol'],
  ])('is none between two results in two systems: "%s" and "%s"', (note, source) => {
    expect(agreement(note, source)).toBe('none');
  });

  it.each([
    ['3 weeks', 'two to four weeks', 'a place inside a range'],
    ['weight 150 lb', '150', 'a number without a unit'],
    ['walked 2 miles', 'under 3 miles', 'a bound that is kept to'],
  ])('is partial between "%s" and "%s": %s', (note, source) => {
    expect(agreement(note, source)).toBe('partial');
  });

  it.each([
    ['3 to 8 weeks', 'three to four weeks'],
    ['1 to 2 weeks', '3 to 4 weeks'],
    ['21 minutes', 'about 20 minutes'],
    ['5 mg', '5 mcg'],
  ])('is none between "%s" and "%s"', (note, source) => {
    expect(agreement(note, source)).toBe('none');
  });
});

describe('intervals of months', () => {
  it('are the same counted in weeks', () => {
    expect(sameMonths(1 / 84, 1 / (3 * 30.44))).toBe(true);
    expect(sameMonths(1 / 28, 1 / 30.44)).toBe(true);
    expect(sameMonths(1 / 56, 1 / (3 * 30.44))).toBe(false);
    expect(sameMonths(1 / 7, 1 / 7.5)).toBe(false);
  });
});
