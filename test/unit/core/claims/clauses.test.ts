import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../src/core/evidence/source/source-index';
import { checkClaim } from '../../../../src/engine/claims/verify';

/** What typed facts say of a claim, given the evidence. */
function verdictOn(claim: string, evidence: string): string {
  return checkClaim(claim, new SourceIndex('evidence', evidence, 'version')).verdict;
}

describe('a clause that says the claim but for one thing', () => {
  it.each([
    ['The patient is 45 years old.', 'The patient is 54 years old.'],
    ['Age 85.', 'Age 58.'],
    ['A 31-year-old man presented with chest pain.', 'A 31-year-old woman presented with chest pain.'],
    ['Gentamicin was given intravenously.', 'Gentamicin was given intramuscularly.'],
    ['Hydrocortisone 100 mg was given orally.', 'Hydrocortisone 100 mg was given IV every 6 hours.'],
    ['Stage II melanoma.', 'Stage IV melanoma.'],
    ['Stage IIA.', 'Stage IIIA.'],
    ['He has type 2 diabetes.', 'He has type 1 diabetes.'],
    ['Severe mitral regurgitation.', 'Moderate mitral regurgitation.'],
    ['The endoscopy was performed.', 'The endoscopy was cancelled.'],
    ['She agreed to dialysis.', 'She refused dialysis.'],
    ['He received the vaccine.', 'He declined the vaccine.'],
    ['Amiodarone was continued.', 'Amiodarone was stopped.'],
    ['Pregnancy test negative.', 'Pregnancy test positive.'],
    ['Ferritin was raised.', 'Ferritin was not elevated.'],
    ['She drives.', 'She does not drive.'],
    ['He is bedbound.', 'He is not bedbound.'],
    ['She takes sertraline.', 'No longer on sertraline.'],
    ['The fever began before the transfusion.', 'The fever began after the transfusion.'],
    ['The appointment is on 3 June.', 'The appointment is on 3 May.'],
    ['Flucloxacillin for 14 days.', 'Flucloxacillin for 7 days.'],
    ['The cast was worn for 8 weeks.', 'The cast was worn for six weeks.'],
    ['She has four children.', 'She has two children.'],
    [
      'The difference in readmissions was significant.',
      'The difference in readmissions was not significant.',
    ],
  ])('%s is contradicted by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('contradicted');
  });

  it.each([
    // Somebody else, or all of a group.
    ['She is 26 years old.', 'The median age was 62 years.'],
    ['She is 40 years old.', 'Her mother is 80 years old.'],
    ['She has type 2 diabetes.', 'Her brother has type 1 diabetes.'],
    // The claimed thing is said as well.
    ['Furosemide was given orally.', 'Furosemide was given intravenously and then orally.'],
    ['He takes two tablets at night.', 'He takes one tablet in the morning and two at night.'],
    ['Simvastatin was started.', 'Simvastatin was stopped and atorvastatin was started.'],
    ['She agreed to dialysis.', 'She first refused dialysis, then agreed to dialysis.'],
    // Another time, or not said to be so.
    ['The pain is mild.', 'The pain was severe last week.'],
    ['Ferritin is elevated.', 'Ferritin was not elevated in May.'],
    ['The culture is negative.', 'If the culture is positive, start flucloxacillin.'],
    ['Amoxicillin is given intravenously.', 'Amoxicillin may be given orally.'],
    ['The pain is severe.', 'Is the pain mild?'],
    // More than how and when.
    ['She drives.', 'She does not drive at night.'],
    ['The dose in adults is given intravenously.', 'The dose in children is given orally.'],
    ['He no longer smokes.', 'Smoking: quit in February.'],
  ])('%s is not contradicted by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).not.toBe('contradicted');
  });

  it.each([
    ['She is 58 years old.', 'Age 58.'],
    ['The endoscopy was performed.', 'The endoscopy was carried out.'],
    ['Amylase was elevated.', 'Amylase was raised.'],
    ['Treatment lasted 14 days.', 'Treatment lasted two weeks.'],
  ])('%s is supported by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('supported');
  });

  it.each([
    ['He takes warfarin.', 'He was on warfarin.'],
    ['Her sister has diabetes.', 'His sister has diabetes.'],
    ['She takes laxatives.', 'She denies that she takes laxatives.'],
    ['She takes warfarin.', 'Her husband takes warfarin.'],
    ['She takes warfarin.', 'She might take warfarin.'],
    ['Amylase is raised.', 'Amylase was raised on admission.'],
    ['He is 40 years old.', 'He is about 40 years old.'],
  ])('%s is not supported by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).not.toBe('supported');
  });
});

