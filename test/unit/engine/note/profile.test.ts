import { describe, expect, it } from 'vitest';
import type { CheckNoteRequest } from '../../../../src/engine/engine';
import { NoteChecker } from '../../../../src/engine/note/check';
import { SourceReader } from '../../../../src/engine/note/source-reader';

const source = { document: '/scan.source.txt', text: 'Ultrasound of the liver. The patient is fasting.' };
const body =
  '# Clinical information\n\nPain.\n\n# Findings\n\nA cyst of 14 mm in the liver.\n\n# Impression\n\nA cyst.\n';

const rulesOf = async (text: string, more: Partial<CheckNoteRequest> = {}) => {
  const checker = new NoteChecker(new SourceReader());
  const report = await checker.check({ note: '/scan.note.md', text, sources: [source], ...more });
  return { ...report, rules: report.findings.map(({ rule }) => rule) };
};

describe('the profile of a note', () => {
  it('silences what its kind makes meaningless: the image is the source of a radiology report', async () => {
    const report = await rulesOf(body);
    expect(report.profile).toBe('radiology');
    expect(report.rules).not.toContain('faithfulness/value-not-found');
    expect((await rulesOf(body, { profile: 'general' })).rules).toContain('faithfulness/value-not-found');
  });

  it('comes after what the user set', async () => {
    const severities = { 'faithfulness/value-not-found': 'warning' } as const;
    expect((await rulesOf(body, { severities })).rules).toContain('faithfulness/value-not-found');
  });

  it('is first of all what the front matter says', async () => {
    const report = await rulesOf(`---\nprofile: general\n---\n${body}`, { profile: 'discharge' });
    expect(report.profile).toBe('general');
    expect(report.problems).toBeUndefined();
  });

  it('is asked for again where the front matter names none that there is', async () => {
    const text = `---\nprofile: x-ray\n---\n${body}`;
    const { problems = [], profile } = await rulesOf(text);
    expect(profile).toBe('radiology');
    expect(problems.map(({ at }) => text.slice(at?.start, at?.end))).toEqual(['x-ray']);
  });
});
