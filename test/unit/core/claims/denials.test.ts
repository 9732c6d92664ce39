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