describe('a comparison', () => {
  const larger = 'The right pupil is larger than the left.';
  const nausea = 'Nausea was more frequent with codeine than with paracetamol.';
  it.each([
    [larger, 'The left pupil is larger than the right.', 'contradicted'],
    [larger, 'The right pupil is smaller than the left.', 'contradicted'],
    [larger, 'The left pupil is smaller than the right.', 'supported'],
    [nausea, 'Nausea was more frequent with paracetamol than with codeine.', 'contradicted'],
    [nausea, 'Nausea was less frequent with paracetamol than with codeine.', 'supported'],
    // One end holds the words of the other.
    [
      'Relapse was commoner in smokers than in non-smokers.',
      'Relapse was commoner in non-smokers than in smokers.',
      'contradicted',
    ],
    ['Rivaroxaban was inferior to warfarin.', 'Warfarin was superior to rivaroxaban.', 'supported'],
    ['Enoxaparin is preferred to warfarin.', 'Warfarin is preferred to enoxaparin.', 'contradicted'],
    [
      'Cough is worse in the morning than at night.',
      'Cough is worse at night than in the morning.',
      'contradicted',
    ],
    [
      'The swelling is not greater on the left than on the right.',
      'The swelling is greater on the left than on the right.',
      'contradicted',
    ],
  ])('%s: %s is %s', (evidence, claim, verdict) => {
    expect(verdictOn(claim, evidence)).toBe(verdict);
  });

  it.each([
    [nausea, 'Vomiting was less frequent with paracetamol than with codeine.'],
    [
      'The swelling is not greater on the left than on the right.',
      'The swelling is greater on the right than on the left.',
    ],
    ['Drug X may be better than drug Y.', 'Drug Y is better than drug X.'],
    ['The tumour is larger than in 2021.', 'The tumour is larger than in 2020.'],
    ['Drug X was better than drug Y in men.', 'Drug Y was better than drug X in women.'],
  ])('%s decides nothing of: %s', (evidence, claim) => {
    expect(['supported', 'contradicted']).not.toContain(verdictOn(claim, evidence));
  });
});

describe('a change from one value to another', () => {
  const fell = 'Haemoglobin fell from 120 to 88.';
  it.each([
    ['Haemoglobin rose from 88 to 120.', 'contradicted'],
    ['Haemoglobin fell from 88 to 120.', 'contradicted'],
    ['Haemoglobin dropped from 120 to 88.', 'supported'],
  ])(`${fell} %s is %s`, (claim, verdict) => {
    expect(verdictOn(claim, fell)).toBe(verdict);
  });

  it('is one of two ways where both are told', () => {
    const both = 'Ramipril was increased from 5 mg to 10 mg and later reduced from 10 mg to 5 mg.';
    expect(verdictOn('Ramipril was reduced from 10 mg to 5 mg.', both)).not.toBe('contradicted');
  });
});

describe('how old the patient is', () => {
  it.each([
    ['He is 76 years old.', 'He is a 67-year-old man.'],
    ['The patient is 76 years old.', 'A 67-year-old woman presented with cough.'],
  ])('%s is contradicted by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('contradicted');
  });

  it.each([
    ['She is 76 years old.', 'Her 67-year-old husband drove her.'],
    ['He is 76 years old.', 'He was a 67-year-old man when he had his stroke.'],
    ['The patient is 40 years old.', 'A 67-year-old man and a 40-year-old woman were seen.'],
    ['She is 34 years old.', 'A 67-year-old man hit her with his car.'],
    ['The patient is 76 years old.', 'The driver, a 67-year-old man, was unhurt.'],
    ['The patient is 76 years old.', 'A 67-year-old man brought his wife.'],
  ])('%s is not contradicted by %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).not.toBe('contradicted');
  });
});

describe('to what something was changed', () => {
  const ramipril = 'Ramipril was increased from 2.5 mg to 5 mg daily.';

  it.each([
    ['supported', 'Ramipril was increased to 5 mg daily.', ramipril],
    ['supported', 'Ramipril was increased to 5 mg.', ramipril],
    ['contradicted', 'Ramipril was reduced to 5 mg daily.', ramipril],
    ['supported', 'Metoprolol was reduced to 50 mg.', 'Metoprolol was reduced from 100 mg to 50 mg.'],
  ])('is %s: %s', (verdict, claim, evidence) => expect(verdictOn(claim, evidence)).toBe(verdict));

  it.each([
    // It may have been increased to that before.
    ['Ramipril was increased to 5 mg daily.', 'Ramipril was increased from 5 mg to 10 mg daily.'],
    ['Ramipril was increased to 5 mg twice daily.', ramipril],
    ['Ramipril was increased to 5 mg daily.', ramipril.replace('was', 'was not')],
    ['Ramipril was increased to 5 mg daily.', ramipril.replace('was', 'should be')],
    ['Bisoprolol was increased to 5 mg daily.', ramipril],
    // Whose end it is, the end alone does not tell.
    [
      'In hospital patients carriage fell to 19%.',
      'After the ban carriage fell from 45% to 19% in pigs and from 16% to 5% in hospital patients.',
    ],
    [
      'On placebo, drinks per day fell to 3.9.',
      'The drug reduced drinks per day from 6.1 to 3.9; placebo users went from 6.0 to 5.2.',
    ],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['supported', 'contradicted']).not.toContain(verdictOn(claim, evidence));
  });
});

describe('what somebody complains of', () => {
  it.each([
    ['supported', 'The patient had shortness of breath for three days.', 'Pt c/o SOB x 3 days.'],
    ['contradicted', 'The patient had shortness of breath for three weeks.', 'Pt c/o SOB x 3 days.'],
    ['supported', 'He takes insulin glargine 20 units at night.', 'He takes Lantus 20 units nocte.'],
  ])('is %s: %s', (verdict, claim, evidence) => expect(verdictOn(claim, evidence)).toBe(verdict));

  it.each([
    ['She had a headache for 3 days.', 'She was not c/o headache for 3 days.'],
    ['He had a headache for 3 days.', 'His wife c/o headache for 3 days.'],
    ['She complained of headache for 3 days.', 'She had a headache for 3 days.'],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['supported', 'contradicted']).not.toContain(verdictOn(claim, evidence));
  });
});
