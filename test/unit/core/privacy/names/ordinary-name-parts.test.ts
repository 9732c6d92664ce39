import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('the parts of a name that are ordinary words', () => {
  it.each([
    ['before a last name, behind a label', 'Re Lavender Hathersage, thank you.', 'Lavender'],
    ['a day', 'Pt Tuesday Adeyinka slept well.', 'Tuesday'],
    ['a month behind a title', 'Book Mrs Annelise April, please. April is her surname.', 'April'],
    ['between two names', 'Patient: Sipho Welcome Mthethwa', 'Welcome'],
    ['behind a name with a title', 'I asked Prof Nadia Begonia for an opinion.', 'Begonia'],
    ['where it stands again', 'From: Treasure Okonjo\nHello, it is about my leg.\nTreasure', 'Treasure'],
  ])('go with it: %s', (_, text, gone) => {
    expect(hide(text)).not.toContain(gone);
  });

  it('are none where a day is a day and a role a role', () => {
    const hidden = hide('Seen on Tuesday Dr Okonjo agreed. The nurse and Consultant Hathersage came.');
    expect(hidden).toContain('on Tuesday Dr');
    expect(hidden).toContain('Consultant');
    expect(hidden).toContain('The nurse and');
  });
});

describe('words with a capital in the middle of a sentence', () => {
  it.each([
    ['two of them', 'he sings with Velvet Harbour most weekends', 'Velvet Harbour'],
    ['one behind a comma', 'her best friend, Clover, drove her', 'Clover'],
    ['one in brackets', 'the dog (Biscuit) bit him', 'Biscuit'],
  ])('are taken: %s', (_, text, gone) => {
    expect(hide(text)).not.toContain(gone);
  });

  it('are left where they are words of medicine or kinds of places', () => {
    const text =
      'he had a Left Bundle Branch Block and a Chest X-ray in the Acute Stroke Unit after the Whipple Procedure.';
    expect(hide(text)).toBe(text);
  });
});

describe('names that are months, days and faiths', () => {
  it.each([
    ['came with wife June and a friend', 'June'],
    ['Our secretary is April, ext 4.', 'April'],
    ['If lost ask Christian.', 'Christian'],
    ['PATIENT: FRIDAY, GLORIA   AGE: 40', 'FRIDAY'],
    ['okay then sister blossom checked my pressure', 'blossom'],
  ])('are taken by who they are said to be: %s', (text, gone) => {
    expect(hide(text)).not.toContain(gone);
  });

  it.each([
    'He is Christian and fasts.',
    'the doctor kindly checked it',
    'my sister also said so',
    'Ask about Christian rites.',
  ])('are left elsewhere: %s', (text) => {
    expect(hide(text)).toBe(text);
  });
});

describe('who signs with letters', () => {
  it.each([
    ['Transcribed qv. Copy sent.', 'qv'],
    ['temp 38, fluids pushed. told mum to ring back. qv', 'qv'],
    ['First: Ada   MI: Q', 'Q'],
  ])('is taken out: %s', (text, gone) => {
    expect(hide(text)).not.toMatch(new RegExp(`\\b${gone}\\b`));
  });

  it('is nobody where the last word is an abbreviation', () => {
    expect(hide('amlodipine 5 mg. ok. od')).toMatch(/od$/);
  });
});
