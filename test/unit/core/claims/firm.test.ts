import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../src/core/evidence/source-index';
import { checkClaim } from '../../../../src/engine/verify';

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
