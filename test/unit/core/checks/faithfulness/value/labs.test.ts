import { describe, expect, it } from 'vitest';
import { faithfulnessUnit } from '../../../../../../src/core/checks/faithfulness/unit';
import { faithfulnessValue } from '../../../../../../src/core/checks/faithfulness/value/value';
import { saidAgainst } from '../../source-check';

const against = (note: string, source: string): string[] =>
  [faithfulnessValue, faithfulnessUnit].flatMap((rule) =>
    saidAgainst(rule, `${note}.`, `[doctor] ${source}\n[patient] Okay.`),
  );

describe('a result that was converted', () => {
  // Molar masses: glucose 180.2, creatinine 113.1, cholesterol 386.7, bilirubin 584.7 g/mol.
  it.each([
    ['Fasting glucose 9.0 mmol/L', 'your fasting glucose was 126 mg/dL'],
    ['Fasting glucose 6.1 mmol/L', 'your fasting glucose was 126 mg/dL'],
    ['Creatinine 2.7 mg/dL', 'the creatinine came back at 150 micromoles per litre'],
    ['LDL 88 mg/dL', 'your LDL is 3.4 millimoles per litre'],
    ['Total cholesterol 5.2 mmol/L', 'your total cholesterol is 240 mg/dL'],
    ['Bilirubin 0.2 mg/dL', 'the bilirubin was 34 umol/L'],
    ['Potassium 4.9 mEq/L', 'the potassium is 5.9 millimoles per litre'],
    ['Potassium 5.9 mg/dL', 'the potassium is 5.9 millimoles per litre'],
    ['Temp 100.4 F', 'temperature is thirty-eight point four'],
    ['WBC 14.1 x10^9/L', 'white count eleven thousand four hundred'],
    ['WBC 14.1', 'white count eleven thousand four hundred'],
    ['Platelets 120 K/uL', 'platelets are two hundred and ten thousand'],
    ['Blood glucose 120-260', 'my sugars run between 120 and 160'],
  ])('is wrong: %s / %s', (note, source) => {
    expect(against(note, source)).toHaveLength(1);
  });

  it.each([
    ['Fasting glucose 7.0 mmol/L', 'your fasting glucose was 126 mg/dL'],
    ['Creatinine 1.7 mg/dL', 'the creatinine came back at 150 micromoles per litre'],
    ['LDL 131 mg/dL', 'your LDL is 3.4 millimoles per litre'],
    ['Potassium 5.9 mEq/L', 'the potassium is 5.9 millimoles per litre'],
    // Two charges: 2.5 mmol/L are 5 mEq/L.
    ['Calcium 5.0 mEq/L', 'the calcium is 2.5 millimoles per litre'],
    ['Temp 101.1 F', 'temperature is thirty-eight point four'],
    ['WBC 11.4 x10^9/L', 'white count eleven thousand four hundred'],
    ['WBC 11.4 x 10^3/uL', 'white count eleven thousand four hundred'],
    ['WBC 11.4', 'white count eleven thousand four hundred'],
    ['WBC 3.2', 'white count is three thousand two hundred'],
    ['Platelets 210', 'platelets are two hundred and ten thousand'],
    ['Blood sugar 10 mmol/L', 'your sugar this morning was 180'],
    ['Blood glucose 120-160', 'my sugars run between 120 and 160'],
  ])('is right: %s / %s', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});

describe('the bound of a result', () => {
  it.each([
    ['CRP 5', 'the CRP was less than 5', '5 → <5'],
    ['eGFR 60', 'your eGFR is above 60', '60 → >60'],
    ['Walk up to 150 minutes a week', 'walk at least 150 minutes a week', '150 minutes → ≥150 minutes'],
  ])('is lost or turned: %s / %s', (note, source, expected) => {
    expect(against(note, source)).toEqual([expected]);
  });

  it.each([
    ['CRP <5', 'the CRP was less than 5'],
    ['eGFR >60', 'your eGFR is above 60'],
    ['CRP 3', 'the CRP was less than 5. Three, to be exact.'],
    ['SBP 140', 'the systolic was over 140'],
  ])('is kept, or said loosely of a vital sign: %s / %s', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});

describe('a score', () => {
  it.each([
    ['PHQ-9 12, GAD-7 17', 'the PHQ-9 was 17 and the GAD-7 was 12', ['12 → 17', '17 → 12']],
    ['Wells score 1.5', 'the Wells score is four point five', ['1.5 → 4.5']],
    ['CURB-65 1', 'CURB-65 is three', ['1 → 3']],
    ['Braden 12', 'the Braden scale is 15', ['12 → 15']],
    ['NEWS2 5', 'the NEWS2 was 7', ['5 → 7']],
    ['EPDS 23', 'the Edinburgh scale came to 13', ['23 → 13']],
  ])('is another one’s, or another: %s / %s', (note, source, expected) => {
    expect(against(note, source)).toEqual(expected);
  });

  it.each([
    ['PHQ-9 17, GAD-7 12', 'the PHQ-9 was 17 and the GAD-7 was 12'],
    ['CURB-65 score of 3', 'CURB-65 is three'],
    ['Braden 15, Morse 45', 'the Braden scale is 15. The Morse fall scale is 45'],
  ])('is borne out: %s / %s', (note, source) => {
    expect(against(note, source)).toEqual([]);
  });
});
