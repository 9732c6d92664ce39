import { describe, expect, it } from 'vitest';
import { fixStillFits } from '../../../../src/extension/panel/fix-guard';
import { finding, report } from '../../webview/view-model/models';

const text = 'Lisinopril 100 mg daily.';
const dose = finding({ text: '100 mg', start: 11, end: 17 });
const fix = { title: 'x', newText: '10 mg', start: 11, end: 17 };
const { statements } = report({
  statements: [{ start: 0, end: 24, text, verdict: 'contradicted', citations: [] }],
});

describe('a fix fits', () => {
  it('while the words of the finding are the same', () =>
    expect(fixStillFits(text, dose, fix, [])).toBe(true));

  it('not when something before it was typed', () =>
    expect(fixStillFits(`New. ${text}`, dose, fix, statements)).toBe(false));

  it('not when its words were changed', () =>
    expect(fixStillFits('Lisinopril 200 mg daily.', dose, fix, statements)).toBe(false));

  it('not when the note has become shorter', () =>
    expect(fixStillFits('', dose, fix, statements)).toBe(false));

  it('beyond the words of the finding only while the statement is unchanged', () => {
    const wide = { ...fix, start: 0, end: 24, newText: '' };
    expect(fixStillFits(text, dose, wide, statements)).toBe(true);
    expect(fixStillFits('Lisinopril 100 mg weekly', dose, wide, statements)).toBe(false);
    expect(fixStillFits(text, dose, wide, [])).toBe(false);
  });
});
