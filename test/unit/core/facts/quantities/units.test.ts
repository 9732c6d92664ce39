import { describe, expect, it } from 'vitest';
import { convert, type Dimension, type Unit } from '../../../../../src/core/facts/quantities/units';
import { described, quantitiesIn, quantityIn } from '../../facts-in';

const unit = (code: string, dimension: Dimension): Unit => ({ code, dimension });

describe('units as notes write them', () => {
  it.each([
    ['500 mg', '500 mg'],
    ['500mg', '500 mg'],
    ['500-mg', '500 mg'],
    ['500 milligrams', '500 mg'],
    ['75 mcg', '75 ug'],
    ['75 µg', '75 ug'],
    ['75 μg', '75 ug'],
    ['75 micrograms', '75 ug'],
    ['1 g', '1 g'],
    ['2 grams', '2 g'],
    ['70 kg', '70 kg'],
    ['70 kilos', '70 kg'],
    ['150 lbs', '150 [lb_av]'],
    ['150 pounds', '150 [lb_av]'],
    ['8 oz', '8 [oz_av]'],
    ['5 mL', '5 mL'],
    ['10 cc', '10 mL'],
    ['2 litres', '2 L'],
    ['170 cm', '170 cm'],
    ['3 mm', '3 mm'],
    ['6 inches', '6 [in_i]'],
    ['3 miles', '3 [mi_i]'],
    ['38.9 °C', '38.9 Cel'],
    ['38.9°C', '38.9 Cel'],
    ['101 F', '101 [degF]'],
    ['101 degrees Fahrenheit', '101 [degF]'],
    ['110 degrees', '110 deg'],
    ['120 mmHg', '120 mm[Hg]'],
    ['120 mm Hg', '120 mm[Hg]'],
    ['97%', '97 %'],
    ['97 percent', '97 %'],
    ['97 per cent', '97 %'],
    ['72 bpm', '72 /min'],
    ['72 beats per minute', '72 /min'],
    ['16 breaths per minute', '16 /min'],
    ['16/min', '16 /min'],
    ['100 mg/dL', '100 mg/dL'],
    ['13.1 g/dL', '13.1 g/dL'],
    ['131 g/L', '131 g/L'],
    ['186 mg/L', '186 mg/L'],
    ['4.4 mmol/L', '4.4 mmol/L'],
    ['98 µmol/L', '98 umol/L'],
    ['98 umol/L', '98 umol/L'],
    ['140 mEq/L', '140 meq/L'],
    ['64 mmol/mol', '64 mmol/mol'],
    ['2.3 mU/L', '2.3 m[IU]/L'],
    ['40 U/L', '40 [IU]/L'],
    ['15.2 ×10⁹/L', '15.2 10*9/L'],
    ['15.2 x10^9/L', '15.2 10*9/L'],
    ['15.2 x 10^9/L', '15.2 10*9/L'],
    ['250 K/uL', '250 10*3/uL'],
    ['56 mL/min', '56 mL/min'],
    ['56 mL/min/1.73 m²', '56 mL/min'],
    ['56 ml/min/1.73m2', '56 mL/min'],
    ['50,000 IU', '50000 [IU]'],
    ['10 units', '10 [IU]'],
    ['20 mEq', '20 meq'],
    ['2 tablets', '2 {form}'],
    ['3 days', '3 d'],
    ['6 weeks', '6 wk'],
    ['2 hrs', '2 h'],
    ['18 months', '18 mo'],
    ['10 years', '10 a'],
  ])('reads "%s"', (text, expected) => {
    expect(quantitiesIn(`It was ${text}.`).map(described)).toEqual([expected]);
  });

  it.each([
    ['BP at 1 h 134/84.', '1 h'],
    ['Repeat after 24 h.', '24 h'],
  ])('reads the letter as an hour behind a word for a time: %s', (text, expected) => {
    expect(quantitiesIn(text).map(described)).toContain(expected);
  });

  it.each([
    ['5.2 mg/mmol', '5.2 mg'],
    ['oxygen at 2 L/min', '2 L'],
    ['6 mcg/min', '6 ug'],
    ['1 mg/hr', '1 mg'],
  ])('does not take "%s" for the amount in it', (text, wrong) => {
    const found = quantitiesIn(text).map((fact) => described({ ...fact, comparator: '=' }));
    expect(found).toHaveLength(1);
    expect(found[0]?.endsWith(wrong)).toBe(false);
  });

  it('keeps an amount per day an amount', () => {
    expect(quantityIn('up to 2000 mg/day').unit.code).toBe('mg');
  });

  it('takes no letter after a spoken number for a unit', () => {
    expect(quantitiesIn('she had a five c collar').map(({ unit: { code } }) => code)).toEqual(['1']);
  });

  it('covers exactly the number and its unit', () => {
    const text = 'Temp today: 38.9 °C, 😀 and levothyroxine 75 µg.';
    expect(quantitiesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['38.9 °C', '75 µg']);
    expect(quantitiesIn(text).map(({ number }) => text.slice(number.start, number.end))).toEqual([
      '38.9',
      '75',
    ]);
  });
});

describe('conversion', () => {
  it.each([
    [150, unit('[lb_av]', 'mass'), unit('kg', 'mass'), 68.04],
    [0.5, unit('g', 'mass'), unit('mg', 'mass'), 500],
    [75, unit('ug', 'mass'), unit('mg', 'mass'), 0.075],
    [98.6, unit('[degF]', 'temperature'), unit('Cel', 'temperature'), 37],
    [0, unit('Cel', 'temperature'), unit('[degF]', 'temperature'), 32],
    [2, unit('wk', 'time'), unit('d', 'time'), 14],
    [90, unit('min', 'time'), unit('h', 'time'), 1.5],
    [1, unit('a', 'time'), unit('mo', 'time'), 12],
    [5, unit('[ft_i]', 'length'), unit('cm', 'length'), 152.4],
    [13.1, unit('g/dL', 'mass-concentration'), unit('g/L', 'mass-concentration'), 131],
    [98, unit('umol/L', 'substance-concentration'), unit('mmol/L', 'substance-concentration'), 0.098],
    [250, unit('10*3/uL', 'count-concentration'), unit('10*9/L', 'count-concentration'), 250],
    [3, unit('/wk', 'frequency'), unit('/d', 'frequency'), 3 / 7],
    [0.5, unit('{pack}/d', 'consumption'), unit('{cigarette}/d', 'consumption'), 10],
  ])('turns %d %o into %o', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBeCloseTo(expected, 2);
  });

  it('does not convert between what measures different things', () => {
    const mass = unit('mg/dL', 'mass-concentration');
    expect(convert(100, mass, unit('mmol/L', 'substance-concentration'))).toBeUndefined();
    // How many millimoles a milliequivalent is depends on the charge of the ion.
    const equivalents = unit('meq/L', 'substance-concentration');
    expect(convert(4.4, equivalents, unit('mmol/L', 'substance-concentration'))).toBeUndefined();
    expect(convert(2, unit('{form}', 'dose-form'), unit('mg', 'mass'))).toBeUndefined();
    expect(convert(3, unit('{/6}', 'score'), unit('{/10}', 'score'))).toBeUndefined();
  });
});
