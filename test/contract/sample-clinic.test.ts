import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/verdicts/finding';
import { severityRank } from '../../src/core/verdicts/severity';
import { createEngine } from '../../src/engine/create-engine';
import type { Engine } from '../../src/engine/engine';
import { defaultSourceSuffixes, findSources } from '../../src/engine/note/find-sources';
import { miniLmFolder } from '../../src/models/minilm-embedder';
import { memoryLog } from './library/fixtures';
import { makeModelDir } from './models/model-dir';

interface PlantedError {
  text: string;
  wrong: string;
  rule?: string;
  also?: string[];
}

interface PlantedErrors {
  notes: { note: string; source: string; errors: PlantedError[] }[];
  summaries: { summary: string; source: string; errors: PlantedError[] }[];
}

const clinic = join(import.meta.dirname, '../../media/sample-clinic');
const read = (path: string): string => readFileSync(join(clinic, path), 'utf8');
const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const loud = (finding: Finding): boolean => severityRank[finding.severity] < severityRank.hint;
const planted = JSON.parse(read('planted-errors.json')) as PlantedErrors;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the list of planted errors', () => {
  it('covers every visit', () => {
    const visits = readdirSync(join(clinic, 'visits')).map((visit) => `visits/${visit}/visit.note.md`);
    expect(visits).toHaveLength(4);
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

describe('the engine on the sample clinic', () => {
  let folder: string;
  let engine: Engine;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attest-clinic-'));
    symlinkSync(makeModelDir(), join(folder, miniLmFolder));
    engine = await createEngine({ library: join(folder, 'library'), models: folder, log: memoryLog() });
    const { documents, skipped } = await engine.indexLibrary([join(clinic, 'guidelines')]);
    expect({ documents, skipped }).toEqual({ documents: 5, skipped: [] });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const sourcesOf = async (path: string, text: string) => {
    const found = await findSources(join(clinic, path), text, { suffixes: defaultSourceSuffixes, links: [] });
    return found.sources;
  };
  const findings = async (path: string): Promise<Finding[]> => {
    const text = read(path);
    const report = await engine.checkNote({
      note: join(clinic, path),
      text,
      sources: await sourcesOf(path, text),
    });
    return report.findings;
  };

  it.each(planted.notes)(
    'finds each error of $note by its rule, and nothing else above a hint',
    async ({ note, errors }) => {
      const found = await findings(note);
      const places = errors.map((error) => {
        const start = read(note).indexOf(error.text);
        return { ...error, start, end: start + error.text.length };
      });
      for (const { text, rule, start, end } of places) {
        const here = found.filter((finding) => finding.start < end && start < finding.end);
        expect(
          here.map((finding) => finding.rule),
          text,
        ).toContain(rule);
      }
      for (const finding of found.filter(loud)) {
        const place = places.find(({ start, end }) => finding.start < end && start < finding.end);
        expect([place?.rule, ...(place?.also ?? [])], `${finding.text}: ${finding.message}`).toContain(
          finding.rule,
        );
      }
    },
  );

  it.each(planted.notes)('finds nothing above a hint in the clean note beside $note', async ({ note }) => {
    const found = await findings(join(dirname(note), 'clean.note.md'));
    expect(found.filter(loud).map(({ text, message }) => `${text}: ${message}`)).toEqual([]);
  });

  it.each(planted.summaries)(
    'finds the wrong sentence of $summary, and no other',
    async ({ summary, errors }) => {
      const text = read(summary);
      const report = await engine.scoreFaithfulness(text, await sourcesOf(summary, text));
      const wrong = report.sentences.filter(({ verdict }) => verdict === 'contradicted');
      expect(wrong).toHaveLength(errors.length);
      for (const error of errors)
        expect(wrong.map((sentence) => sentence.text).join(' ')).toContain(error.text);
    },
  );
});
