import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('names of people', () => {
  it.each([
    ['initials', 'J.R. is a 45-year-old welder.', 'J.R'],
    ['a last name that is a word, before its first name', 'Name: MACKINTOSH, EUPHEMIA', 'MACKINTOSH'],
    ['who wrote an entry', 'Slept well, ate half. — QW\n0600 turned.', 'QW'],
    ['a typist', 'Dictated by Dr Roe, typed by kl.', 'kl'],
    ['a first name that is a word', "Hope's mother called.", 'Hope'],
    ['a dictated name', 'my son mark drove, and mr. young waited.', 'mark', 'young'],
    ['a name in a dictated text', 'yes sudha came. peter okoro drove.', 'sudha', 'peter', 'okoro'],
    ['a dictated last name that is a word', 'room six is martin bishop had his scan', 'martin', 'bishop'],
    ['who somebody is behind a comma', 'Ring the nurse, Carol, or Precious, carer.', 'Carol', 'Precious'],
    ['a first name that is a day', 'Patient: Friday Okonkwo    Sex: M', 'Friday', 'Okonkwo'],
    ['a first name that is cut short', 'Signed, Ma. Corazon Reyes', 'Ma', 'Corazon'],
    ['a name with a particle', 'Notify: Elena de los Santos', 'Elena', 'los', 'Santos'],
    ['a name somebody is asked for', 'hello is it will or william\nwilliam', 'will', 'william'],
    ['a name that is read out', 'spelled m-a-r-s-h, or f i n c h.', 'm', 'f'],
    ['a first name that is a word, before its last', 'Please see Bluebell Harcourt.', 'Bluebell'],
    ['a name behind a role', 'Seen by HCA Blessing.', 'Blessing'],
    ['who says who it is', 'hello its grace from norwood, blessings mum', 'grace', 'norwood', 'blessings'],
    ['a line without capitals', 'Seen today.\n1. zsuka side room 2 - eating well', 'zsuka'],
    ['a name by age and sex', 'Bed 3 Rose, 80F, heart failure.', 'Rose'],
    ['the names of an e-mail address', 'Grace said so. grace.young@example.org', 'Grace'],
    ['a sign-off', 'Kind regards\nGrace', 'Grace'],
    ['a reference line', 'Seen today.\nRS/kmb', 'RS', 'kmb'],
    ['a name in quotes', 'Veteran Cornelius "Bud" Ostrander.', 'Bud'],
    ['who is greeted', 'Kia ora Mere, thanks for seeing him.', 'Mere'],
    ['a last name that is a word', 'Reviewed by Dr Lim Kah Hoe, consultant.', 'Hoe'],
    ['whose wife it is', 'Rukmini W/o Late Puttaswamy, 72 Y', 'Puttaswamy'],
    [
      'a name that is a word, by what it does',
      'nurse patience did it, and mr wray said so.',
      'patience',
      'wray',
    ],
    ['a nickname', 'He\'s "Razor" on the street, with Bedi & Frost.', 'Razor', 'Bedi', 'Frost'],
    ['names that are hardly anything else', 'so its heather and dean, with lily.', 'heather', 'dean', 'lily'],
    ['a name behind a title that is said', 'mister baker came, and miss grant.', 'baker', 'grant'],
    ['initials at the end', 'Rang the daughter. TJ', 'TJ'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
