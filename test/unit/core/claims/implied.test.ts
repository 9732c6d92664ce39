import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../src/core/evidence/source/source-index';
import { checkClaim } from '../../../../src/engine/claims/verify';

/** What typed facts say of a claim, given the evidence. */
function verdictOn(claim: string, evidence: string): string {
  return checkClaim(claim, new SourceIndex('evidence', evidence, 'version')).verdict;
}

describe('what a value means', () => {
  it.each([
    ['Hypokalaemia.', 'Bloods today: Na 139, K 2.8, creatinine 88.'],
    ['She is hypokalemic.', 'Her potassium is 2.8 mmol/L.'],
    ['The patient is anaemic.', 'Hb 8.1 g/dL, MCV 88.'],
    ['The patient is anaemic.', 'Haemoglobin 81 g/L.'],
    ['The blood pressure was raised.', 'BP 168/96, pulse 72.'],
    ['He is hypertensive.', 'BP 168/84, pulse 72.'],
    ['The patient is tachycardic.', 'HR 124, RR 18.'],
    ['The patient was febrile.', 'Temp 38.9, chest clear.'],
    ['The patient has a fever.', 'Temperature 102.4 F.'],
    ['She is afebrile.', 'Temp 36.8.'],
    ['No fever.', 'Temp 36.8.'],
    ['The patient is hypoxic.', 'SpO2 88% on air.'],
    ['The eGFR is in the CKD stage 4 range.', 'eGFR 24 mL/min/1.73m2.'],
    ['Renal function is reduced.', 'eGFR 24.'],
    ['Calcium is high.', 'Calcium 11.9 mg/dL.'],
    ['The glucose is raised.', 'Glucose 310 mg/dL.'],
    ['TSH was raised.', 'TSH 12.4 mIU/L, free T4 13 pmol/L.'],
    ['The patient is obese.', 'BMI 36.2 kg/m2.'],
    ['Sodium and potassium are low.', 'Na 121, K 2.9.'],
    ['The patient is febrile and tachycardic.', 'T 39.1, HR 128.'],
    ['Potassium is low at 2.8.', 'K 2.8 this morning.'],
    ['The ejection fraction is reduced.', 'Echo: EF 25-30%.'],
    ['TSH is low.', 'TSH <0.01 mIU/L.'],
    ['Ms Novak is thrombocytopenic.', 'Ms Novak, 54: platelets 61.'],
    // What the evidence says in words.
    ['Potassium was low.', 'She was hypokalaemic.'],
    ['She is hypokalaemic.', 'Potassium was low and was replaced.'],
  ])('supports %s by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('supported');
  });

  it.each([
    ['She is hyperkalaemic.', 'Her potassium is 2.8 mmol/L.'],
    ['Potassium was normal.', 'K 2.8, creatinine 88.'],
    ['Potassium is low at 4.1.', 'Na 139, K 4.1.'],
    ['The patient is not anaemic.', 'Hb 8.1 g/dL.'],
    ['The patient is normotensive.', 'BP 168/96.'],
    ['The patient is febrile.', 'Temp 36.8.'],
    ['Severe hypokalaemia.', 'K 4.4.'],
    ['The platelet count is low.', 'Platelets 240 x10^9/L.'],
    ['Sodium and potassium are low.', 'Na 121, K 4.2.'],
    ['Potassium was 5.9 mmol/L.', 'The patient was hypokalaemic.'],
    ['Potassium was high.', 'The patient was hypokalaemic.'],
    ['Potassium was normal.', 'The patient was hypokalaemic.'],
    ['She is neither febrile nor tachycardic.', 'T 36.8, HR 128.'],
  ])('contradicts %s by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('contradicted');
  });

  it.each([
    // Too near the cut-off.
    ['She is hypokalaemic.', 'K 3.4.'],
    ['The patient is anaemic.', 'Hb 12.6 g/dL.'],
    // The number's unit changes what it means.
    ['Magnesium is low.', 'Mg 1.3.'],
    ['Potassium is low.', 'Potassium 2.8 furlongs/L.'],
    // How much of it is not said by a range.
    ['Severe hypokalaemia.', 'K 2.8.'],
    // Two values that differ, an earlier one, a target, what is supposed.
    ['Potassium was low.', 'K 2.8 at noon, K 4.4 at night.'],
    ['Potassium was low.', 'Previous K 2.8.'],
    ['Potassium was low.', 'The target K 2.8 was set.'],
    ['Potassium was low.', 'If the potassium is 2.8, call.'],
    // Somebody else's, a child's, in pregnancy, of another fluid, of a bad sample.
    ['Potassium was low.', 'Her mother had a potassium of 2.8.'],
    ['The patient is tachycardic.', 'A 3-year-old boy, HR 128.'],
    ['The patient is anaemic.', 'Antenatal clinic: Hb 8.1 g/dL.'],
    ['Sodium is low.', 'Urine sodium 20 mmol/L.'],
    ['Potassium is high.', 'K 6.9, sample haemolysed.'],
    // Saturation that oxygen has brought about.
    ['The patient is hypoxic.', 'SpO2 97% on oxygen 4 L.'],
    ['The patient was not hypoxic.', 'SpO2 97% on 10 L oxygen.'],
    // Nor what else holds a value up.
    ['The patient was normotensive.', 'BP 118/70 on noradrenaline.'],
    ['The patient is not bradycardic.', 'HR 78 with pacemaker.'],
    ['The patient was not hypoglycaemic.', 'Glucose 5.1 mmol/L after 50 mL of 50% dextrose.'],
    // The claim says more than the value.
    ['Potassium was low because of the diuretic.', 'K 2.8.'],
    ['The child is anaemic.', 'Hb 8.1 g/dL.'],
    ['The patient is not febrile and tachycardic.', 'T 36.8, HR 128.'],
    ['The patient is febrile or tachycardic.', 'T 36.8, HR 128.'],
    ['The sodium is in the CKD stage 4 range.', 'Na 121, eGFR 24.'],
    // A diagnosis is more than one reading.
    ['The patient has hypertension.', 'BP 168/96.'],
    // A value is not told by a word.
    ['Potassium was 2.8 mmol/L.', 'The patient was hypokalaemic.'],
    // The words and the number disagree.
    ['The patient is hypokalaemic.', 'Hyperkalaemia. K 2.8.'],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['not-sure', 'not-addressed']).toContain(verdictOn(claim, evidence));
  });
});

