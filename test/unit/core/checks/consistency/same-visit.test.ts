import { describe, expect, it } from 'vitest';
import { consistencyContradiction } from '../../../../../src/core/checks/consistency/contradiction';
import { noteDraftsOf, reportedBy } from '../note-check';

const inCase = (list: readonly string[]): string[] => list.map((text) => text.toLowerCase());

describe('signs that one examination cannot both find', () => {
  it('are reported at the later place, with the earlier one cited', () => {
    const note = '## Exam\n\nLungs clear.\n\n## Assessment\n\nPneumonia with bilateral crackles on exam.';
    const [draft, ...more] = noteDraftsOf(consistencyContradiction, note);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      text: 'bilateral crackles',
      verdict: 'contradicted',
      cited: ['Lungs clear.'],
    });
  });

  it.each([
    ['Exam: Lungs are clear to auscultation bilaterally. Assessment: fine crackles.', 'fine crackles'],
    [
      '## Exam\n\nHeart: regular rate and rhythm.\n\n## Assessment\n\nIrregularly irregular rhythm, AF.',
      'irregularly irregular',
    ],
    ['EXAM: CV: RRR, no murmurs.\n\nIMPRESSION: Aortic stenosis, 3/6 systolic murmur.', 'systolic murmur'],
    [
      '## Exam\n\nAbdomen: soft, non-tender.\n\n## Assessment\n\nAcute abdomen, rebound tenderness.',
      'rebound tenderness',
    ],
    [
      '## Exam\n\nExtremities: no edema.\n\n## Assessment\n\nHeart failure, bilateral pitting edema.',
      'bilateral pitting edema',
    ],
    ['## Exam\n\nAntalgic gait.\n\n## Assessment\n\nKnee pain with a normal gait.', 'normal gait'],
    ['## Exam\n\nNeuro: no focal deficits.\n\n## Assessment\n\nStroke: hemiparesis.', 'hemiparesis'],
  ])('"%s"', (note, text) => {
    expect(inCase(reportedBy(consistencyContradiction, note))).toEqual([text]);
  });

  it.each([
    // A part of the whole.
    'Exam: Lungs clear except for bibasal crackles.',
    'Exam: Lungs clear. Fine crackles at the left base.',
    // Before and after, another visit, what may come.
    'Exam on arrival: bilateral crackles. Exam later: lungs clear.',
    '## Exam\n\nBilateral crackles.\n\n## Reassessment\n\nLungs clear bilaterally.',
    '## Hospital course\n\nShe had bilateral crackles.\n\n## Exam\n\nLungs clear bilaterally.',
    'HPI: At urgent care she had bilateral crackles.\n\nExam: Lungs clear bilaterally.',
    '## Exam\n\nLungs clear bilaterally.\n\n## Assessment\n\nBilateral crackles last week, resolved.',
    '## Past history\n\nHeart failure with bilateral crackles.\n\n## Exam\n\nLungs clear bilaterally.',
    '## Exam\n\nAbdomen soft, non-tender.\n\n## Plan\n\nReturn if abdominal tenderness.',
    // Denied, doubted, another person's, of something else.
    '## Exam\n\nRegular rate and rhythm.\n\n## Assessment\n\nPalpitations. No irregular rhythm.',
    '## Exam\n\nNo wheezes, no bilateral crackles. Lungs clear.',
    '## Exam\n\nRRR.\n\n## Assessment\n\nPossible irregular pulse at night.',
    '## Exam\n\nRRR.\n\n## Family history\n\nFather: irregular pulse.',
    '## Exam\n\nRRR.\n\n## Assessment\n\nParoxysmal atrial fibrillation.',
    '## Exam\n\nNo edema.\n\n## Assessment\n\nRight ankle swelling after a sprain.',
    '## HPI\n\nReports expiratory wheeze at night.\n\n## Exam\n\nLungs clear.',
  ])('are no others: "%s"', (note) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([]);
  });

  it('are looked for in a long line of denials in little time', () => {
    expect(reportedBy(consistencyContradiction, `Exam: ${'no edema, '.repeat(400)}lungs clear.`)).toEqual([]);
  });
});

