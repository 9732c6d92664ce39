import { describe, expect, it } from 'vitest';
import { faithfulnessFindingNotFound } from '../../../../../src/core/checks/faithfulness/finding-not-found';
import { draftsAgainst } from '../source-check';

const visit = '[doctor] what brings you in ?\n[patient] i have a cough and i get short of breath .';
const found = (note: string): string[] =>
  draftsAgainst(faithfulnessFindingNotFound, note, visit).map(({ text, verdict }) => `${text}: ${verdict}`);

describe('faithfulness/finding-not-found', () => {
  it.each([
    ['The patient also reports double vision.', ['double vision: not-addressed']],
    ['# History of present illness\n\nCough with night sweats.', ['night sweats: not-addressed']],
    ['# Review of systems\n\nPositive for palpitations.', ['palpitations: not-addressed']],
    ['Cough for 3 days with hemoptysis.', ['hemoptysis: not-addressed']],
    ['Cough with vomiting and dizziness.', ['vomiting: not-addressed', 'dizziness: not-addressed']],
    ['Assessment: bronchitis with night sweats.', ['night sweats: not-addressed']],
  ])('%j holds what nobody said', (note, expected) => {
    expect(found(note)).toEqual(expected);
  });

  it.each([
    'The patient reports a cough.',
    'She denies double vision.',
    '# History of present illness\n\nDyspnea on exertion.',
    '# Examination\n\nTachycardia.',
    '# Family history\n\nAsthma.',
    'Return if you have palpitations.',
    'Dyspnea with cough.',
    'Watch for vomiting.',
    'Assessment: pneumonia.',
    'Start ondansetron for nausea.',
    'Exam: wheezing.',
    'Plan: dizziness handout.',
  ])('keeps silent on %j', (note) => {
    expect(found(note)).toEqual([]);
  });

  const asthma = '[doctor] how is your asthma ?\n[patient] good , i hardly use the inhaler .';

  it.each([
    ['COPD, well controlled.', ['COPD: not-addressed']],
    ['# Assessment\n\nEmphysema, stable.', ['Emphysema: not-addressed']],
    ['Asthma, well controlled.', []],
    ['No COPD.', []],
    ['# Family history\n\nCOPD.', []],
    ['Hypertension, well controlled.', []],
  ])('%j, where the source names asthma', (note, expected) => {
    const drafts = draftsAgainst(faithfulnessFindingNotFound, note, asthma);
    expect(drafts.map(({ text, verdict }) => `${text}: ${verdict}`)).toEqual(expected);
  });
});
