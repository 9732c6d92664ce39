import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';
import { asWritten } from '../../../../src/core/privacy/scanned';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('asWritten', () => {
  it.each([
    ['digits that were read as letters', 'Seen l7.O2.2O24', 'Seen 17.02.2024'],
    [
      'letters that were read as digits',
      'Miss R0se of the 0ld Mi1ler, C1ifton',
      'Miss Rose of the Old Miller, Clifton',
    ],
    [
      'capitals and short codes, once it is plain that a machine read it',
      'l3.O1.2O24 2O.1O.2O23 O7.l1.2O22 lnverness MATERNlTY AB5l',
      '13.01.2024 20.10.2023 07.11.2022 Inverness MATERNITY AB51',
    ],
  ])('tells %s', (_, scanned, written) => {
    expect(asWritten(scanned)).toBe(written);
  });

  it.each([
    'O2 at 5l/min, SpO2 94 %',
    'Il-6, HbA1c 48, hba1c, alpha1b, vitamin B12, T1 and L5',
    '',
    '10l of oxygen',
    'H1N1',
    'OBX|1|NM|2823-3^Potassium||5.9||O|1|',
  ])('leaves %s', (text) => {
    expect(asWritten(text)).toBeUndefined();
  });

  it('keeps each sign in its place', () => {
    const text = 'D.o.B. O4/l1/l961, tel 0l632 96O l18';
    expect(asWritten(text)).toHaveLength(text.length);
  });
});

describe('what a machine read wrong', () => {
  it('is taken out, and put back as it was', () => {
    const text = 'D.o.B. O4/l1/l961. Hosp No l2O693 2l86. Tel 0l632 96O l18.';
    const deidentifier = new Deidentifier(28);
    const [hidden = ''] = deidentifier.hide([text]);
    for (const word of ['l961', 'l2O693', '96O', 'l18']) expect(hidden).not.toContain(word);
    expect(deidentifier.restore(hidden)).toBe(text);
  });

  it('leaves doses and measurements', () => {
    const text = 'Folic acid 4OO mcg. BP l18/72, Hb l24.';
    expect(hide(text)).toBe(text);
  });
});
