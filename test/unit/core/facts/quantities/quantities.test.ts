import { describe, expect, it } from 'vitest';
import { isCheckable } from '../../../../../src/core/checks/faithfulness/value/alignment';
import { described, quantitiesIn, quantityIn } from '../../facts-in';

describe('what a number measures', () => {
  it.each([
    [
      'Blood pressure 130/80 mmHg.',
      ['systolic blood pressure: 130 mm[Hg]', 'diastolic blood pressure: 80 mm[Hg]'],
    ],
    [
      'BP is one thirty over eighty.',
      ['systolic blood pressure: 130 mm[Hg]', 'diastolic blood pressure: 80 mm[Hg]'],
    ],
    ['BP 130/80 today.', ['systolic blood pressure: 130 mm[Hg]', 'diastolic blood pressure: 80 mm[Hg]']],
    ['Her pulse is seventy-eight.', ['heart rate: 78 /min']],
    ['HR: 72 bpm', ['heart rate: 72 /min']],
    ['Glucose load: 1-hr 8.9.', ['1 h', '8.9 1']],
    ['Respiratory rate was 16 breaths per minute.', ['respiratory rate: 16 /min']],
    ['RR 16', ['respiratory rate: 16 /min']],
    ['PCP repeat creatinine 3 d.', ['3 d']],
    ['Creatinine 3.', ['creatinine: 3 1']],
    ['Lens power 3 D.', ['3 1']],
    ['Amiloride instead of spironolactone, ten milligrams.', ['amiloride: 10 mg']],
    ['Temperature: 98.6 °F', ['body temperature: 98.6 [degF]']],
    ['Temp of ninety-eight point six', ['body temperature: 98.6 [degF]']],
    ['Temperature was thirty-eight point nine.', ['body temperature: 38.9 Cel']],
    ['Temperature 38.9 degrees', ['body temperature: 38.9 Cel']],
    // Each name has the number behind it, and "T" is a temperature where the number is one.
    ['T 100.4, HR 128', ['body temperature: 100.4 [degF]', 'heart rate: 128 /min']],
    ['Wt 204, down 3 lb', ['body weight: 204 1', 'weight loss: 3 [lb_av]']],
    ['weigh yourself, and call if it goes up by two kilos', ['weight gain: 2 kg']],
    ['her weight is two kilos less', ['weight loss: 2 kg']],
    ['her weight is eighty kilos, more or less', ['body weight: 80 kg']],
    // The other side of a size has the unit of the first, or gives it to it.
    ['The lesion is nine millimetres by six.', ['9 mm', '6 mm']],
    ['The ulcer is two by three centimetres.', ['2 cm', '3 cm']],
    ['SpO2 97% on room air', ['oxygen saturation: 97 %']],
    ['Her oxygen saturation was ninety-two percent.', ['oxygen saturation: 92 %']],
    ['Weight 84 kg', ['body weight: 84 kg']],
    ['She weighs 150 pounds.', ['body weight: 150 [lb_av]']],
    // A value told with "'s", stones with pounds, and a temperature said without its point.
    ["Weight's eighty-eight kilos.", ['body weight: 88 kg']],
    ["Oxygen's ninety-six percent.", ['oxygen saturation: 96 %']],
    ['Your weight today is twelve stone four.', ['body weight: 172 [lb_av]']],
    ['Weight 11 st 6 lb', ['body weight: 160 [lb_av]']],
    ["Temperature's thirty eight four.", ['body temperature: 38.4 Cel']],
    ['Temp was one oh three one.', ['body temperature: 103.1 [degF]']],
    ['Clinic 6/52: oxygen.', ['6 wk']],
    ['Hemoglobin A1c is 7.4%', ['haemoglobin a1c: 7.4 %']],
    // Percent or mmol/mol: nobody said.
    ['The HbA1c is sixty-four.', ['haemoglobin a1c: 64 1']],
    ['HbA1c 64 mmol/mol', ['haemoglobin a1c: 64 mmol/mol']],
    ['eGFR 56 mL/min/1.73 m²', ['egfr: 56 mL/min']],
    ['Creatinine of 1.3 mg/dL', ['creatinine: 1.3 mg/dL']],
    ['The potassium is four point four.', ['potassium: 4.4 1']],
    ['| Potassium | 4.4 mmol/L |', ['potassium: 4.4 mmol/L']],
    ['Potassium | 4.4 mmol/L', ['potassium: 4.4 mmol/L']],
    ['LDL 130 mg/dL and HDL 45 mg/dL', ['ldl cholesterol: 130 mg/dL', 'hdl cholesterol: 45 mg/dL']],
    ['TSH 2.3 mU/L', ['tsh: 2.3 m[IU]/L']],
    ['CRP 186 mg/L on arrival', ['c-reactive protein: 186 mg/L']],
    ['Ejection fraction of 45%', ['ejection fraction: 45 %']],
    ['a 54-year-old man', ['age: 54 a']],
    ['Follow up in 2 weeks.', ['follow-up interval: 2 wk']],
    ['Return in 3 months', ['follow-up interval: 3 mo']],
    ['Pain 7/10', ['pain score: 7 {/10}']],
    ['The pain is six out of ten.', ['pain score: 6 {/10}']],
  ])('binds "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(described)).toEqual(expected);
  });

  it.each([
    ['Lasix 40 mg', 'furosemide: 40 mg'],
    ['40 mg of Lasix', 'furosemide: 40 mg'],
    ['Tylenol 650 mg', 'acetaminophen: 650 mg'],
    ['paracetamol 1 g', 'acetaminophen: 1 g'],
    ['20 mg lisinopril', 'lisinopril: 20 mg'],
    ['Synthroid 75 mcg', 'levothyroxine: 75 ug'],
    ['Lantus 20 units', 'insulin glargine: 20 [IU]'],
    ['salbutamol two puffs', 'albuterol: 2 {form}'],
    ['Amoxicillin 45 mg/kg', 'amoxicillin: 45 mg per kg'],
    ['amoxicillin 45 mg per kilogram', 'amoxicillin: 45 mg per kg'],
    // A stem names the class of a medicine that no dictionary holds yet.
    ['imaginapril 5 mg', 'imaginapril: 5 mg'],
  ])('binds the dose in "%s"', (text, expected) => {
    expect(described(quantityIn(text))).toBe(expected);
  });

  it('gives each medication of a sentence its own dose', () => {
    const text = 'Start lisinopril 10 mg, continue metoprolol 25 mg and stop ibuprofen 400 mg.';
    expect(quantitiesIn(text).map(described)).toEqual([
      'lisinopril: 10 mg',
      'metoprolol: 25 mg',
      'ibuprofen: 400 mg',
    ]);
  });

  it('binds both doses of a change to the medication', () => {
    expect(quantitiesIn('Increase metformin from 500 mg to 1000 mg.').map(described)).toEqual([
      'metformin: 500 mg',
      'metformin: 1000 mg',
    ]);
  });

  it('does not bind a number over other words', () => {
    const found = quantitiesIn('Her sugar was checked by the nurse on ward 7 and 12 people waited.');
    expect(found.every(({ concept }) => concept === undefined)).toBe(true);
  });
});

