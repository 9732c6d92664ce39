import { describe, expect, it } from 'vitest';
import { NoteChecker } from '../../../../src/engine/note/check';
import { SourceReader } from '../../../../src/engine/note/source-reader';

const found = async (text: string) => {
  const report = await new NoteChecker(new SourceReader()).check({
    note: '/visit.note.md',
    text,
    sources: [
      {
        document: '/visit.transcript.txt',
        text: 'Patient: I have no fever at all, I am not pregnant, and I never smoked. Doctor: Thank you.',
      },
    ],
  });
  return report.findings.map(({ start, end }) => text.slice(start, end).toLowerCase());
};

describe('a sentence of one word in a note', () => {
  it('is compared with the source as a longer one is', async () => {
    expect(await found('Febrile. Pregnant. Smoker.')).toEqual(['febrile', 'pregnant', 'smoker']);
    expect(await found('BP 120/80; febrile.')).toContain('febrile');
  });

  it('is no finding where the source bears it out, or where it is a heading', async () => {
    expect(await found('Afebrile. Nonsmoker.')).toEqual([]);
    expect(await found('Fever\n\nSmoking\n')).toEqual([]);
  });
});
