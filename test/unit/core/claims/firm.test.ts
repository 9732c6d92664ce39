import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../src/core/evidence/source/source-index';
import { checkClaim } from '../../../../src/engine/claims/verify';

/** What typed facts say of a claim, given the evidence. */
function verdictOn(claim: string, evidence: string): string {
  return checkClaim(claim, new SourceIndex('evidence', evidence, 'version')).verdict;
}

describe('a difference between a claim and its evidence', () => {
  it.each([
    [
      'Fentanyl 50 mg was given for sedation.',
      'Midazolam 2 mg and fentanyl 50 micrograms given for sedation.',
    ],
    ['The left knee was replaced.', 'Right total knee replacement. The right knee was replaced on Monday.'],
    ['A pulmonary infarct is present.', 'Filling defects in the right main artery. No infarct.'],
    ['No honeycombing was seen on the scan.', 'Scan: basal reticulation and honeycombing.'],
    ['There is no evidence of pneumonia.', 'The film shows pneumonia.'],
    ['The lung has metastases.', 'Metastases were not seen.'],
    ['Lisinopril 20 mg daily.', 'Lisinopril 10 mg daily.'],
    ['She takes alendronic acid 70 mg daily.', 'She takes alendronic acid 70 mg weekly.'],
  ])('contradicts where one thing is meant: %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('contradicted');
  });

  it.each([
    // A daily total of a single dose.
    ['He takes 60 mg of baclofen daily.', 'Baclofen 20 mg three times a day. Skin intact.'],
    // A dose that is being changed.
    ['Ramipril is taken at 10 mg.', 'Ramipril raised from 5 mg to 7 mg in May, and ramipril 12 mg planned.'],
    // The healthy side is not the affected one.
    ['The right kidney shows no scarring.', 'Left kidney scarred. The left kidney is small.'],
    // Another time.
    ['The right shoulder was replaced two years ago.', 'Left shoulder replacement, deltopectoral approach.'],
    // The negation is of an effect.
    ['Treatment has no effect on asthma.', 'She has asthma, and treatment goes on.'],
    // Arms of a trial.
    [
      'Haemoglobin was 118 g/L.',
      'In 240 adults randomised to iron or placebo, haemoglobin was 131 g/L and 124 g/L (P=0.01).',
    ],
    // A bound in a recommendation.
    ['Haemoglobin is 128 g/L.', 'Start treatment at a haemoglobin below 100 g/L.'],
    // What is denied is the vaccine.
    ['Two drugs inhibit influenza.', 'There is no vaccine for influenza.'],
    // What is denied is the transmission.
    ['There is no airborne transmission of COVID-19.', 'COVID-19 filled both wards.'],
    // What is negative is an antibody.
    ['The antibodies fit active lupus.', 'Lupus anticoagulant negative.'],
    // A statistic, however its letter is written.
    ['Haemoglobin was 118 g/L.', 'Haemoglobin was 131 g/L with iron and 124 g/L without (p < 0.01).'],
    // A volume and its strength.
    ['She takes 60 mg of methadone a day.', 'Methadone 60 mL of 1 mg/mL daily.'],
    // A bound that the value keeps.
    ['Saturation was higher than 90%.', 'Saturation was 97% on air.'],
    // A dose by body surface, one of several a day, and what is reckoned from two values.
    ['She received 85 mg of methotrexate.', 'Methotrexate 50 mg/m² on Friday, body surface 1.7 m².'],
    ['He takes 1,300 mg of valproate daily.', 'Valproate 500 mg twice daily and 300 mg once at night.'],
    // Both sides are in the claim.
    ['The right kidney is shorter than the left.', 'Right kidney 8.1 cm, left kidney 10.4 cm.'],
    // An exception, and what is taken for granted.
    ['Sinusitis is the only infection.', 'No infections bar one sinusitis.'],
    ['The sinusitis was treated with doxycycline.', 'No sinusitis this winter.'],
    // Somebody else's.
    ['HIV was found.', 'His brother is HIV negative.'],
  ])('is left to a reader where something else may be meant: %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).not.toBe('contradicted');
  });
});

describe('words and facts in common', () => {
  it('support a claim', () => {
    expect(verdictOn('Haemoglobin is 9.2 g/dL.', 'MCV 68 fL. Haemoglobin is 92 g/L.')).toBe('supported');
  });

  it.each([
    ['The patient has chronic obstructive pulmonary disease.', 'Her husband smokes. He has COPD.'],
    ['She is pregnant.', 'She hopes to become pregnant next year.'],
    ['Both margins are clear.', 'Ectocervical margin clear, endocervical margin involved.'],
  ])('support nothing that is said of somebody else, hoped for, or true in part: %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).not.toBe('supported');
  });
});

describe('a claim that leaves words out', () => {
  it.each([
    ['The wound is clean.', 'The wound on her heel is clean.'],
    ['She works as a nurse.', 'She works as a nurse, has two cats and lives alone.'],
  ])('is supported where the rest stands without them: %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).toBe('supported');
  });

  it.each([
    ['In 2019, 2020, 2021 and 2021 the ward was full.', 'In 2019, 2020, 2021 and 2022 the ward was full.'],
    [
      'The ward was painted green, then blue, then white, then white.',
      'The ward was painted green, then blue, then white, then grey.',
    ],
    ['The man sat on the child.', 'The man sat on the bed with the child.'],
    ['The flat has two steps.', 'The flat has two rooms, cold in winter, and steps.'],
    [
      'The hospital has 40 beds.',
      'The two hospitals together: the hospital has 40 beds and 12 cots combined.',
    ],
    ['She works at the Hope clinic.', 'She works at the Hope and Glory clinic.'],
    ["My children don't eat fish here.", "My children don't eat raw fish here."],
    ['The dressing has no stains.', 'The dressing has no stains on its back.'],
    ['Every ward is full.', 'Every ward here is full.'],
    ['The ward is very cold.', 'The ward is cold.'],
    ['The flat and garden are new.', 'The flat, garden shed apart, are new.'],
    ['The choir sings folk songs.', 'The choir sings alt-folk songs.'],
    ['The ward uses the same mattress.', 'The ward uses a mattress.'],
    ['The garden was sold.', 'The garden was kept, the house was sold.'],
    ['Her sister lives nearby.', 'A sister lives nearby.'],
    ['The dressing was changed on the ward.', 'The dressing was changed was changed on the ward.'],
  ])('is not where another thing may be meant: %s', (claim, evidence) => {
    expect(verdictOn(claim, evidence)).not.toBe('supported');
  });
});