describe('ranges, bounds and scores', () => {
  it.each([
    ['for 2-4 weeks', '2-4 wk'],
    ['for 2–4 weeks', '2-4 wk'],
    ['for two to four weeks', '2-4 wk'],
    ['between 2 and 4 weeks', '2-4 wk'],
    ['five or six days', '5-6 d'],
    ['1,000 to 1,500 mg', '1000-1500 mg'],
    ['less than 50 kg', '<50 kg'],
    ['under 5 days', '<5 d'],
    ['< 7 %', '<7 %'],
    ['≤ 7 %', '<7 %'],
    ['no more than 4 g', '<4 g'],
    ['up to 4 g', '<4 g'],
    ['more than 3 weeks', '>3 wk'],
    ['at least 30 minutes', '>30 min'],
    ['> 3 cm', '>3 cm'],
    ['about 3 weeks', '~3 wk'],
    ['approximately 5 cm', '~5 cm'],
    ['strength 5/5', '5 {/5}'],
    ['a 2/6 systolic murmur', '2 {/6}'],
  ])('reads "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(described)).toEqual([expected]);
  });

  it('spans a range with its unit', () => {
    const text = 'Take it for 2 to 4 weeks.';
    const { start, end, number } = quantityIn(text);
    expect(text.slice(start, end)).toBe('2 to 4 weeks');
    expect(text.slice(number.start, number.end)).toBe('2 to 4');
  });

  it.each([
    ['3/7 history of diarrhoea', '3 d'],
    ['vomiting for 2/52', '2 wk'],
    ['review in 6/12', '6 mo'],
    ['Review 5/7 if no better', '5 d'],
    ['repeat within 1/12', '1 mo'],
    ['approx 8/12', '8 mo'],
  ])('reads the British short form of a time in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map((fact) => `${fact.value} ${fact.unit.code}`)).toEqual([expected]);
  });

  it.each([
    ['amoxicillin TDS 5/7', ['3 /d', '5 d']],
    ['zopiclone nocte 3/7', ['1 /d', '3 d']],
    ['taken BID 3/7', ['2 /d', '3 {/7}']],
  ])('reads the length of a course behind a British frequency in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map((fact) => `${fact.value} ${fact.unit.code}`)).toEqual(expected);
  });
});

