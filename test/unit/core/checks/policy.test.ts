import { describe, expect, it } from 'vitest';
import { checkInput } from '../../../../src/core/checks/check-input';
import { checkStatement } from '../../../../src/core/checks/check-statement';
import { SourceIndex } from '../../../../src/core/evidence/source/source-index';

const note = 'Lisinopril 40 mg once daily.';
const source = new SourceIndex(
  'visit.transcript.txt',
  "[doctor] i'd like you on lisinopril , twenty milligrams once a day .\n[patient] okay .",
  'v1',
);
const input = () => checkInput({ start: 0, end: note.length, text: note, section: 0 }, undefined, [source]);

describe('severity policy', () => {
  it('shows a rule as loudly as the user says', () => {
    const { findings } = checkStatement(input(), { 'faithfulness/dose': 'information' });
    expect(findings).toMatchObject([{ rule: 'faithfulness/dose', severity: 'information', text: '40 mg' }]);
  });

  it('does not show a rule that is off, and does not call the statement better for it', () => {
    const { findings, verdict } = checkStatement(input(), { 'faithfulness/dose': 'off' });
    expect(findings).toEqual([]);
    expect(verdict).toBe('contradicted');
  });
});
