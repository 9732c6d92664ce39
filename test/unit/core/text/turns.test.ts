import { describe, expect, it } from 'vitest';
import { splitTurns } from '../../../../src/core/text/turns';

const turns = (text: string): string[] | undefined =>
  splitTurns(text)?.map(({ speaker, start, end }) => `${speaker}: ${text.slice(start, end)}`);

describe('turns', () => {
  it.each([
    ['[doctor] Any pain?\n[patient] No.', ['clinician: Any pain?', 'patient: No.']],
    ['Doctor: Any pain?\r\nPatient: No.\r\n', ['clinician: Any pain?', 'patient: No.']],
    ['D: Any pain?\nP: No.', ['clinician: Any pain?', 'patient: No.']],
    ['Dr. Nair: Any pain?\nMother: No.', ['clinician: Any pain?', 'family: No.']],
    ['GP: Hello 😀.\n\nPt: Hi.\n', ['clinician: Hello 😀.', 'patient: Hi.']],
  ])('of %j', (text, expected) => {
    expect(turns(text)).toEqual(expected);
  });

  it('go on over lines without a label', () => {
    const text = '[doctor] One.\nTwo.\n[patient] Three.';
    expect(turns(text)).toEqual(['clinician: One.\nTwo.', 'patient: Three.']);
  });

  it.each([
    ['', 'nothing'],
    ['Just a letter.\nOf two lines.', 'no labels'],
    ['Plan: go home\nFollow-up: in a week', 'labels of nobody'],
    ['[doctor] Only one turn.', 'one turn'],
    ['Doctor: one\nline\nline\nline\nPatient: two\nline\nline', 'few labels'],
  ])('are none in %j: %s', (text) => {
    expect(turns(text)).toBeUndefined();
  });
});
