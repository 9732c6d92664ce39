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
  ])('keeps silent on %j', (note) => {
    expect(found(note)).toEqual([]);
  });
});
