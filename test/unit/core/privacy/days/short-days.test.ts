import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('days in short forms', () => {
  it.each([
    ['behind a weekday', 'last pen Thu. 13.11., next Di 6.1.', '13.11', '6.1'],
    ['with the month in Roman digits', 'admitted 07.XI.2024', '07.XI.2024'],
    ['with a part that nobody knew', 'born ??/04/1931', '04', '1931'],
    ['with a month misspelt', 'on 5th Septemba 2024', 'Septemba', '5th'],
    ['with a month of another language', 'seen 9 Desember 2024', '9 Desember'],
    ['with an hour behind it', 'bloods collected 23rd 10pm', '23rd'],
    ['a number alone behind a weekday', 'may go home sat 17', '17'],
    ['in a week', 'booked for tuesday week the fourteenth', 'fourteenth'],
    ['one of two', 'perhaps the 17th or the 18th.', '17th', '18th'],
    ['of another calendar', 'Admitted 14 Ramadan 1445, sat up', '14 Ramadan'],
    ['between two marks', 'bacilli excluded 26.05.; seen', '26.05'],
    ['behind what ends', 'The order expires 30.3.', '30.3'],
    ['beside yesterday', 'counts from yesterday the thirteenth came back', 'thirteenth'],
    ['as an answer', 'DR ROE: On the second?\nPATIENT: Third. Yes.', 'Third'],
    ['read out in digits', 'saved under zero eight one one', 'eight one one'],
    ['behind who signed', 'Countersigned L. Roe   04.11', '04.11'],
    ['behind another sentence', 'Repeat May 3. May bleed again.', 'May 3.'],
  ])('are taken: %s', (_, text, ...gone) => {
    for (const word of gone) expect(hide(text)).not.toContain(word);
  });

  it.each([
    'FVC 2.9 L Mon, 1.6 Wed, 2.2 Fri.',
    'Median time to recovery (11 v 14 days); 28 x 20 mg.',
    'Clinic Mon 9.10 am, dose Tue 20 mg, Wed 12 units.',
    'On the 50th centile, at the 2nd or the 3rd attempt.',
    'DR: First, rest. Third degree block.',
    'zero point nine, oh and one two three.',
  ])('are not seen in: %s', (text) => {
    expect(hide(text)).toBe(text);
  });

  it('come back as they were', () => {
    const text = 'Seen 2024-03-05, repeat May 3. May bleed. Born ??/04/1931.';
    const deidentifier = new Deidentifier(28);
    expect(deidentifier.restore(deidentifier.hide([text])[0] ?? '')).toBe(text);
  });
});
