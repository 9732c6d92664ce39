import { describe, expect, it } from 'vitest';
import { findInHl7 } from '../../../../../src/core/privacy/fields/hl7-fields';

const found = (text: string): string[] =>
  [...findInHl7(text)].map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('a message of HL7 version 2', () => {
  it('tells who the patient is by the number of a field', () => {
    const patient =
      'PID|1||4410277^^^MRN||MARSH^HOPE^A||19550630|F|||7 STAITHE LANE^^WELLS^NORFOLK^NR23 1XX||(01328) 555017';
    expect(found(patient)).toEqual([
      'record 4410277',
      'name MARSH',
      'name HOPE',
      'name A',
      'address 7 STAITHE LANE',
      'address WELLS',
      'address NORFOLK',
      'address NR23 1XX',
      'phone (01328) 555017',
    ]);
  });

  it('counts the mark between fields as the first of the head', () => {
    expect(found('MSH|^~\\&|LAB|OAKVALE|EPR|NORTHTRUST|20260205||ORU^R01|8841207')).toEqual([
      'organisation OAKVALE',
      'organisation NORTHTRUST',
    ]);
  });

  it('tells who ordered it, with the number that he goes by', () => {
    const order = `OBR|1|||FBC^Full blood count${'|'.repeat(12)}20418^STONE^MARK^^^Dr`;
    expect(found(order)).toEqual(['record 20418', 'name STONE', 'name MARK']);
  });

  it('says nothing of results, and of text that only looks like one', () => {
    expect(found('OBX|1|NM|HB||101|g/L|115-165|L\nABC|one|two\nNo|table|here')).toEqual([]);
  });
});
