import { describe, expect, it } from 'vitest';
import { fingerprint, textHash } from '../../../../src/core/verdicts/suppression';

describe('textHash', () => {
  it('is SHA-256 of the bytes (FIPS 180-2, appendix B.1)', () => {
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(textHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('a fingerprint', () => {
  const rule = 'faithfulness/value';
  const statement = "Lisinopril 20 mg daily; the patient's dose.";
  const base = fingerprint(rule, statement, '20 mg', ['ten milligrams']);

  it('is 12 hex digits', () => {
    expect(base).toMatch(/^[0-9a-f]{12}$/);
  });

  it.each([
    ['white space', "  Lisinopril\t20 mg\n daily; the patient's dose. "],
    ['case', "LISINOPRIL 20 mg daily; the patient's dose."],
    ['typographic marks', 'Lisinopril 20 mg daily; the patient’s dose.'],
  ])('stays with another %s', (_, other) => {
    expect(fingerprint(rule, other, '20 mg', ['ten  milligrams'])).toBe(base);
  });

  it.each([
    ['rule', fingerprint('faithfulness/polarity', statement, '20 mg', ['ten milligrams'])],
    ['statement', fingerprint(rule, 'Lisinopril 20 mg nightly.', '20 mg', ['ten milligrams'])],
    ['text', fingerprint(rule, statement, 'daily', ['ten milligrams'])],
    ['evidence', fingerprint(rule, statement, '20 mg', ['five milligrams'])],
    ['amount of evidence', fingerprint(rule, statement, '20 mg', ['ten milligrams', 'ten milligrams'])],
    ['cut between its parts', fingerprint(rule, `${statement} 20 mg`, '', ['ten milligrams'])],
  ])('changes with another %s', (_, other) => {
    expect(other).not.toBe(base);
  });
});
