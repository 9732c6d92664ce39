import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('numbers, plates and names in systems', () => {
  it.each([
    ['letters before a number', 'Hospital No: RX 448812. Plate: KLT 4482.', 'RX', '448812', 'KLT'],
    ['a number with letters before it', 'Gethin Rees (K204 7713) rang.', 'K204', '7713'],
    ['a number that is read out', 'my hospital number is four four one nine oh two.', 'four', 'nine'],
    ['a number of India', 'Ph 098480 55512, UHID APJ1.0012245518, PAN ABCPK4471L.', '098480', '0012245518'],
    ['a number of Germany', 'KV-Nr. M 447 118 902. Tel. 0251/555-0177.', '447', '0177'],
    ['a number of Nigeria', 'Card UITH/11/20918, GSM 08035550144.', '20918', '08035550144'],
    ['a number of Australia', 'IHI 8003 6080 0004 4117, mob 07 4655 5011.', '4117', '5011'],
    ['a page without its beginning', 'See noursplumbing.example/contact.', 'noursplumbing'],
    [
      'a number of no kind',
      'MDCN 44718, 2026/11824, ticket INC0044718, 44-7182/09.',
      '44718',
      '11824',
      '7182',
    ],
    ['number plates', 'Driver of Transit WX71 KLT; his ute (rego S447 BKT).', 'WX71', 'KLT', 'BKT'],
    ['user names', 'Login is jsmith447, insta @gracey.nw, gamertag xX_Vex_Xx.', 'jsmith447', 'gracey', 'Vex'],
    ['digits and letters that are said', 'q q one two three four five six c.', 'q', 'two', 'six'],
    ['a number of Singapore', 'Home 6555 0112, ext 4471.', '6555', '0112', '4471'],
    ['an account of a bank', 'IBAN GB29 NWBK 6016 1331 9268 19.', 'GB29', 'NWBK', '19'],
    ['a number in pairs', 'my number is five five five, twenty one forty four.', 'twenty', 'forty'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