describe('how well a disease is controlled', () => {
  it.each([
    ['HPI: hypertension well controlled.\n\nAssessment: Hypertension, uncontrolled.', 'hypertension'],
    ['Assessment: Poorly controlled asthma.\n\nPlan: Asthma is well controlled, continue inhaler.', 'asthma'],
    ['Type 2 diabetes (not controlled).\n\nAssessment: well-controlled type 2 diabetes.', 'type 2 diabetes'],
  ])('is told in two ways by "%s"', (note, text) => {
    expect(inCase(reportedBy(consistencyContradiction, note))).toEqual([text]);
  });

  it.each([
    'HPI: hypertension was well controlled until last month.\n\nAssessment: Hypertension, uncontrolled.',
    'HPI: reports that her asthma is well controlled.\n\nAssessment: Asthma, poorly controlled.',
    'Hypertension, well controlled at home.\n\nAssessment: Hypertension, uncontrolled.',
    'Hypertension, well controlled. Diabetes, uncontrolled.',
    'Mother has hypertension, well controlled.\n\nAssessment: Hypertension, uncontrolled.',
    'Hypertension, not well controlled.\n\nPlan: Hypertension, uncontrolled: start amlodipine 5 mg daily.',
    'Type 1 diabetes, well controlled.\n\nType 2 diabetes, uncontrolled.',
  ])('is one thing in "%s"', (note) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([]);
  });
});

describe('one test with two results of a day', () => {
  it.each([
    ['Creatinine 1.2 mg/dL today.\n\nAssessment: Creatinine 2.1 mg/dL today.', '2.1 mg/dL'],
    ['## Labs\n\nHbA1c 9.1 %.\n\n## Assessment\n\nType 2 diabetes, HbA1c 7.1 %.', '7.1 %'],
    ['## Results\n\nPotassium 6.2 mmol/L.\n\n## Assessment\n\nCKD, potassium 4.2 mmol/L.', '4.2 mmol/L'],
    [
      '## Results\n\nHb 12 March 2025: 9.1 g/dL.\n\n## Assessment\n\nHb 11.9 g/dL on 12 March 2025.',
      '11.9 g/dL',
    ],
  ])('is reported: "%s"', (note, text) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([text]);
  });

  it.each([
    'Creatinine 1.2 mg/dL last month.\n\nAssessment: Creatinine 2.1 mg/dL today.',
    'Creatinine 1.2 mg/dL.\n\nAssessment: Creatinine 2.1 mg/dL today.',
    '## Labs\n\nHbA1c 9.1 % in March.\n\n## Assessment\n\nHbA1c 7.1 %.',
    '## Labs\n\nHbA1c 9.1 %.\n\n## Assessment\n\nHbA1c 7.1 % is the goal.',
    '## Labs\n\nHb on 3 March 2025: 9.1 g/dL.\n\n## Assessment\n\nHb on 12 March 2025: 11.2 g/dL.',
    '## Labs\n\nCreatinine 1.2 mg/dL.\n\n## Assessment\n\nUrine creatinine 80 mg/dL.',
    '## Labs\n\nCreatinine 1.2 mg/dL.\n\n## Assessment\n\nCreatinine 106 umol/L.',
    '## Labs\n\nHb 9.1 g/dL.\n\n## Assessment\n\nAnaemia, Hb 9 g/dL.',
    '## Labs\n\nHb 9.1 g/dL.\n\n## Assessment\n\nAnaemia, Hb improved to 11 g/dL.',
    '## Labs\n\nPotassium 6.2, repeat 4.8 mmol/L.\n\n## Assessment\n\nPotassium 4.8 mmol/L.',
    '## Labs\n\nPotassium 6.2 mmol/L. Potassium 5.1 mmol/L.\n\n## Assessment\n\nPotassium 4.8 mmol/L.',
    '## HPI\n\nHbA1c 9.1 %.\n\n## Assessment\n\nHbA1c 7.1 %.',
    '## Labs\n\nGlucose 180 mg/dL.\n\n## Assessment\n\nGlucose 120 mg/dL.',
    '## Labs\n\nHer husband’s HbA1c 9.1 %.\n\n## Assessment\n\nHbA1c 7.1 %.',
  ])('is none: "%s"', (note) => {
    expect(reportedBy(consistencyContradiction, note)).toEqual([]);
  });
});
