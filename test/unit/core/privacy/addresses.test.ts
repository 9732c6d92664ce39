import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('more forms of addresses, days and numbers', () => {
  it.each([
    ['a corner', 'Scene: cnr Marine Rd and Palm Rd, Umdloti', 'Marine', 'Palm'],
    ['a part of a township', 'NOK at Section K 1207, KwaMashu', 'Section', '1207', 'KwaMashu'],
    ['a house with an article', 'we moved its eleven the orchard now', 'eleven', 'orchard'],
    ['a road by its number in words', 'out on county road twelve these days', 'twelve'],
    ['a nursery that is attended', 'attends busy bees nursery, others unwell', 'busy', 'bees'],
    ['a week of a month', 'Hoarse since the second week of March.', 'second', 'March'],
    ['a day that closes the sentence', 'bloods were due the 9th', '9th'],
    ['a day before dictated marks', 'urate raised on the sixth full stop', 'sixth'],
    ['one of two days', 'Can it be 17 or 18 June?', '17', '18'],
    ['a token', 'Token B-0442 please', 'B-0442', '0442'],
    ['a number behind who gave it', 'Dr Roe, KMPDC B5528', 'B5528'],
    ['a read-out number with letters', 'your card number kb four one oh nine two', 'kb'],
  ])('are taken out: %s', (_, text, ...gone) => {
    for (const word of gone) expect(hide(text)).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  it.each([
    'ICD E1165 noted.',
    'Fracture of the 5th.',
    'Theatre 2, Block 4.',
    'pain was at its one the whole day',
  ])('are none: %s', (text) => {
    expect(hide(text)).toBe(text);
  });
});
