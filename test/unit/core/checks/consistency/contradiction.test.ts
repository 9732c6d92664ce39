import { describe, expect, it } from 'vitest';
import { consistencyContradiction } from '../../../../../src/core/checks/consistency/contradiction';
import { noteDraftsOf, reportedBy } from '../note-check';

describe('consistency/contradiction', () => {
  it('reports a finding that is affirmed and denied', () => {
    const note = 'HISTORY\n\nShe reports nausea.\n\nREVIEW OF SYSTEMS\n\nShe denies nausea and vomiting.';
    const [draft] = noteDraftsOf(consistencyContradiction, note);
    expect(draft).toMatchObject({ text: 'nausea', verdict: 'contradicted', cited: ['She reports nausea.'] });
  });

  it('reports it in the other order too', () => {
    const note = 'HISTORY\n\nShe denies shortness of breath.\n\nREVIEW OF SYSTEMS\n\nShe endorses dyspnea.';
    expect(reportedBy(consistencyContradiction, note)).toEqual(['dyspnea']);
  });

  it.each([
    'She reports nausea. She denies vomiting.',
    'LEFT. No thenar wasting.\n\nIMPRESSION\n\nSevere right carpal tunnel syndrome with thenar wasting.',
    'She had nausea last week. She denies nausea today.',
    'She denies fever at first. She reports fever.',
    'PAST MEDICAL HISTORY\n\nShe reports asthma.\n\nEXAM\n\nNo asthma.',
    'Her mother has dizziness. She denies dizziness.',
    'She may have dizziness on this tablet. She denies dizziness.',
    'She reports pain in the left knee. No pain in the right knee.',
    'She reports shortness of breath with activity. She denies shortness of breath.',
    'Return if you have fever. She denies fever.',
    'Husband (also on ramipril) has dizziness. She denies dizziness.',
    'No history of hypertension. Assessment: Newly diagnosed hypertension.',
    'No history of hypertension. Assessment: hypertension today.',
    'Denies fever. Assessment: viral syndrome without fever.',
    'Denies fever. Temp 38.9 C. Assessment: viral syndrome with fever.',
    'Denies wheezing.\n\n# Examination\n\nWheezing on both sides.\n\n# Assessment\n\nAsthma with wheezing.',
    'Denies fever. Return with fever.',
    'He has had dizziness for years. Neither fall was accompanied by dizziness.',
  ])('is quiet on "%s"', (note) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([]);
  });

  it.each([
    [
      'Social history: never smoker.\n\nAssessment: COPD in a current smoker of 20 cigarettes a day.',
      'current smoker',
    ],
    ['SOCIAL HISTORY\n\nSmokes 10 cigarettes a day.\n\nASSESSMENT\n\nHealthy non-smoker.', 'non-smoker'],
    ['Social history: ex-smoker.\n\nShe has never smoked.', 'has never smoked'],
    ['PMH: no diabetes. Hypertension.\n\nPlan: Type 2 diabetes: continue metformin.', 'type 2 diabetes'],
    ['PMH: asthma.\n\nHPI: He does not have asthma.', 'asthma'],
    ['No history of hypertension. Assessment: Hypertension, uncontrolled.', 'hypertension'],
    ['HPI: denies asthma.\n\nAssessment: asthma exacerbation.', 'asthma exacerbation'],
    ['Denies fever. Assessment: viral syndrome with fever.', 'fever'],
    ['HPI: no headache.\n\n# Assessment\n\nSinusitis with headache.', 'headache'],
    ['Known epilepsy.\n\nPMH: no epilepsy, no asthma.', 'epilepsy'],
    ['On examination: He is afebrile. Temp 39.2 C.', '39.2 C'],
    ['Temp 36.6 C. He is febrile.', 'febrile'],
    ['Vitals: afebrile, temp 39.2 C.', 'afebrile'],
    ['He is hypoxic. SpO2 99% on air.', '99%'],
  ])('reports what "%s" says twice', (note, text) => {
    const found = reportedBy(consistencyContradiction, note).map((said) => said.toLowerCase());
    expect(found).toEqual([text.toLowerCase()]);
  });

  it.each([
    // Smoking: others, other times, other things, and states that go together.
    'Social history: never smoker. Her husband is a current smoker.',
    'Family history: father was a heavy smoker.\n\nShe has never smoked.',
    'Family history: smoker.\n\nSocial history: never smoker.',
    'Non-smoker.\n\nSocial history: former smoker.',
    'She was a smoker until 2010.\n\nSocial history: ex-smoker.',
    'Social history: smokes 10 a day.\n\nPlan: Quit smoking.',
    'Social history: never smoker.\n\nShe smokes cannabis.',
    'Social history: does not smoke in the house.\n\nCurrent smoker.',
    'Smoker: no.\n\nSocial history: never smoker.',
    '[ ] Current smoker\n\nSocial history: never smoker.',
    'Current smoker.\n\nPlan: he wants to be a non-smoker by June.',
    'Never smoker. Her ex-husband is a current smoker.',
    'Never smoker. Passive smoker through her work in a bar.',
    // Diagnoses: new, guessed, others', outgrown, part of a denial.
    'PMH: no diabetes.\n\nAssessment: newly diagnosed type 2 diabetes. Start metformin.',
    'PMH: no diabetes.\n\nAssessment: type 2 diabetes. Start metformin.',
    'Family history: diabetes.\n\nPMH: no diabetes.',
    'PMH: no diabetes.\n\nMother has known diabetes.',
    'PMH: asthma as a child.\n\nHe has no asthma.',
    'PMH: asthma.\n\nNo asthma attacks this year.',
    'PMH: type 2 diabetes.\n\nHe does not have type 1 diabetes.',
    'PMH: gestational diabetes.\n\nNo diabetes.',
    'PMH: asthma: no. Hypertension.\n\nNo asthma.',
    'PMH: no hypertension.\n\nPlan: continue screening for hypertension.',
    'PMH: no COPD.\n\nPossible chronic obstructive pulmonary disease; continue with spirometry.',
    // Values: another time, another place, or near the cut-off.
    'He was febrile on admission. Temp 36.8 C.',
    'Temp 39.2 C overnight. He is afebrile.',
    'He is now afebrile. Temp 39.2 C yesterday.',
    'He is afebrile. Temp 37.7 C.',
    'He is afebrile. Temp 36.8 C.',
    'No longer febrile. Temp 36.8 C.',
    'Not hypoxic. SpO2 98% on air.',
    'He is hypoxic. SpO2 97% on 2 L/min oxygen via nasal cannula.',
    'HISTORY\n\nHe is afebrile.\n\nEXAMINATION\n\nTemp 39.2 C.',
    'He is afebrile. Temp 39.2 C. Temp 36.9 C.',
    'Febrile convulsion. Temp 36.8 C.',
    'Her son is febrile. Temp 36.8 C.',
  ])('holds nothing against "%s"', (note) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([]);
  });
});
