import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../../src/core/privacy/deidentifier';

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

describe('houses, wards and postcodes', () => {
  it.each([
    ['a house without a street', 'Of 8 Kingsgate, Durham DH1 9ZZ.', '8', 'Kingsgate', 'Durham'],
    ['a number that comes last', 'Home: Via Roma 12.', 'Roma', '12'],
    ['a dictated house', 'i live at twenty seven chestnut grove.', 'twenty', 'chestnut'],
    ['a postcode in a field', '{"city":"Ballarat","postalCode":"3350"}', 'Ballarat', '3350'],
    ['a ward by its side', 'Ward 3 South, late shift. 5 East rm 4.', '3', 'South', '5', 'East'],
    ['a ward by its name', 'Admitted to Kingfisher Ward, bed 2.', 'Kingfisher'],
    ['a dictated ward', 'handover willow unit, late shift', 'willow'],
    ['a house of India', 'H.No. 8-2-120/77, Banjara Hills, Hyderabad - 500034.', '77', 'Banjara', '500034'],
    ['a house of Germany', 'Wohnhaft Lindenallee 12a, 48143 Münster.', '12a', '48143', 'Münster'],
    ['a postcode that is read out', "i'm at l twenty two six q a.", 'twenty', 'q'],
    ['a house of South Africa', 'Of 14 Voortrekker Weg, Paarl 7646.', '14', 'Paarl', '7646'],
    ['a flat of Singapore', 'Blk 447 Jalan Rumah Tinggi #08-112, S150447', '447', 'Tinggi', '08', 'S150447'],
    [
      'a house of the Philippines',
      'Unit 12-B, Mabini Residences, Brgy. Pinyahan, Quezon City 1100',
      '12',
      'Mabini',
      '1100',
    ],
    [
      'a villa of the Gulf',
      'Villa 18, Al Wasl Road, Jumeirah 2, Dubai. PO Box 44718',
      '18',
      'Wasl',
      'Dubai',
      '44718',
    ],
    ['a plot of Kenya', 'Stays at Plot 17, Kawangware, off Naivasha Road.', '17', 'Kawangware', 'Naivasha'],
    ['a village of Pakistan', 'House 12, Street 4, Mohalla Islampura, Chak 204 RB', '12', 'Islampura', '204'],
    ['a house by its number', 'I attended 27 Gilesgate at noon.', '27', 'Gilesgate'],
    ['a dictated flat', 'they are at flat six, beech house, marsh road.', 'six', 'beech', 'marsh'],
    [
      'a message with a capital',
      'hi coach, masons knee is worse today. call Oya. its at 4 bury old rd',
      'bury',
      'rd',
    ],
    ['a town of two words', 'been up at bishop auckland all summer.', 'bishop', 'auckland'],
  ])('are taken: %s', (_, text, ...gone) => {
    const hidden = hide(text);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
