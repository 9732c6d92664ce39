import { describe, expect, it } from 'vitest';
import type { TypedSign } from '../../../../src/core/claims/typed-sign';
import { signsOf } from '../../../../src/core/claims/typed-signs';
import { extractFacts } from '../../../../src/core/facts/extract';

function signs(evidence: string, claim: string): TypedSign[] {
  return [
    ...signsOf({ claim, claimFacts: extractFacts(claim), evidence, evidenceFacts: extractFacts(evidence) }),
  ];
}

describe('a number of a claim', () => {
  it.each([
    // Units alone.
    ['Blood lead is 62 µg/dL.', 'The blood lead is 0.62 mg/L.'],
    ['Weight 176 lb.', 'He weighs 80 kg.'],
    // Glucose has 180.16 g/mol.
    ['Glucose was 180 mg/dL.', 'Glucose was 10 mmol/L.'],
  ])('is converted: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['converted']);
  });

  it.each([
    // 3 × 500 mg, 3 × 4000 units.
    ['Metformin 500 mg three times a day.', 'Metformin 1500 mg in all.'],
    ['Epoetin 4000 units three times a week.', 'Weekly epoetin is 12,000 units.'],
    // 47 and 51.
    ['Weight is 47 kg; it was 51 kg in June.', 'She lost 4 kg.'],
    // 0.15 mg/kg of 60 kg; 20 mg/kg of 3 kg.
    ['Dexamethasone 0.15 mg/kg is given.', 'An adult of 60 kg gets 9 mg of dexamethasone.'],
    ['Phenobarbital 20 mg/kg for the baby of 3 kg.', 'Phenobarbital 60 mg was due.'],
    // 5 mL of 1 % hold 50 mg; 45 mL of 1 mg/mL hold 45 mg.
    ['Injected 5 mL of lidocaine 1%.', 'Lidocaine 50 mg was injected.'],
    ['Methadone 45 mL of 1 mg/mL.', 'Methadone 45 mg.'],
    // 60 mL an hour for six hours.
    ['Hartmann 60 mL/h for 6 hours.', 'Hartmann 360 mL.'],
    // 08:35 to 09:10, and over midnight.
    ['Groin puncture 08:35, open at 09:10.', 'Open 35 minutes after puncture.'],
    ['Onset 23:50, call 00:20.', 'The call came after 30 minutes.'],
    // 3 May to 17 May; March to September; 12 April 2019 to 12 April 2024.
    ['Admitted on 3 May and discharged on 17 May.', 'The stay lasted two weeks.'],
    ['Seizure free since March 2024; EEG in September 2024.', 'The EEG came after 6 months.'],
    ['Stent on 12 April 2019; this letter is of 12 April 2024.', 'The stent is 5 years old.'],
    // 165 mg / 11 kg; 3 × 100 mg / 10 kg.
    ['Paracetamol 165 mg for the girl of 11 kg.', 'She got 15 mg/kg of paracetamol.'],
    ['The boy of 10 kg takes amoxicillin 100 mg three times a day.', 'Amoxicillin 30 mg/kg in all.'],
    // From 50 to 40 by a fifth.
    ['Haematocrit fell; ferritin 50 µg/L in May, ferritin 40 µg/L in June.', 'Ferritin fell by 20%.'],
    // One a week for six weeks; two shots.
    ['Vitamin D 50,000 units weekly for 6 weeks.', 'Vitamin D 300,000 units in all.'],
    ['Adrenaline 500 micrograms x2.', 'Adrenaline 1 mg in all.'],
    // A limit that is kept to by far says less than that 4 × 210 mg are 840 mg.
    ['Paracetamol 210 mg four times a day.', 'At most 840 mg of paracetamol in a day.'],
    // 50 mg/m² for 1.7 m².
    ['Methotrexate 50 mg/m² (BSA 1.7) on Friday.', 'She received 85 mg of methotrexate.'],
    // 3 × 3 × 800 mg.
    ['Sevelamer 800 mg: 3 tds.', 'Sevelamer 7.2 g in all.'],
    // Of values whose unit is left out, and of a series that gives it once.
    ['Haemoglobin 81 g/L in May. Haemoglobin now 113.', 'Haemoglobin went up by 32 g/L.'],
    ['Weight 71, 70, 67 kg since May.', 'He lost 4 kg.'],
    // 14:10 to 16:00.
    ['Headache since 14:10, scan at 16:00.', 'The scan came about two hours later.'],
  ])('is reckoned: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['reckoned']);
  });

  it.each([
    ['Tamsulosin 400 micrograms daily.', 'Tamsulosin 400 mg daily.'],
    ['Tinzaparin 12,000 units.', 'Tinzaparin 1200 units.'],
  ])('is a slip: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['slip']);
  });

  it('is unmeasured where the evidence has nothing in such a unit', () => {
    expect(signs('Drain out, walking well.', 'He received 6 litres of saline.')).toEqual(['unmeasured']);
  });

  it.each([
    // Two numbers make a third of any size; one that lacks its year may be years away.
    ['Bisoprolol 5 mg daily.', 'Bisoprolol 3.75 mg daily.'],
    ['Twelve of 30 patients improved.', 'Eighteen patients improved.'],
    ['Cough for 3 weeks, fever for 2 weeks.', 'Ill for 5 weeks.'],
    ['Seen on 3 May 2020 and on 10 May.', 'Ill for 7 days.'],
  ])('is untold where it follows by no one step: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['untold']);
  });

  it.each([
    ['the same', 'Bisoprolol 5 mg daily.', 'Bisoprolol 5 mg daily.'],
    ['none', 'Bisoprolol was stopped.', ''],
    ['that of a name', 'The coronavirus spreads by droplets.', 'COVID-19 spreads by air.'],
    ['converted wrongly', 'Blood lead is 62 µg/dL.', 'The blood lead is 0.26 mg/L.'],
    ['after how often something is taken', 'Mirtazapine 10 mg nocte, 25 seen.', 'Mirtazapine 10 mg nocte.'],
    // Which two numbers of several arms a third is made of, nobody can tell.
    [
      'a sum of the arms of a study',
      'Patients were randomised to 12 mg (n = 40) or 30 mg (n = 41); the placebo group had none.',
      'The dose was 18 mg higher in one group.',
    ],
  ])('shows nothing where it is %s', (_, evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});

