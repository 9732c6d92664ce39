import { describe, expect, it } from 'vitest';
import { nameInNote } from '../../../../src/core/checks/name-in-note';
import type { Concept } from '../../../../src/core/facts/fact';
import { findingsOf } from '../check-in';

const concept = (kind: Concept['kind'], name: string, end: number): Concept => ({
  kind,
  name,
  start: 0,
  end,
});

describe('what a message calls a medicine', () => {
  it.each([
    ['acetaminophen', 'Paracetamol 1 g', 11, 'Paracetamol'],
    ['furosemide', 'Lasix 40 mg', 5, 'Lasix'],
    ['amoxicillin', 'Amoxicillin 500 mg', 11, 'amoxicillin'],
    ['amoxicillin', '500 mg', 0, 'amoxicillin'],
  ])('is the word of the note for %s in "%s"', (name, text, end, expected) => {
    expect(nameInNote(concept('medication', name, end), text)).toBe(expected);
  });

  it('is no short form of a measurement', () => {
    expect(nameInNote(concept('measurement', 'potassium', 1), 'K 3.1')).toBe('potassium');
    expect(nameInNote(concept('measurement', 'inr', 3), 'inr 3')).toBe('INR');
  });

  it.each([
    ['oxygen saturation', 'Sats 93%', 4, 'sats'],
    ['haemoglobin a1c', 'A1c 9%', 3, 'A1c'],
    ['body weight', 'Weight 70 kg', 6, 'weight'],
    ['white cell count', 'WCC 14', 3, 'WCC'],
    ['egfr', 'eGFR 40', 4, 'eGFR'],
    ['haemoglobin', 'Hb 9', 2, 'haemoglobin'],
    // A pressure's name stands for both numbers, and its span is the number.
    ['systolic blood pressure', '140/90', 3, 'systolic blood pressure'],
    ['haemoglobin a1c', '9%', 0, 'haemoglobin A1c'],
  ])('is the word of the note for %s in "%s"', (name, text, end, expected) => {
    expect(nameInNote(concept('measurement', name, end), text)).toBe(expected);
  });

  const told = (words: string): string => `[doctor] And now?\n[patient] ${words}\n[doctor] Okay.`;

  it.each([
    [
      'Paracetamol 1 g at night.',
      'I take paracetamol 500 mg at night.',
      'The source gives 500 mg for Paracetamol, not 1 g.',
    ],
    [
      'Albuterol 2 puffs as needed.',
      'I take albuterol, four puffs as needed.',
      'The source gives 4 puffs for albuterol, not 2 puffs.',
    ],
  ])('stands in what is said of "%s"', (note, words, message) => {
    expect(findingsOf(note, told(words)).map((finding) => finding.message)).toEqual([message]);
  });

  it('keeps the sign of a bound', () => {
    const aim = '[doctor] We aim for a systolic below 130.\n[patient] Okay.';
    const said = findingsOf('She aims for a systolic blood pressure of 140 mmHg.', aim).map(
      ({ message }) => message,
    );
    expect(said).toEqual(['The source says <130 mmHg for systolic blood pressure, not 140 mmHg.']);
  });

  it('takes a drop for one drop', () => {
    expect(findingsOf('1 drop in each eye.', told('A drop in each eye.'))).toEqual([]);
  });
});
