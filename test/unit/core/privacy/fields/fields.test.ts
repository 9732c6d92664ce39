import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('fields, cells and lists', () => {
  it.each([
    ['a postcode under its heading', 'surname,dob,postcode\nNguyen,1960-02-03,3056', '3056'],
    [
      'cells with quotes around commas',
      'ward,patient,call_id\n"Medical A, bay 2","Okoro, Ada",118-204417',
      'Medical A',
      'Okoro',
      '204417',
    ],
    ['the cells of a table', 'Bed|Name|Age|Hosp no\n1|ABARA Chinonso|94|8840-11', 'ABARA', '94', '8840'],
    [
      'the fields of a form',
      'Surname: English   First names: Summer Rose\nTown: Hull',
      'English',
      'Rose',
      'Hull',
    ],
    ['a list between commas', 'surname,forename,mrn\nHope,Faith,44718', 'Hope', 'Faith', '44718'],
    ['a field of words', 'NAME: PRAISE GOD ADEYEMI   SEX: F', 'PRAISE', 'GOD', 'ADEYEMI'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
