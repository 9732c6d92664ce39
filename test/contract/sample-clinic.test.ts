import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface PlantedError {
  text: string;
  wrong: string;
}

interface PlantedErrors {
  notes: { note: string; source: string; errors: PlantedError[] }[];
  summaries: { summary: string; source: string; errors: PlantedError[] }[];
}

const clinic = join(import.meta.dirname, '../../media/sample-clinic');
const read = (path: string): string => readFileSync(join(clinic, path), 'utf8');
const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const planted = JSON.parse(read('planted-errors.json')) as PlantedErrors;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the list of planted errors', () => {
  it('covers every visit', () => {
    const visits = readdirSync(join(clinic, 'visits')).map((visit) => `visits/${visit}/visit.note.md`);
    expect(visits).toHaveLength(3);
    expect(planted.notes.map(({ note }) => note).sort()).toEqual(visits.sort());
  });

  const texts = [
    ...planted.notes.map(({ note, errors }) => ({ path: note, errors })),
    ...planted.summaries.map(({ summary, errors }) => ({ path: summary, errors })),
  ];
  it.each(texts)('names each error of $path by a text that stands there once', ({ path, errors }) => {
    const text = read(path);
    for (const error of errors) {
      expect(occurrences(text, error.text), error.text).toBe(1);
      expect(error.text.toLowerCase()).toContain(error.wrong.toLowerCase());
    }
  });

  it.each(planted.notes)('holds nothing that the clean note beside $note says too', ({ note, errors }) => {
    const clean = read(join(dirname(note), 'clean.note.md'));
    for (const error of errors) expect(occurrences(clean, error.text), error.text).toBe(0);
  });

  it.each(planted.notes)(
    'accounts for every difference between $note and its clean twin',
    ({ note, errors }) => {
      const body = (path: string): string[] =>
        read(path)
          .replace(/^---\n[\s\S]*?\n---\n/, '')
          .trim()
          .split('\n');
      const wrong = body(note);
      const clean = body(join(dirname(note), 'clean.note.md'));
      expect(wrong).toHaveLength(clean.length);
      const changed = wrong.filter((line, index) => line !== clean[index]);
      for (const line of changed) {
        expect(
          errors.some((error) => line.includes(error.text)),
          line,
        ).toBe(true);
      }
    },
  );
});

describe('the sample clinic', () => {
  it('holds a guideline in every format that a reader exists for', () => {
    const formats = readdirSync(join(clinic, 'guidelines')).map((name) => extname(name));
    expect(formats.sort()).toEqual(['.docx', '.html', '.md', '.pdf', '.txt']);
  });

  it('stays small', () => {
    for (const path of filesUnder(clinic)) expect(statSync(path).size, path).toBeLessThan(100_000);
  });
});
