import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';

const hide = (text: string): string => new Deidentifier(28).hide([text])[0] ?? '';

describe('forms of systems and countries', () => {
  it.each([
    ['an age of a record', '{"url":"age","valueInteger":93}', '93'],
    ['a second age', 'she is 91 or even 92', '91', '92'],
    ['a birthday by its number', "here for her sister's 95th, all well", '95th'],
    ['the name of a file', 'saved as roe_ct-head_19mar2024.pdf', 'roe', '19mar2024'],
    ['a fax that ends otherwise', 'Tel. 0551 555-340, Fax -368', '368'],
    ['a phone with a stroke', 'Fax 05542 / 555 134', '134'],
    ['an address that is said', 'mail jo minus roe at post dot example', 'jo', 'roe'],
    ['who made a list', 'Printed by: tparata3, list by jclerk_mt', 'tparata3', 'jclerk_mt'],
    ['a number behind its word', 'Aufn.-Nr. 31 / 8824 / 07', '8824'],
    ['a number with a version', '"value":"4471 205 306 XK"', '4471', 'XK'],
    ['a tag', 'mortuary tag K041', 'K041'],
    ['a ward by name and number', 'On Ward Tōtara 4, then Ward 2 Lomond.', 'Tōtara', '4', 'Lomond'],
    ['a ward that is said', 'the nurse at ward nine b and his sister', 'nine'],
    ['a rural delivery', 'Home = RD 7, Whangaroa', 'RD 7', 'Whangaroa'],
    ['a street in small letters', 'now at 27b kowhai st kaitaia, blue door', '27b', 'kaitaia'],
    ['a German street', 'stays with us, Anna-Seghers-Weg 52, Panketal', 'Seghers', '52'],
    ['further lines', '"line":["5 Hill Rd","Unit K"],"city":"Roeville"', 'Unit K'],
    ['a house as a cell', '9804,The Willows,Lake clinic', 'Willows'],
    ['a row without a heading', '0815,Field,Robin,1949-03-12,clinic', 'Field', 'Robin'],
    ['further first names', '"family":"Roe","given":["Jo","Anne-Lie"]', 'Anne-Lie'],
    ['initials behind a dash', 'See you then.\n– K.O.\n', 'K.O.'],
    ['small initials of a reference', 'Regards\nDr Roe\nwin/kt\n', 'win/kt'],
    ['who took a call', 'Phoned to Ana 3 Apr by rtk.', 'rtk'],
    ['a double name', 'Prof. K.-P. Roe', 'K.-P'],
    ['a title and a word', '[06:01] Dr. Lovely: noted', 'Lovely'],
    ['a church by its patron', 'plays the organ at All Hallows Bremen', 'Hallows', 'Bremen'],
    ['an agency', 'agency nurse from Bluebell Staffing', 'Bluebell'],
    ['an age before a day of birth', 'r hip m 93 dob 4/2/31', '93'],
    ['an age between commas', 'minding his mother as well, 96, in Tearmann House', '96'],
    ['an age behind a nickname', 'Máire Roe ("Molly") 92, MRN 0413-8837', '92'],
    ['a number in words with a dash', 'record number seven seven zero one dash four four two', 'dash four'],
    ['a number in small letters', 'ivy h331 204 cannula out', 'h331'],
    ['what a record goes by', '{"resourceType":"Bundle","id":"bndl-8e42"}', 'bndl-8e42'],
    ['a number behind letters', 'Resident no. KHL 064, lounge', 'KHL', '064'],
    ['eight digits in two groups', 'Yuni is on 5550 0164.', '0164'],
    ['an account that is said', 'the name is pennylane underscore fifty two', 'pennylane', 'fifty'],
    ['an address behind me at', 'mail me at jo dot k at roeville dot example', 'roeville'],
    ['a street with its postcode', 'moved to 3/27 wattle pde maryville 3298, ring me', '27', '3298'],
    ['a small name', 'Tama says the lady at orrens pharmacy knows', 'orrens'],
  ])('are taken out: %s', (_, text, ...gone) => {
    for (const word of gone) expect(hide(text)).not.toContain(word);
  });

  it.each([
    'RR 18, SpO2 95% RA, HR 88; BP 92/54, RR 26, HR 120.',
    'Weight on the 95th centile; FEV1 94, age 88 or 89.',
    'Ward round 3 times, one to ward staff; given at local pharmacy.',
    'Sig: tid. Take 1 tablet by mouth, done by hand, given by gp.',
    'Results in mg/ml and and/or units.',
    'Flow fell from 2200 to 1800; 2019 2020 and 3000 4500 steps.',
    'Weight 93, height 154; saturation 91, 92, 95 and bands 2, 94, 96.',
    'See report.pdf and leaflet.docx.',
  ])('are not seen in: %s', (text) => {
    expect(hide(text)).toBe(text);
  });
});
