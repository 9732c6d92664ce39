import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('organisations', () => {
  it.each([
    ['by their letters, behind what is done there', 'Transferred to QZH overnight.', 'QZH'],
    ['with letters for what they are before', 'Release from HMP Little Harrowby in May.', 'HMP'],
    ['with such letters behind', 'Resident of Banksia Grove Home QACF, Wagga', 'QACF'],
    ['whose kind comes first', 'Brought from Ospital ng Maligaya.', 'Ospital'],
    ['of two kinds', 'He is at Bright Stars Nursery & Primary School.', 'School'],
    ['that are a regiment', 'Her father is with 2 RIFLES.', 'RIFLES'],
    ['with the state behind its town', 'Seen at Cedar Hollow Family Medicine, Duluth, MN', 'MN'],
  ])('are taken %s', (_, text, gone) => {
    expect(hide(text)).not.toMatch(new RegExp(`\\b${gone}\\b`));
  });

  it('are none where letters are a unit or a test, and a role stands before a name', () => {
    const clinical = ['Transferred to HDU, then seen in AMU.', 'Sent for CTPA; admitted to ITU from CCU.'];
    for (const text of clinical) expect(hide(text)).toBe(text);
    expect(hide('Discussed with CNM Majella Hathersage.')).toContain('CNM');
  });
});
