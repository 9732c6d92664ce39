import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('days', () => {
  it.each([
    ['a day in words', 'Seen on the twenty-third of October 2026.', 'twenty-third', 'October'],
    ['a feast', 'Fell on Christmas Eve 2025.', 'Christmas', '2025'],
    ['a month alone', 'Well since May.', 'May'],
    ['a day without a year', 'Admit 11/04, d/c 11-09, scan 28/10.', '11/04', '11-09', '28/10'],
    ['a day that is read out', 'my date of birth is twelve three fifty one.', 'twelve', 'fifty'],
    ['a day of another language', 'Geboren 3. März 1941, cita el 4 de enero de 2027.', 'März', 'enero'],
    ['a day of the month alone', 'He fell on the ninth and came in.', 'ninth'],
    ['a day that no mark closes', 'she comes on the seventeenth room two is free', 'seventeenth'],
    ['a day with a point', 'Creatinine 2.3 on 17.08, then 1.9.', '17', '08'],
    ['a day that something starts', 'Aspirin restart 4/8. Covered as of 11/18.', '4/8', '11/18'],
    ['a year of this century in words', 'date of birth three twenty two thousand and four', 'three', 'four'],
    [
      'a day by its number',
      'Booked thurs 19th, off till 14th, seen 06/11 and 12/11.',
      '19th',
      '14th',
      '06',
      '12',
    ],
    ['two days of a month', 'Away 12-14 June, then 9. bis 12. November 2026.', '12', '14', 'June', '9'],
    ['a month of another language', 'Seit Januar 2024.', 'Januar'],
    ['a day after its year', 'Born 1951 Aug 30.', '30'],
    ['a month first', 'She will return 12/14.', '12', '14'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
