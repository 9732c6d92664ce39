import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

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

describe('what is known by the word for what it is', () => {
  it.each([
    ['a dictated hospital', 'she came from derby royal yesterday', 'derby', 'royal'],
    ['a home in lower case', 'A place at Gwel Teg nursing home.', 'Gwel', 'nursing home'],
    ['a school whose place is a kind too', 'Thornbury Park Primary School', 'Thornbury', 'School'],
    [
      'a firm, a school and a surgery',
      'A welder with Harland & Wolff; St Bede’s High School; Beacon Lane Surgery.',
      'Harland',
      'Wolff',
      'Bede',
      'Beacon',
    ],
    ['an employer that is dictated', 'she is a dispatcher with yellow cab of tulsa.', 'yellow', 'tulsa'],
    [
      'a place behind a word for it',
      'Fell at Fir Tree and went to Green Country Dental.',
      'Fir',
      'Green',
      'Dental',
    ],
    ['a firm in capitals', 'EASTERN SHORE IMAGING CENTER', 'EASTERN', 'SHORE'],
    ['where somebody serves', 'Of the 3rd Battalion, 7th Marines.', '3rd', '7th'],
    ['a home by its article', 'She moved into The Limes last week.', 'Limes'],
    ['a saint alone', "Seen at St. Vincent's Private.", 'Vincent', 'Private'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
