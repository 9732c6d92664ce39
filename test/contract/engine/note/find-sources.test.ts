import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  defaultSourceSuffixes,
  findSources,
  siblingCandidates,
} from '../../../../src/engine/note/find-sources';
import type { FindSourcesOptions } from '../../../../src/engine/note/find-sources';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attest o'neil "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const find = (noteText: string, options: Partial<FindSourcesOptions> = {}, note = 'visit.note.md') =>
  findSources(join(folder, note), noteText, { suffixes: defaultSourceSuffixes, links: [], ...options });

describe('the front matter', () => {
  it('names one source, relative to the note', async () => {
    const path = await write("mr o'neil/visit 1.txt", 'Doctor: hello');
    const found = await find("---\nsource: mr o'neil/visit 1.txt\n---\nNote");
    expect(found).toEqual({
      sources: [{ document: path, text: 'Doctor: hello' }],
      missing: [],
      how: 'front-matter',
    });
  });

  it('names several, each once', async () => {
    const [a, b] = [await write('a.txt', 'A'), await write('b.txt', 'B')];
    const found = await find('---\nsource: [a.txt, b.txt, ./a.txt]\n---\n');
    expect(found.sources.map(({ document }) => document)).toEqual([a, b]);
  });

  it('may use Windows separators', async () => {
    const path = await write('records/a.txt', 'A');
    expect((await find('---\nsource: records\\a.txt\n---\n')).sources[0]?.document).toBe(path);
  });

  it('reports what is missing with its place, and uses the rest', async () => {
    const note = '---\nsource:\n  - gone.txt\n  - a.txt\n---\n';
    await write('a.txt', 'A');
    await write('visit.transcript.txt', 'not asked for');
    const { sources, missing, how } = await find(note);
    expect(sources.map(({ text }) => text)).toEqual(['A']);
    expect(how).toBe('front-matter');
    expect(missing).toMatchObject([{ path: join(folder, 'gone.txt') }]);
    expect(missing[0]?.message).toContain('gone.txt');
    expect(note.slice(missing[0]?.at?.start, missing[0]?.at?.end)).toBe('gone.txt');
  });

  it('decides alone: a sibling does not step in for a missing source', async () => {
    await write('visit.transcript.txt', 'T');
    expect(await find('---\nsource: gone.txt\n---\n')).toMatchObject({ sources: [], how: 'front-matter' });
  });

  it('without a source, or with an empty one, leaves it to the siblings', async () => {
    await write('visit.transcript.txt', 'T');
    expect((await find('---\nsource:\n---\n')).how).toBe('sibling');
    expect((await find('---\ntitle: x\n---\n')).how).toBe('sibling');
  });

  it.each([
    ['a number', 'source: 5'],
    ['a mapping', 'source: {file: a.txt}'],
    ['an empty name', 'source: ""'],
    ['the note itself', 'source: visit.note.md'],
    ['a web address', 'source: https://example.org/a.txt'],
    ['a share of another machine', 'source: \\\\server\\share\\a.txt'],
    ['a folder', 'source: .'],
  ])('reports %s', async (_, line) => {
    await write('visit.note.md', 'Note');
    const { sources, missing } = await find(`---\n${line}\n---\n`);
    expect(sources).toEqual([]);
    expect(missing).toHaveLength(1);
    expect(missing[0]?.advice).not.toBe('');
  });

  it.each([
    ['binary content', new Uint8Array([1, 0, 2, 0, 0, 0, 7])],
    ['a PDF under another name', '%PDF-1.7'],
    ['Latin-1', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c])],
    ['an empty file', ''],
    ['nine megabytes', 'x'.repeat(9 * 1024 * 1024)],
  ])('reports %s', async (_, content) => {
    await write('a.txt', content);
    const { sources, missing } = await find('---\nsource: a.txt\n---\n');
    expect(sources).toEqual([]);
    expect(missing[0]?.message).toContain('a.txt');
  });

  it('that is malformed is an error and not another source', async () => {
    await write('visit.transcript.txt', 'T');
    await expect(find('---\nsource: [a.txt\n---\n')).rejects.toMatchObject({ reason: 'invalid-input' });
  });
});

describe('a FHIR record', () => {
  it('is a source: what can be quoted is its text, written out', async () => {
    const observation = {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Potassium' },
      valueQuantity: { value: 5.1, unit: 'mmol/L' },
    };
    const path = await write('visit.fhir.json', JSON.stringify(observation));
    const { sources } = await find('Note');
    expect(sources).toEqual([{ document: path, text: 'OBSERVATIONS\n\n- Potassium 5.1 mmol/L.' }]);
  });

  it('that is none is missing, with what can be read', async () => {
    await write('words.json', '{"a": 1}');
    const { sources, missing } = await find('---\nsource: words.json\n---\n');
    expect(sources).toEqual([]);
    expect(missing[0]?.message).toMatch(/words\.json cannot be used: .*unless they hold a FHIR record/);
  });
});

describe('siblings', () => {
  it('are the files with the stem of the note and a suffix', async () => {
    const path = await write('visit.transcript.txt', 'T');
    const other = await write('visit.source.md', 'S');
    await write('other.transcript.txt', 'O');
    const { sources, how } = await find('Note', {}, 'visit.note.md');
    expect(sources.map(({ document }) => document)).toEqual([path, other]);
    expect(how).toBe('sibling');
  });

  it.each([
    ['visit.note.md', 'visit.transcript.txt'],
    ['visit.summary.md', 'visit.transcript.txt'],
    ['visit.discharge-summary.txt', 'visit.transcript.txt'],
    ['2026.01.02 visit.Note.md', '2026.01.02 visit.transcript.txt'],
    ['visit.md', 'visit.transcript.txt'],
    ['visit.notebook.md', 'visit.notebook.transcript.txt'],
  ])('%s → %s', (note, source) => {
    expect(siblingCandidates(join(folder, note), ['.transcript.txt'])).toEqual([join(folder, source)]);
  });

  it('never are the note itself', () => {
    expect(siblingCandidates('/a/visit.source.md', ['.md', 'source.md'])).not.toContain('/a/visit.source.md');
  });

  it('that cannot be read are reported', async () => {
    await write('visit.transcript.txt', '');
    expect(await find('Note')).toMatchObject({ sources: [], how: 'sibling', missing: [{}] });
  });
});

describe('links', () => {
  it('come last', async () => {
    const linked = await write('elsewhere/record.md', 'R');
    expect(await find('Note', { links: [linked] })).toMatchObject({
      sources: [{ document: linked, text: 'R' }],
      how: 'link',
    });
    await write('visit.transcript.txt', 'T');
    expect((await find('Note', { links: [linked] })).how).toBe('sibling');
  });

  it('to a file that is gone are reported', async () => {
    expect(await find('Note', { links: [join(folder, 'gone.txt')] })).toMatchObject({
      sources: [],
      missing: [{ path: join(folder, 'gone.txt') }],
      how: 'link',
    });
  });
});

it('gives none when nothing names any', async () => {
  expect(await find('Note')).toEqual({ sources: [], missing: [], how: 'none' });
});

it('takes the text from the reader it is given', async () => {
  await write('visit.transcript.txt', 'saved');
  const { sources } = await find('Note', { read: () => Promise.resolve('unsaved') });
  expect(sources[0]?.text).toBe('unsaved');
});

it('stops when it is cancelled', async () => {
  await expect(find('Note', { signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: 'cancelled' });
});
