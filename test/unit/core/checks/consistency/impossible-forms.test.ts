import { describe, expect, it } from 'vitest';
import { consistencyImpossibleValue } from '../../../../../src/core/checks/consistency/impossible-value';
import { draftsOf } from '../statement-check';

describe('impossible values by how they are written', () => {
  it.each([
    ['BP 1200/80 today.', ['1200/80']],
    ['BP 120/80 today.', []],
    ['GCS 17/15 on arrival.', ['17/15']],
    ['GCS 15/15 on arrival.', []],
    ['PHQ-9 30/27, GAD-7 25/21.', ['30/27', '25/21']],
    ['PHQ-9 12/27, GAD-7 8/21, CURB-65 2/5.', []],
    ['NIHSS 45/42. Power 6/5 throughout.', ['45/42', '6/5']],
    ['Power 4/5 right, 5/5 left.', []],
    ['Pain 11/10.', []],
    ['K 41 mmol/L.', ['41 mmol/L']],
    ['Na 1400 mmol/L, K 4.1 mmol/L.', ['1400 mmol/L']],
    ['K 6.9 mmol/L, haemolysed. Na 218 mmol/L after soy sauce.', []],
    ['ABG: pH 6.2, pCO2 9.1 kPa.', ['6.2']],
    ['Urine dip: pH 6.2, protein +.', []],
    ['A 540-year-old man.', ['540']],
    ['A 104-year-old man.', []],
    ['Gestation 52 weeks today.', ['52']],
    ['Gestation 41 weeks today.', []],
    ['Temp 102.4 C today.', ['102.4 C']],
    ['Temp 38.4 C today.', []],
    ['Na 14, K 4.1, Cl 100.', ['14']],
    ['Na 140, K 4.1, Cl 100.', []],
    // Points of a score, and no rate.
    ['Apgar 8 (heart rate 2, respiratory effort 2).', []],
    ['Wells score 4.5 (immobilisation 1.5, heart rate 1.5).', []],
  ])('%j', (note, expected) => {
    expect(draftsOf(consistencyImpossibleValue, note).map(({ text }) => text)).toEqual(expected);
  });
});