describe('the side of a claim', () => {
  it('is the other one where the evidence speaks of that alone', () => {
    expect(signs('Pain in the left knee.', 'The right knee hurts.')).toEqual(['otherSide']);
  });

  it.each([
    ['Left knee replaced, right knee painful.', 'The right knee hurts.'],
    ['The knee is painful.', 'The right knee hurts.'],
    ['Pain in the left knee.', 'Both the left and the right knee hurt.'],
  ])('is open: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});

describe('the same side', () => {
  it.each([
    ['Left hip replaced. Right knee swollen and warm.', 'The right knee is swollen.'],
    ['Swollen L ankle.', 'The left ankle is swollen.'],
  ])('is that of the words for the same thing: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['sameSide']);
  });

  it.each([
    ['Right and left knee swollen.', 'The right knee is swollen.'],
    ['Right knee swollen.', 'Both knees, the right more, are swollen.'],
    ['The right ear is clear.', 'The right knee hurts.'],
    ['Haemoglobin 81 g/L, 2 L of saline.', 'The left arm, haemoglobin taken there.'],
    ['', 'The right knee hurts.'],
  ])('is not shown: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});

describe('a word of a claim for a value', () => {
  // Pathology Harmony (2011): potassium 3.5 to 5.3 mmol/L; WHO (2000): obese from a BMI of 30 on; NEWS2: fever above 38.
  it.each([
    ['K 2.8 mmol/L, started on tablets.', 'Hypokalaemia was treated with tablets.'],
    ['BMI 36 kg/m2; walks daily.', 'She is obese and stays active.'],
    ['Temp 36.8 °C, eating again.', 'He was afebrile and eating.'],
    [
      'CRP 186 mg/L, started on tablets.',
      'The CRP level on admission was clearly raised and tablets were given.',
    ],
    // KDIGO (2012): G3a from 45 to 59; PHQ-9 (2001): moderate from 10 to 14; severe hyponatraemia below 125 mmol/L.
    ['eGFR 52 mL/min; sees the nurse.', 'She has CKD stage 3a and sees the nurse.'],
    ['PHQ-9 12, sleeping badly.', 'He has moderate depression with poor sleep.'],
    ['Na 116 mmol/L, drowsy.', 'She was drowsy with severe hyponatraemia.'],
    // Two of one level, and a time between the name and its level.
    [
      'K 2.8 mmol/L, Mg 0.4 mmol/L, drowsy.',
      'Drowsy; potassium and magnesium on the first day were both low.',
    ],
    // By the range that the laboratory prints, also of a child and of what no dictionary knows.
    ['Girl, 3 years old. Potassium 5.6 mmol/L (3.4–4.7).', 'Her potassium was high and she slept.'],
    ['Ammonia 118 µmol/L (<50), drowsy.', 'Ammonia was raised and he was drowsy.'],
  ])('is what the evidence means: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['meant']);
  });

  it.each([
    ['K 2.8 mmol/L, started on tablets.', 'Hyperkalaemia was treated with tablets.'],
    ['Temp 36.8 °C, eating again.', 'He was febrile but ate.'],
    ['Heart rate 128 /min, sweating.', 'He was sweating without tachycardia.'],
    ['eGFR 52 mL/min; sees the nurse.', 'She has CKD stage 4 and sees the nurse.'],
    ['Na 133 mmol/L, drowsy.', 'She was drowsy with severe hyponatraemia.'],
    ['AHI 6, snores.', 'He snores and has severe sleep apnoea.'],
    ['Magnesium 0.52 mmol/L (0.70–1.05), pulse 44.', 'Magnesium was normal and the pulse slow.'],
  ])('is not what the evidence means: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['notMeant']);
  });

  it.each([
    ['too close to a limit', 'Temp 37.8 °C, eating again.', 'He was febrile but ate.'],
    ['one that may be as much', 'CRP 186 mg/L, ill.', 'The CRP was mildly raised.'],
    ['a former one', 'K 3.9 mmol/L, well.', 'Hypokalaemia was treated before.'],
    ['of a child', 'Boy, 3 years old. Heart rate 128 /min.', 'He had no tachycardia when calm.'],
    ['of a spoilt sample', 'K 6.8 mmol/L, haemolysed.', 'Hyperkalaemia was treated.'],
    ['the cause that is claimed', 'K 2.8 mmol/L, on furosemide.', 'Hypokalaemia was caused by furosemide.'],
    ['of a relative', 'BP 178/102, sweats.', 'His father had high blood pressure.'],
    ['of its medicine', 'K 2.8 mmol/L, on tablets.', 'Potassium supplements were reduced.'],
    [
      'printed with a range and changed since',
      'Calcium 3.12 mmol/L (2.2–2.6), then calcium 2.4 mmol/L.',
      'Calcium was high on paper.',
    ],
    ['of a study', 'In a randomised trial K was 2.8 mmol/L.', 'Hyperkalaemia was treated.'],
  ])('is left open where the value is %s', (_, evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});

describe('how sure a claim is', () => {
  it.each([
    ['Chest film: probable pneumonia.', 'Pneumonia was confirmed.'],
    ['Melanoma excised, histology pending.', 'Melanoma has been proven.'],
    ['Septic arthritis cannot be excluded.', 'Septic arthritis was ruled out.'],
    ['Parkinson disease is unlikely.', 'Parkinson disease is possible.'],
    ['Embolism was excluded.', 'Embolism is suspected.'],
  ])('differs from the evidence: %s', (evidence, claim) => {
    expect(signs(evidence, claim)).toEqual(['otherSureness']);
  });

  it.each([
    ['the same', 'Chest film: probable pneumonia.', 'Pneumonia is likely.'],
    ['said of something else', 'Gallstones are possible. Pneumonia on the film.', 'Pneumonia was confirmed.'],
    ['both', 'Pneumonia was probable at first and confirmed today.', 'Pneumonia was confirmed.'],
    ['less than the evidence says', 'Pneumonia was confirmed.', 'Pneumonia is likely.'],
    ['told apart in the claim', 'Pneumonia is possible.', 'Pneumonia is possible, not confirmed.'],
    ['none', 'Pneumonia is possible.', 'He has pneumonia.'],
  ])('is open where it is %s', (_, evidence, claim) => {
    expect(signs(evidence, claim)).toEqual([]);
  });
});