describe('times said without a number', () => {
  it.each([
    ['It began about a week ago.', '1 wk'],
    ['an hour after dinner', '1 h'],
    ['for a couple of days', '2 d'],
    ['a year and a half ago', '1.5 a'],
    ['about a centimetre all round', '1 cm'],
  ])('reads "%s" as loose', (text, expected) => {
    expect(quantitiesIn(text).map(described)).toEqual([expected]);
    expect(quantityIn(text).loose).toBe(true);
  });

  it('leaves "twice a day" a frequency, and "half an hour" a number', () => {
    expect(quantitiesIn('twice a day').map(described)).toEqual(['2 /d']);
    expect(quantitiesIn('half an hour').map(described)).toEqual(['0.5 h']);
    expect(quantityIn('half an hour').loose).toBeUndefined();
  });
});

describe('numbers that measure nothing', () => {
  it.each([
    'Seen on 3/12/2021.',
    'Seen on 07/20/07.',
    'Seen on 2021-03-12.',
    'Seen on 12.03.2021.',
    'Seen on March 12.',
    'Positive in 01/08 and in 11/07.',
    'Seen on 12 March 2021.',
    'Surgery in 2019.',
    'Appointment at 11:30.',
    'Appointment at 8 am.',
    'Appointment at 5 p.m.',
    "It is 7 o'clock.",
    'Call 555-123-4567.',
    'Call (555) 123-4567.',
    'Call 07700 900123.',
    'call five five five one two three four',
    'Disc bulge at L4-L5.',
    'Disc bulge at L4-5.',
    'C6 radiculopathy, T12 fracture.',
    'Type 2 diabetes.',
    'Stage 3 kidney disease.',
    'Grade 2 sprain.',
    'Room 12.',
    'The 3rd metatarsal.',
    'His 2nd visit.',
    'CRB-65 was low.',
    'COVID-19 was ruled out.',
    'Vitamin B12 and omega-3.',
    'Cranial nerves II-XII intact.',
    '2+ pitting edema.',
    'S1 and S2 are normal.',
    'ICD-10 code E11.9.',
    'Renal failure 2° to lupus.',
    'Miscarriage at 7/40 year before last.',
  ])('finds nothing to check in "%s"', (text) => {
    expect(quantitiesIn(text).filter(isCheckable).map(described)).toEqual([]);
  });
});
