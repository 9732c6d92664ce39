import { describe, expect, it } from 'vitest';
import { NoteChecker } from '../../../../src/engine/note/check';
import { scoreFaithfulness } from '../../../../src/engine/note/score-faithfulness';
import { SourceReader } from '../../../../src/engine/note/source-reader';

const english = 'The patient takes lisinopril 10 mg once a day and has no chest pain. She has a cough.';
const german =
  'Die Patientin nimmt Lisinopril 20 mg einmal am Tag und hat keine Brustschmerzen. Sie hustet seit drei Tagen.';

const check = (text: string, source: string) =>
  new NoteChecker(new SourceReader()).check({
    note: '/visit.note.md',
    text,
    sources: [{ document: '/visit.transcript.txt', text: source }],
  });

describe('a note in another language', () => {
  it('is not scored, and the reason says so', async () => {
    const report = await check(german, english);
    expect(report.findings).toEqual([]);
    expect(report.notScored).toContain('German');
    expect(report.foreignLanguage).toBe('de');
    expect(new Set(report.statements.map(({ verdict }) => verdict))).toEqual(new Set(['not-scored']));
    expect(report.statements[0]?.reason).toContain('German');
    expect(report.scores.faithfulness.scored).toBe(0);
  });

  it('gets no finding of the rules about a whole note either', async () => {
    const spanish =
      '## Historia\n\nEl paciente refiere tos desde hace tres días. Toma lisinopril 10 mg al día.\n\n## Plan\n\nSeguir igual.\n';
    const report = await check(spanish, english);
    expect(report.notScored).toContain('Spanish');
    expect(report.findings).toEqual([]);
  });

  it('is checked where it is in English', async () => {
    const note = `# Anamnese\n\n${german}\n\n# Medication\n\nThe patient takes lisinopril 40 mg once a day and has no chest pain.\n`;
    const report = await check(note, english);
    expect(report.notScored).toBeUndefined();
    expect(report.foreignLanguage).toBeUndefined();
    expect(report.findings.map(({ text }) => text)).toEqual(['40 mg']);
    expect(report.statements.filter(({ verdict }) => verdict === 'not-scored')).toHaveLength(2);
  });

  it('cannot be checked against a source in another language', async () => {
    const report = await check(english, german);
    expect(report.findings).toEqual([]);
    expect(report.notScored).toContain('the source seems to be in German');
    expect(report.foreignLanguage).toBe('de');
  });

  it('gets no faithfulness score', async () => {
    const report = await scoreFaithfulness(
      german,
      [{ document: '/visit.transcript.txt', text: english }],
      new SourceReader(),
    );
    expect(report.score).toBeNull();
    expect(report.notScored).toContain('German');
  });
});