describe('a value in another unit', () => {
  it.each([
    ['Haemoglobin is 81 g/L.', 'Hb 8.1 g/dL, MCV 88.'],
    ['Glucose was 17.2 mmol/L.', 'Blood glucose 310 mg/dL.'],
    ['HbA1c is 58 mmol/mol.', 'HbA1c 7.5%.'],
    ['The temperature was 38.9 °C.', 'Temp 102.0 °F.'],
  ])('supports %s by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('supported');
  });

  it('supports no value that is another one after conversion', () => {
    expect(verdictOn('Glucose was 13.2 mmol/L.', 'Blood glucose 310 mg/dL.')).not.toBe('supported');
  });
});

describe('what somebody is or does', () => {
  it.each([
    ['He is a former smoker.', 'Ex-smoker, 20 pack-years, COPD.'],
    ['The patient is an ex-smoker.', 'She quit smoking in 2009.'],
    ['He does not smoke.', 'He stopped smoking ten years ago.'],
    ['He does not smoke.', 'Lifelong non-smoker.'],
    ['The patient has no known drug allergies.', 'PMH: asthma. NKDA.'],
    ['The patient is nil by mouth.', 'NBM. IV fluids running.'],
    ['The patient has died.', 'He passed away on the ward.'],
    ['Mr Okoro lives alone.', 'Mr Okoro lives on his own in a flat.'],
    ['The patient is ambulatory.', 'He walks with a stick.'],
  ])('supports %s by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('supported');
  });

  it.each([
    ['He currently smokes.', 'Ex-smoker, 20 pack-years, COPD.'],
    ['He has never smoked.', 'Ex-smoker, 20 pack-years, COPD.'],
    ['The patient smokes 20 cigarettes a day.', 'She quit smoking in 2009.'],
    ['The patient has no known drug allergies.', 'Allergic to penicillin.'],
    ['The patient is bedbound.', 'He walks unaided.'],
    ['The patient is eating and drinking.', 'Kept nil by mouth.'],
    ['The patient is euvolaemic.', 'She was fluid overloaded.'],
  ])('contradicts %s by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('contradicted');
  });

  it.each([
    // Either of two.
    ['He is a former smoker.', 'Non-smoker.'],
    ['The patient has no known allergies.', 'NKDA.'],
    // A relative's, a wish, a question, a denial, a supposition, another time.
    ['He is a current smoker.', 'His wife is a current smoker.'],
    ['He is a former smoker.', 'He wants to quit smoking.'],
    ['He is a current smoker.', 'Doctor: Are you a current smoker?'],
    ['The patient is dehydrated.', 'He may be dehydrated.'],
    ['The patient is nil by mouth.', 'Nil by mouth from midnight.'],
    // The word is said of something else.
    ['The patient is asymptomatic.', 'Asymptomatic bacteriuria.'],
    // Both are said.
    ['He is a former smoker.', 'Ex-smoker. Smokes at weekends.'],
    // The claim says more.
    ['She quit smoking because of her asthma.', 'She quit smoking in 2009.'],
    ['He smokes 20 cigarettes a day.', 'He is a current smoker.'],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['not-sure', 'not-addressed']).toContain(verdictOn(claim, evidence));
  });
});
