import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../../src/core/evidence/source/source-index';
import { checkClaim } from '../../../../src/engine/claims/verify';

const verdictOn = (claim: string, evidence: string): string =>
  checkClaim(claim, new SourceIndex('evidence', evidence, 'version')).verdict;

describe('what a sentence denies, and nothing else', () => {
  it.each([
    ['No chest pain.', 'She denies chest pain.', 'supported'],
    ['She has no chest pain.', 'She denies chest pain.', 'supported'],
    ['No shortness of breath.', 'Patient denies chest pain, dyspnea or palpitations.', 'supported'],
    ['He has no haemoptysis.', 'No fever, cough or haemoptysis.', 'supported'],
    ['There is no fracture.', 'CT showed no fracture.', 'supported'],
    ['She is short of breath.', 'Patient denies chest pain, dyspnea or palpitations.', 'contradicted'],
    ['He has haemoptysis.', 'No fever, cough or haemoptysis.', 'contradicted'],
    // Both ways round.
    ['She has asthma.', 'She has no asthma.', 'contradicted'],
    ['She has no asthma.', 'She has asthma.', 'contradicted'],
    ['She denies headache.', 'She reports headache.', 'contradicted'],
    ['She reports headache.', 'She denies headache.', 'contradicted'],
    ['CT showed no fracture.', 'CT showed a fracture.', 'contradicted'],
    ['CT showed a fracture.', 'CT showed no fracture.', 'contradicted'],
  ])('%s by %s is %s', (claim, evidence, verdict) => {
    expect(verdictOn(claim, evidence)).toBe(verdict);
  });

  it.each([
    // Less is denied than the claim says.
    ['No headache.', 'No severe headache.'],
    ['No rash.', 'No new rash.'],
    ['No cough.', 'No productive cough.'],
    ['No chest pain.', 'No chest pain at rest.'],
    ['She has no chest pain.', 'She denies chest pain today.'],
    ['No leg swelling.', 'No ankle swelling.'],
    ['No leg swelling.', 'No left leg swelling.'],
    ['She has no diabetes.', 'She has no type 2 diabetes.'],
    ['No heart failure.', 'No HFrEF.'],
    ['No asthma.', 'No history of asthma.'],
    // Another time, somebody else, a condition, a question.
    ['There is no rash.', 'There was no rash.'],
    ['No fever.', 'No fever until yesterday.'],
    ['She has had no vomiting.', 'Denies nausea, vomiting or diarrhoea, but had vomiting last week.'],
    ['She has no cough.', 'Her mother denies a cough.'],
    ['He has no fever.', 'If there is no fever, stop antibiotics.'],
    ['He has no dizziness.', 'Any dizziness?'],
    ['No vomiting.', 'No more vomiting.'],
    // Taken back, or denied by who cannot know.
    ['She has no fever.', 'She denies fever. This is not true.'],
    ['No fever.', 'No cough and fever of 39.'],
    ['She has no asthma.', 'She denies asthma.'],
    ['He has no fracture.', 'CT showed no fracture.'],
    ['She denies fever.', 'No fever.'],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['supported', 'contradicted']).not.toContain(verdictOn(claim, evidence));
  });
});

describe('what a sentence denies and goes on to affirm', () => {
  const both = 'She denied chest pain but reported palpitations.';

  it.each([
    ['She had palpitations.', both, 'supported'],
    ['She denied palpitations.', both, 'contradicted'],
    ['She had chest pain.', both, 'contradicted'],
    ['She denied chest pain.', both, 'supported'],
    ['He had no cough.', 'He had no fever but had a cough.', 'contradicted'],
    // Other forms of one name.
    ['He was afebrile.', 'He was not febrile.', 'supported'],
    ['There was no tachycardia.', 'She was not tachycardic.', 'supported'],
    ['No hypoxia.', 'Not hypoxic.', 'supported'],
  ])('%s by %s is %s', (claim, evidence, verdict) => {
    expect(verdictOn(claim, evidence)).toBe(verdict);
  });

  it.each([
    ['She denied palpitations.', 'She denied chest pain but reported palpitations on exertion.'],
    ['He had a cough.', 'He had no fever but his wife had a cough.'],
    ['He had no pain.', 'He denied pain but only at rest.'],
    ['He had pneumonia.', 'He had no fever but possible pneumonia.'],
    ['There was no tachycardia.', 'She is not tachycardic.'],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['supported', 'contradicted']).not.toContain(verdictOn(claim, evidence));
  });
});

describe('the result of a test', () => {
  it.each([
    ['Blood cultures were negative.', 'Blood cultures grew E. coli.'],
    ['Blood culture was negative.', 'Urine culture negative, blood culture grew E. coli.'],
    ['Blood cultures were positive.', 'Blood cultures were negative.'],
  ])('%s is contradicted by %s', (claim, evidence) =>
    expect(verdictOn(claim, evidence)).toBe('contradicted'),
  );

  it.each([
    ['Blood cultures were negative.', 'Blood cultures grew nothing.'],
    ['Blood cultures were negative.', 'Blood cultures last week grew E. coli.'],
    ['Blood cultures were negative.', 'Blood cultures grew E. coli on admission and were negative on day 3.'],
    ['Repeat blood cultures were negative.', 'Blood cultures grew E. coli.'],
    ['Blood cultures were negative.', 'If blood cultures grow E. coli, give meropenem.'],
    ['COVID test was negative.', "Her husband's COVID test was positive."],
  ])('%s is not contradicted by %s', (claim, evidence) =>
    expect(verdictOn(claim, evidence)).not.toBe('contradicted'),
  );
});

describe('an allergy behind its label', () => {
  it.each([
    ['The patient has no known drug allergies.', 'Allergies: penicillin (rash).', 'contradicted'],
    ['The patient is allergic to penicillin.', 'Allergies: penicillin (rash).', 'supported'],
    ['The patient is allergic to codeine.', 'Allergies: none.', 'contradicted'],
    ['The patient is allergic to codeine.', 'NKDA.', 'contradicted'],
  ])('%s by %s is %s', (claim, evidence, verdict) => expect(verdictOn(claim, evidence)).toBe(verdict));

  it.each([
    ['She is allergic to codeine.', 'Allergies: penicillin (rash).'],
    ['The patient is allergic to penicillin.', 'Allergies: ? penicillin.'],
    ['The patient is allergic to penicillin.', 'Allergies: penicillin ruled out by testing.'],
    ['The patient is allergic to amoxicillin.', 'Amoxicillin allergy in the twin.'],
    ['The patient is allergic to penicillin.', 'His mother has a penicillin allergy.'],
    ['The patient has no known drug allergies.', 'Allergies: peanuts.'],
  ])('leaves open %s by %s', (claim, evidence) => {
    expect(['supported', 'contradicted']).not.toContain(verdictOn(claim, evidence));
  });
});
