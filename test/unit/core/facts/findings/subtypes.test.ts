import { describe, expect, it } from 'vitest';
import { passageEvidence } from '../../../../../src/core/checks/passage-evidence';
import { decideClaim } from '../../../../../src/core/claims/decide-claim';
import { passageSays } from '../../../../../src/core/claims/passages/passage-says';
import { extractFacts } from '../../../../../src/core/facts/extract';
import { builtInTerminology } from '../../../../../src/core/terminology/built-in';
import { libraryPassage } from '../../../../support/library-passage';
import { contradictionsOf, resultsOf } from '../../check-in';

/** What the only sentence of a guideline says of a claim. */
function says(claim: string, text: string): string | undefined {
  const evidence = passageEvidence(libraryPassage(text, '/g.md', 'Guideline'));
  const [sentence] = evidence.sentences;
  return sentence && passageSays(extractFacts(claim), evidence, sentence, builtInTerminology)?.says;
}

/** Kinds of one thing, the one in the source first. */
const kinds = [
  ['STEMI', 'NSTEMI'],
  ['HFrEF', 'HFpEF'],
  ['Type 2 diabetes', 'Type 1 diabetes'],
  ['T2DM', 'T1DM'],
  ['Ischaemic stroke', 'Haemorrhagic stroke'],
  ['Non-Hodgkin lymphoma', 'Hodgkin lymphoma'],
  ['Small cell lung cancer', 'Non-small cell lung cancer'],
  ['Acute pancreatitis', 'Chronic pancreatitis'],
  ['Primary hyperparathyroidism', 'Secondary hyperparathyroidism'],
  ['Open-angle glaucoma', 'Angle-closure glaucoma'],
  ['Obstructive sleep apnoea', 'Central sleep apnoea'],
  ['Small bowel obstruction', 'Large bowel obstruction'],
  ['Gastric ulcer', 'Duodenal ulcer'],
  ['Stable angina', 'Unstable angina'],
  ['Latent tuberculosis', 'Active tuberculosis'],
  ['Migraine with aura', 'Migraine without aura'],
  ['Paroxysmal atrial fibrillation', 'Permanent atrial fibrillation'],
  ['Abdominal aortic aneurysm', 'Thoracic aortic aneurysm'],
  ['Compensated cirrhosis', 'Decompensated cirrhosis'],
  ['Hepatitis B', 'Hepatitis C'],
  ['Bipolar I disorder', 'Bipolar II disorder'],
  ['Cold sores', 'Genital herpes'],
] as const;

describe('kinds of one thing', () => {
  it.each(kinds)('a guideline on %s supports nothing about %s, nor the other way round', (one, other) => {
    expect(says(`${one} is treated in hospital.`, `${one} is treated in hospital.`)).toBe('supported');
    expect(says(`${other} is treated in hospital.`, `${one} is treated in hospital.`)).not.toBe('supported');
    expect(says(`${one} is treated in hospital.`, `${other} is treated in hospital.`)).not.toBe('supported');
  });

  it.each(kinds)('a visit that tells of %s supports no note of %s', (one, other) => {
    const source = `[doctor] You have ${one}.\n[patient] I see.`;
    const [same] = resultsOf(`The patient has ${one}.`, [source]);
    const [sibling] = resultsOf(`The patient has ${other}.`, [source]);
    expect(same?.verdict).toBe('supported');
    expect(sibling?.verdict).not.toBe('supported');
  });

  it.each([
    ['STEMI', 'Myocardial infarction'],
    ['HFrEF', 'Heart failure'],
    ['Type 2 diabetes', 'Diabetes'],
    ['Metoprolol tartrate', 'Metoprolol'],
    ['Gout flare', 'Gout'],
    ['Asthma attack', 'Asthma'],
    ['Acute bronchitis', 'Bronchitis'],
    ['DOAC', 'Anticoagulant'],
  ])('what holds of the whole is not said of %s', (kind, whole) => {
    expect(says(`${kind} treatment needs care.`, `${whole} treatment needs care.`)).not.toBe('supported');
    expect(says(`${kind} treatment needs care.`, `${kind} treatment needs care.`)).toBe('supported');
  });

  it.each([
    ['Metoprolol succinate', 'Metoprolol tartrate'],
    ['Toprol XL', 'Lopressor'],
    ['AmBisome', 'Fungizone'],
    ['Prograf', 'Advagraf'],
    ['CellCept', 'Myfortic'],
    ['MS Contin', 'Oramorph'],
    ['Prolia', 'Xgeva'],
    ['Rybelsus', 'Ozempic'],
  ])('what is said of %s is not said of %s', (one, other) => {
    expect(says(`${one} reduces mortality.`, `${one} reduces mortality.`)).toBe('supported');
    expect(says(`${other} reduces mortality.`, `${one} reduces mortality.`)).not.toBe('supported');
  });

  it.each([
    ['STEMI', 'ST-elevation myocardial infarction'],
    ['T2DM', 'Type 2 diabetes'],
    ['Addison’s disease', 'Primary adrenal insufficiency'],
    ['Toprol-XL', 'Metoprolol succinate'],
  ])('names of one kind are one: %s and %s', (one, other) => {
    expect(says(`${one} needs treatment.`, `${other} needs treatment.`)).toBe('supported');
  });

  it('who has a kind has the whole, and no note of the whole is doubted for it', () => {
    const [whole] = resultsOf('The patient has heart failure.', [
      '[doctor] Any heart trouble?\n[patient] I have HFrEF.',
    ]);
    expect(whole?.verdict).toBe('supported');
  });

  it.each([
    ['No heart failure.', 'I have HFrEF.', 1],
    ['She has HFrEF.', 'I have no heart failure.', 1],
    ['No HFpEF.', 'I have HFrEF.', 0],
    ['No HFpEF.', 'I have heart failure.', 0],
    ['She has heart failure.', 'I have no HFpEF.', 0],
    ['No diabetes.', 'I have type 2 diabetes.', 1],
  ])('%s beside "%s": %i contradictions', (note, source, count) => {
    expect(contradictionsOf(note, `[doctor] How are you?\n[patient] ${source}`)).toHaveLength(count);
  });

  it('a denial of a kind denies not the whole', () => {
    const [whole] = resultsOf('No heart failure.', ['[doctor] There is no HFpEF.\n[patient] Good.']);
    expect(whole?.verdict).not.toBe('supported');
  });

  it('the verifier cannot support a kind that the evidence does not name', () => {
    const decide = (claim: string, evidence: string) =>
      decideClaim({
        claim,
        claimFacts: extractFacts(claim),
        evidence,
        evidenceFacts: extractFacts(evidence),
        typed: 'not-sure',
        typedConfidence: 0,
        shares: { supported: 0.98, contradicted: 0.01, notAddressed: 0.01 },
      });
    expect(decide('The patient has HFpEF.', 'The patient has HFrEF.').verdict).toBe('not-sure');
    expect(decide('The patient has HFpEF.', 'The patient has heart failure.').verdict).toBe('not-sure');
    expect(decide('The patient has HFrEF.', 'She is known to have HFrEF.').verdict).toBe('supported');
  });
});
