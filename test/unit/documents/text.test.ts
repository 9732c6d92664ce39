import { describe, expect, it } from 'vitest';
import { extractText, textHeadings } from '../../../src/documents/text';

const headings = (text: string): [string, number][] =>
  textHeadings(text).map(({ title, level }) => [title, level]);

describe('textHeadings', () => {
  it('finds capitals after a blank line; the first of a text is its title', () => {
    const text = 'MIGRAINE\nAbout it.\n\nTREATMENT OF MIGRAINE \nRest.\nNSAID\nHelps.';
    expect(headings(text)).toEqual([
      ['MIGRAINE', 1],
      ['TREATMENT OF MIGRAINE', 2],
    ]);
  });

  it('gives the span of the heading itself', () => {
    const text = 'Text.\r\n\r\n  DOSE IN ADULTS  \r\nGive 5 mg.';
    const [heading] = textHeadings(text);
    expect(text.slice(heading?.start, heading?.end)).toBe('DOSE IN ADULTS');
  });

  it('finds underlined and numbered lines', () => {
    const text =
      'Guide\n=====\n\nDose\n----\nGive it.\n\n2.1 Adults over 65\nGive less.\n\n3 Review\n\nYearly.';
    expect(headings(text)).toEqual([
      ['Guide', 1],
      ['Dose', 2],
      ['2.1 Adults over 65', 3],
      ['3 Review', 2],
    ]);
  });

  it('finds usual section names alone on a line', () => {
    const text = 'Text.\nDrug Treatment:\nAspirin 300 mg.\nComplications of malaria\nAnaemia.';
    expect(headings(text)).toEqual([
      ['Drug Treatment', 6],
      ['Complications of malaria', 6],
    ]);
  });

  it.each([
    ['a dose', 'Text.\n\n2.5 mg twice daily\nmore'],
    ['a numbered list', 'Text.\n\n1. Stop the drug\n2. Call for help\n'],
    ['a sentence in capitals', 'Text.\n\nDO NOT GIVE ASPIRIN.\nmore'],
    ['an abbreviation', 'Text.\n\nAKI\nmore'],
    ['a list item in capitals', 'Text.\n\n- COPD AND ASTHMA\nmore'],
    ['a table row in capitals', 'Text.\n\n| DRUG | DOSE |\nmore'],
    ['a table head with columns', 'Text.\n\nDrug      Dose      Route\n-------------------------\n'],
    [
      'a wrapped sentence',
      'Text.\nCaution in patients with glaucoma, urinary retention and severe\nliver disease',
    ],
    ['a rule', 'Text.\n\n-----\n\nmore'],
  ])('does not take %s for a heading', (_, text) => {
    expect(headings(text)).toEqual([]);
  });
});

describe('extractText', () => {
  it('gives the file as read, with CRLF, without the byte-order mark', () => {
    const { text } = extractText(Buffer.from('\ufeffGive 5 mg 😀.\r\nStop.\r\n'));
    expect(text).toBe('Give 5 mg 😀.\r\nStop.\r\n');
  });

  it('reads UTF-16 with a byte-order mark', () => {
    expect(extractText(Buffer.from('\ufeffGive 5 µg.', 'utf16le')).text).toBe('Give 5 µg.');
  });

  it.each([
    ['Latin-1', Buffer.from('Température 38,5 °C', 'latin1'), 'wrong-encoding'],
    ['UTF-16 without a mark', Buffer.from('Give aspirin now.', 'utf16le'), 'wrong-encoding'],
    ['binary data', Buffer.from([0x41, 0, 0, 0, 7, 0, 0, 1, 2, 0, 0, 0]), 'unsupported-format'],
    ['a renamed PDF', Buffer.from('%PDF-1.7 ...'), 'unsupported-format'],
    ['a renamed DOCX', Buffer.from('PK\u0003\u0004xyz'), 'unsupported-format'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => extractText(bytes)).toThrow(expect.objectContaining({ reason }));
  });
});
