import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attest, buildCli, root } from './run-cli';
import { jsonOf } from './visit';

beforeAll(buildCli, 180_000);

describe('the sample clinic', () => {
  const clinic = join(root, 'media/sample-clinic');

  it('has its planted errors found at their places, and none in the clean notes', async () => {
    const planted = JSON.parse(await readFile(join(clinic, 'planted-errors.json'), 'utf8')) as {
      notes: { note: string; errors: { text: string; rule?: string }[] }[];
    };
    const notes = planted.notes.map(({ note }) => note);
    const { stdout } = await attest(['check', ...notes, '--format', 'json'], clinic);
    const checked = jsonOf(stdout);
    expect(checked.map(({ note }) => note)).toEqual(notes);
    for (const { note, findings } of checked) {
      const text = await readFile(join(clinic, note), 'utf8');
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors.length).toBeGreaterThan(3);
      for (const { start, end, text: found } of errors) expect(text.slice(start, end)).toBe(found);
    }
    // It ends with 0 only if each of them does.
    const clean = await attest(['check', ...notes.map((note) => join(note, '../clean.note.md'))], clinic);
    expect(clean.code).toBe(0);
    expect(clean.stdout.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^${notes.length} notes, `));
  });
});
