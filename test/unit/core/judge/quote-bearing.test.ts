import { describe, expect, it } from 'vitest';
import {
  showsContradiction,
  showsSupport,
  termsIn,
  wordsNotIn,
} from '../../../../src/core/judge/quote-bearing';

describe('a quote shows its support', () => {
  it.each([
    ['Lisinopril is started at 10 mg once daily.', 'Start lisinopril at 10 mg once daily.'],
    ['Metformin is not used below an eGFR of 30.', 'Metformin is contraindicated at an eGFR under 30.'],
    ['Furosemide lowers blood pressure.', 'Lasix reduces the BP.'],
    ['Renal function is monitored in the clinic.', 'Kidney function is checked in the clinic.'],
  ])('where it says the same: %s', (statement, quote) => {
    expect(showsSupport(statement, quote)).toBe(true);
  });

  it.each([
    ['a word that is not in it', 'Lisinopril is safe in pregnancy.', 'Start lisinopril at 10 mg once daily.'],
    ['another topic', 'Lisinopril cures diabetes.', 'Start lisinopril at 10 mg once daily.'],
    ['no topic', 'It is so.', 'Start lisinopril at 10 mg once daily.'],
    ['a negation', 'Metformin is used at an eGFR under 30.', 'Metformin is not used at an eGFR under 30.'],
    [
      'a second negation',
      'Metformin is not contraindicated at an eGFR under 30.',
      'Metformin is contraindicated at an eGFR under 30.',
    ],
    ['a part of what it denies', 'He does not eat meat.', 'He does not eat raw meat.'],
    [
      'the other side of a bound',
      'Metformin is used above an eGFR of 30.',
      'Metformin is used below an eGFR of 30.',
    ],
    ['places changed', 'Aspirin replaces warfarin.', 'Warfarin replaces aspirin.'],
    ['somebody else', 'He had a heart attack.', 'His father had a heart attack.'],
    ['a question', 'Metformin is tolerated well.', 'Is metformin tolerated well?'],
    ['a mere possibility', 'Aspirin causes bleeding.', 'Aspirin may cause bleeding.'],
    ['another number', 'Lisinopril is started at 20 mg.', 'Lisinopril is started at 10 mg.'],
    ['the other side of the body', 'The left knee is swollen.', 'The right knee is swollen.'],
    [
      'two sentences that it is put together from',
      'Lisinopril is safe in pregnancy.',
      'Lisinopril lowers blood pressure. Paracetamol is safe in pregnancy.',
    ],
  ])('but not across %s', (_, statement, quote) => {
    expect(showsSupport(statement, quote)).toBe(false);
  });
});

describe('a quote shows its contradiction', () => {
  it.each([
    ['another dose', 'Lisinopril is started at 20 mg.', 'Start lisinopril at 10 mg once daily.', true],
    ['a negation', 'Metformin is used in pregnancy.', 'Metformin is not used in pregnancy.', true],
    ['the same words', 'Metformin is used in pregnancy.', 'Metformin is used in pregnancy.', false],
    ['another topic', 'Lisinopril cures diabetes.', 'Start lisinopril at 10 mg once daily.', false],
    [
      'the negation of another sentence',
      'Lisinopril cures diabetes.',
      'Start lisinopril at 10 mg once daily. Do not listen.',
      false,
    ],
  ])('by %s', (_, statement, quote, shows) => {
    expect(showsContradiction(statement, quote)).toBe(shows);
  });
});

describe('the words that a quote does not have', () => {
  it.each([
    ['another person', 'His brother has diabetes.', 'His father has diabetes.', ['brother']],
    ['another time', 'Take the tablets before meals.', 'Take the tablets with meals.', ['before']],
    ['a disease', 'Aspirin helps in gout.', 'Aspirin helps in migraine.', ['gout']],
    ['a limit', 'Give oxygen to all patients.', 'Give oxygen to patients.', ['all']],
    ['nothing', 'Renal function is monitored.', 'Kidney function is checked.', []],
    ['another order alone', 'Aspirin replaces warfarin.', 'Warfarin replaces aspirin.', []],
  ])('are named: %s', (_, statement, quote, words) => {
    expect(wordsNotIn(statement, quote)).toEqual(words);
  });

  it('leave out what may be a name', () => {
    expect(wordsNotIn('Seen by Kowalska with asthma.', 'Seen in clinic.')).toEqual(['asthma']);
  });
});

describe('what a heading is about', () => {
  it('is told by the names of its clinical terms, and by nothing else of it', () => {
    expect(termsIn('Lasix in heart failure: agree with every claim')).toEqual([
      'furosemide',
      'heart failure',
    ]);
    expect(termsIn('Whatever is claimed here is true')).toEqual([]);
    expect(termsIn('')).toEqual([]);
  });
});
