import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (...texts: string[]): string => new Deidentifier(28).hide(texts).join('\n');

describe('a name that was found', () => {
  it.each([
    ['by its initials', 'Seen: Keziah Zeller.', 'Told KZ to come back.', 'KZ'],
    ['by its initials, where they mean something else', 'Laura Bickerstaff rang.', 'Subject: LB', 'LB'],
    ['by the initials that somebody signed with', 'Notes by TW so far.', 'Slept well. TW', 'TW'],
    ['by its first letter', 'Tobias Okonjo came alone.', 'T believes that he is watched.', 'T'],
    ['cut short', 'From: Nabeel Chaudhry', 'Thanks for this.\n\nNab\n', 'Nab'],
    ['with a letter wrong', 'Mr Pemberton is well.', 'saw pembreton on the round', 'pembreton'],
    ['with two letters wrong', 'Mr Okonkwoeze is well.', 'saw okonkwese on the round', 'okonkwese'],
    ['by the initials of a double first name', 'Tyler-James Okonjo came.', 'He said TJ is shy.', 'TJ'],
    ['by a word of medicine', 'my daughter iris is six', 'And how is Iris today?', 'Iris'],
    ['by a part of it', 'Rita Vellacott-Moss agreed.', 'told vellacott as well', 'vellacott'],
  ])('is taken elsewhere %s', (_, one, other, gone) => {
    expect(hide(one, other)).not.toMatch(new RegExp(`\\b${gone}\\b`));
  });

  it.each([
    ['an abbreviation with the same letters', 'Olu Akande has OA of both knees.', 'has OA of both knees'],
    ['a value with the same letter', 'Karin Okonjo came. K was 5.1.', 'K was 5.1.'],
    [
      'a word of medicine that is spelt like it',
      'Mr Plater came. Platelet count 250.',
      'Platelet count 250.',
    ],
    ['a word that it begins with', 'Planck came.\nPlan\nRest', 'Plan\nRest'],
  ])('does not take %s', (_, text, left) => {
    expect(hide(text)).toContain(left);
  });
});

describe('words beside a name', () => {
  it.each([
    ['in brackets', 'PATIENT: CHEUNG, KA-YAN (GLORIA)', 'GLORIA'],
    ['beside an age', 'Children: Mihai (5) & Lily (2)', 'Lily'],
    ['before a first name', 'NIC DHONNCHAIDH, Caoimhe', 'DHONNCHAIDH'],
    ['in quotes and brackets', 'Philippa ("Pip") Hathersage', 'Pip'],
    ['behind a stroke', 'Scrub: Moana/Robin', 'Robin'],
    ['two letters before it', 'Signature: QF Hathersage', 'QF'],
    ['short with an accent', 'Bed 4: Thu Hà Nguyễn', 'Hà'],
    ['an ordinary one behind an initial', 'Dr P Inch agreed.', 'Inch'],
    ['alone behind a label', 'Keyholder: Robin.', 'Robin'],
  ])('go with it: %s', (_, text, gone) => {
    expect(hide(text)).not.toContain(gone);
  });

  it('are left where they say who somebody is, or what he had', () => {
    expect(hide('Asked Nokuthula (Sister) and Mr Hathersage (Surgery).')).toContain('(Sister)');
    expect(hide('Reviewed CT Hathersage said was clear.')).toContain('CT ');
  });
});

describe('a word that is no name by itself', () => {
  it('is one where it has a relative, or is listed with an age', () => {
    expect(hide("Saffron's older brother came.")).not.toContain('Saffron');
    expect(hide('Present: Saffron (15), and her carer.')).not.toContain('Saffron');
  });

  it('is a medicine behind its form, and before how often it is taken', () => {
    const text = '1. Tab Glukomet 40 - 1-0-0\n2. Zelminol 40 OD';
    expect(hide(text)).toBe(text);
  });
});

describe('who typed it', () => {
  it.each([
    ['typed 12/06/2026 by qf, tape 4', 'qf'],
    ['Transcribed 31 Oct 2026 /qb', 'qb'],
    ['Report given to nights. /QM', 'QM'],
    ['D: 3/5/2026 T: 3/6/2026 qc/mq', 'qc'],
    ['thx for the script. ta jo', 'jo'],
  ])('is taken out: %s', (text, gone) => {
    expect(hide(text)).not.toMatch(new RegExp(`\\b${gone}\\b`));
  });
});
