import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tools } from '../../../src/engine/tools/tool-list';
import planted from '../../../media/sample-clinic/planted-errors.json';
import { buildCli, cli, root, Workplace } from './run-cli';

interface Citation {
  document: string;
  quote: string;
  start: number;
  end: number;
}
interface Found {
  rule: string;
  text: string;
  verdict: string;
  severity: string;
  citations?: Citation[];
}

// One index and one server for the whole file: each start costs seconds.
let place: Workplace;
let client: Client;
let stderr = '';

async function call(
  name: string,
  input: Record<string, unknown>,
): Promise<{ text: string; isError: boolean }> {
  const { content, isError = false } = (await client.callTool({ name, arguments: input })) as CallToolResult;
  const [block] = content;
  if (block?.type !== 'text' || content.length !== 1) throw new Error('Not one text.');
  return { text: block.text, isError };
}

async function result<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const { text, isError } = await call(name, input);
  expect({ text, isError }).toMatchObject({ isError: false });
  return JSON.parse(text) as T;
}

/** The quote stands word for word in a text file that offsets point into. */
async function expectVerbatim({ document, quote, start, end }: Citation): Promise<void> {
  const text = await readFile(document, 'utf8');
  expect(text.slice(start, end)).toBe(quote);
}

beforeAll(async () => {
  await buildCli();
  place = await Workplace.create();
  await cp(join(root, 'media/sample-clinic'), place.folder, { recursive: true });
  await place.write('secret.txt', 'A secret of another patient.');
  await symlink(join(place.folder, 'secret.txt'), join(place.folder, 'visits/innocent.txt'));
  expect((await place.run(['index', 'guidelines', '--library', 'library'])).code).toBe(0);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [cli, 'mcp', 'visits', '--library', 'library'],
    cwd: place.folder,
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  client = new Client({ name: 'contract-test', version: '1.0.0' });
  await client.connect(transport);
}, 240_000);
afterAll(async () => {
  await client.close();
  await place.remove();
});

describe('attest mcp', () => {
  it('offers the four tools, which only read', async () => {
    const listed = (await client.listTools()).tools;
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(tools));
    for (const { annotations, inputSchema } of listed) {
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });

  it('finds passages, word for word', async () => {
    const { passages } = await result<{ passages: (Citation & { title: string; section: string })[] }>(
      'attest_search_guidelines',
      { query: 'omeprazole with an anti-inflammatory', limit: 3 },
    );
    expect(passages).toHaveLength(3);
    const markdown = passages.filter(({ document }) => document.endsWith('.md'));
    expect(markdown.map(({ section }) => section)).toContain('Gastroprotection');
    for (const passage of markdown) await expectVerbatim(passage);
  });

  it('finds the planted errors of a note that it is given by its path', async () => {
    const { note, errors } = planted.notes[0] ?? { note: '', errors: [] };
    const { findings, sources } = await result<{ findings: Found[]; sources: string[] }>(
      'attest_check_note',
      {
        path: note.replace(/^visits\//, ''),
      },
    );
    expect(sources).toHaveLength(1);
    for (const { rule } of errors) expect(findings.map((one) => one.rule)).toContain(rule);
    const cited = findings.flatMap(({ citations = [] }) => citations);
    const readable = cited.filter(({ document }) => /\.(?:md|txt)$/.test(document));
    expect(readable.length).toBeGreaterThan(3);
    for (const citation of readable) await expectVerbatim(citation);
  });

  it('finds nothing to worry about in a clean note', async () => {
    const { findings } = await result<{ findings: Found[] }>('attest_check_note', {
      path: '2026-09-14-diabetes-hypertension/clean.note.md',
      sourcePaths: ['2026-09-14-diabetes-hypertension/visit.transcript.txt'],
    });
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  it('compares claims with the library', async () => {
    const { verdict, claims } = await result<{ verdict: string; claims: Found[] }>('attest_fact_check', {
      text: 'Start amlodipine 50 mg once daily.',
    });
    expect(verdict).toBe('contradicted');
    expect(claims[0]?.citations?.[0]?.quote).toBe('Start amlodipine 5 mg once daily.');
  });

  it('scores a summary, and gives no score where there is no source', async () => {
    const scored = await result<{ score: number; interval: number[]; sentences: Found[] }>(
      'attest_score_faithfulness',
      { path: '2026-11-02-knee-pain/visit.summary.md' },
    );
    expect(scored.sentences.length).toBeGreaterThan(3);
    expect(scored.interval[0]).toBeLessThanOrEqual(scored.score);
    expect(scored.interval[1]).toBeGreaterThanOrEqual(scored.score);
    const unscored = await result<object>('attest_score_faithfulness', {
      text: 'Ibuprofen 400 mg was given.',
    });
    expect(unscored).toMatchObject({ score: null, notScored: expect.stringMatching(/no source/) as string });
  });

  it.each([
    ['an unknown tool', 'attest_delete_note', { path: 'x' }, /Call one of attest_search_guidelines/],
    ['a field that there is none of', 'attest_check_note', { file: 'x' }, /input schema/],
    ['a wrong type', 'attest_search_guidelines', { query: 7 }, /"query" is not valid/],
    ['path and text at once', 'attest_fact_check', { path: 'x', text: 'y' }, /either path or text/],
    ['a file outside of the folders', 'attest_check_note', { path: '../secret.txt' }, /outside/],
    ['an absolute path elsewhere', 'attest_check_note', { path: '/etc/passwd' }, /outside/],
    ['a link that leads outside', 'attest_check_note', { path: 'innocent.txt' }, /outside/],
    [
      'a source outside of the folders',
      'attest_score_faithfulness',
      { text: 'A secret.', sourcePaths: ['../secret.txt'] },
      /outside/,
    ],
    ['a file that is not there', 'attest_check_note', { path: 'none.md' }, /no such file/],
  ])('answers %s with an error and advice', async (_, name, input, message) => {
    const { text, isError } = await call(name, input);
    expect(isError).toBe(true);
    expect(text).toMatch(message);
    expect(text).not.toContain('another patient');
  });

  it('does not follow the front matter of a note out of the folders', async () => {
    await writeFile(
      join(place.folder, 'visits/trap.note.md'),
      '---\nsource: ../secret.txt\n---\nA secret.\n',
    );
    const { text } = await call('attest_check_note', { path: 'trap.note.md' });
    expect(JSON.parse(text)).toMatchObject({ sources: [], problems: [expect.stringMatching(/outside/)] });
    expect(text).not.toContain('another patient');
  });

  it('logs which tool failed and why, and no word of what it read', () => {
    const lines = stderr.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/^attest: (?:attest_\w+|unknown tool): [a-z-]+$/);
  });
});

describe('attest mcp on a machine that is locked offline', () => {
  it('does not start: an agent would give what it finds to its model', async () => {
    const { code, stderr: said } = await place.run(['mcp'], undefined, { ATTEST_OFFLINE_ONLY: '1' });
    expect(said).toMatch(/locked offline/);
    expect(code).toBe(2);
  });
});
