import { describe, expect, it } from 'vitest';
import { NoteChecker } from '../../../../src/engine/note/check';
import type { NoteReport } from '../../../../src/engine/reports/note';
import { SourceReader } from '../../../../src/engine/note/source-reader';

const checker = new NoteChecker(new SourceReader());

function check(text: string, source: string, severities = {}): Promise<NoteReport> {
  const sources = [{ document: '/visit.transcript.txt', text: source }];
  return checker.check({ note: '/visit.note.md', text, sources, severities });
}

const verdictsOf = ({ statements }: NoteReport): string[] => statements.map(({ verdict }) => verdict);

describe('the verdict on a statement that a rule about the whole note finds an error in', () => {
  it.each([
    // A look-alike medicine, an allergy that is denied, and the other sex.
    ['Start hydralazine 25 mg three times daily.', '[doctor] Start hydroxyzine 25 mg three times a day.'],
    ['Allergies: NKDA.', '[doctor] Any allergies?\n[patient] Penicillin, my whole face came up.'],
  ])('%j is contradicted, as its finding is', async (note, source) => {
    const report = await check(note, source);
    expect(report.findings).toMatchObject([{ severity: 'error', verdict: 'contradicted' }]);
    expect(verdictsOf(report)).toEqual(['contradicted']);
    expect(report.statements[0]?.citations).toEqual(report.findings[0]?.citations);
    expect(report.scores.faithfulness.shares?.contradicted.count).toBe(1);
  });

  it('is the same where the user silences the rule: what is shown does not change what is true', async () => {
    const source = '[doctor] Any allergies?\n[patient] Penicillin, my whole face came up.';
    const report = await check('Allergies: NKDA.', source, { 'faithfulness/allergy': 'off' });
    expect(report.findings).toEqual([]);
    expect(verdictsOf(report)).toEqual(['contradicted']);
  });

  it('is left alone by a finding about the note itself, and by none', async () => {
    const source = '[doctor] Start hydroxyzine 25 mg three times a day.\n[patient] My cough is better.';
    const report = await check('Start hydroxyzine 25 mg three times daily. Temp 65 °C.', source);
    expect(verdictsOf(report)).not.toContain('contradicted');
  });
});
