import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attest, buildCli, parseLines, root, startCli, Workplace } from './run-cli';

interface IndexResult {
  documents: number;
  passages: number;
  unchanged: number;
  skipped: { path: string; reason: string }[];
  seconds: number;
}
interface Hit {
  rank: number;
  score: number;
  document: string;
  title: string;
  section: string;
  page: number | null;
  start: number;
  end: number;
  text: string;
}
interface SearchResult {
  id: string | number;
  results: Hit[];
}
interface FactCheckResult {
  id?: string;
  verdict: string;
  statements: { start: number; end: number; text: string; verdict: string; citations: { quote: string }[] }[];
}
interface PlanResult {
  note: string;
  score: number | null;
  firstFailing: number | null;
  notScored: string | null;
  statements: (FactCheckResult['statements'][number] & { problem: string | null; score: number | null })[];
}
interface AskResult {
  answer: string;
  citations: { quote: string; document: string; section: string; page: number | null }[];
  refused: boolean;
}

let place: Workplace;
const library = 'the library';
const withLibrary = (...args: string[]): string[] => [...args, '--library', library];

beforeAll(async () => {
  await buildCli();
  place = await Workplace.create();
  await cp(join(root, 'media/sample-clinic/guidelines'), join(place.folder, 'guides'), { recursive: true });
  const { code, stderr } = await place.run(withLibrary('index', 'guides'));
  expect(stderr).toBe('');
  expect(code).toBe(0);
}, 240_000);
afterAll(() => place.remove());

describe('attest index', () => {
  it('costs nothing for unchanged files and lists what it cannot read', async () => {
    await mkdir(join(place.folder, 'more'), { recursive: true });
    const fixtures = join(root, 'test/fixtures/documents');
    for (const name of ['scanned.pdf', 'needs-password.pdf']) {
      await cp(join(fixtures, name), join(place.folder, 'more', name));
    }
    const { code, stdout, stderr } = await place.run(
      withLibrary('index', 'guides', 'more', '--format', 'json'),
    );
    const result = JSON.parse(stdout) as IndexResult;
    expect(result).toMatchObject({ documents: 5, unchanged: 5 });
    expect(result.passages).toBeGreaterThan(20);
    expect(result.seconds).toBeGreaterThan(0);
    expect(result.skipped.map(({ reason }) => reason).sort()).toEqual(['encrypted', 'no-text']);
    expect(stderr).toMatch(/needs-password\.pdf: .*password.*\n/);
    expect(stderr).toMatch(/scanned\.pdf: .*OCR.*\n/);
    expect(code).toBe(2);
    await rm(join(place.folder, 'more'), { recursive: true });
  });

  it('needs a library', async () => {
    const { code, stderr } = await place.run(['index', 'guides']);
    expect(stderr).toContain('--library');
    expect(code).toBe(2);
  });
});

describe('attest search', () => {
  it('gives the best passages with their place', async () => {
    const { code, stdout } = await place.run(
      withLibrary('search', 'starting dose of amlodipine', '-k', '3', '--format', 'json'),
    );
    const { id, results } = JSON.parse(stdout) as SearchResult;
    expect(id).toBe('1');
    expect(results.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    const [first] = results;
    expect(Object.keys(first ?? {})).toEqual([
      'rank',
      'score',
      'document',
      'title',
      'section',
      'page',
      'start',
      'end',
      'text',
    ]);
    expect(first).toMatchObject({ title: 'Hypertension in adults', page: null });
    expect(first?.section).toContain('Amlodipine');
    expect(first?.document).toBe(join(place.folder, 'guides/hypertension.docx'));
    expect(code).toBe(0);
  });

  it('answers many queries, one line each', async () => {
    const queries = [
      { id: 'a', query: 'doxycycline dose' },
      { id: 2, query: 'omeprazole with an NSAID' },
    ];
    const input = queries.map((query) => JSON.stringify(query)).join('\n');
    const { code, stdout } = await place.run(withLibrary('search', '--queries', '-', '-k', '2'), input);
    const results = parseLines<SearchResult>(stdout);
    expect(results.map(({ id, results: hits }) => [id, hits.length])).toEqual([
      ['a', 2],
      [2, 2],
    ]);
    expect(results[0]?.results[0]).toMatchObject({ title: 'Community-acquired pneumonia in adults' });
    expect(results[0]?.results[0]?.page).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  it('prints text for people', async () => {
    const { stdout } = await place.run(withLibrary('search', 'amlodipine', '-k', '1'));
    expect(stdout).toMatch(/^1\. Hypertension in adults, .*\(guides\/hypertension\.docx\), score 0\.\d+$/m);
  });

  it.each([
    ['neither query nor file', ['search']],
    ['both', ['search', 'x', '--queries', '-']],
    ['a k of zero', ['search', 'x', '-k', '0']],
    ['a k that is no number', ['search', 'x', '-k', 'ten']],
    ['an unknown format', ['search', 'x', '--format', 'xml']],
  ])('refuses %s', async (_, args) => {
    const { code, stdout, stderr } = await place.run(withLibrary(...args));
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(code).toBe(2);
  });

  it('says what to do when the library does not exist', async () => {
    const { code, stdout, stderr } = await place.run(['search', 'x', '--library', 'nowhere']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^attest: The library .*nowhere.* Index /);
    expect(code).toBe(2);
  });
});

describe('attest fact-check', () => {
  it('does not take a library that is not there for an empty one', async () => {
    const { code, stdout, stderr } = await place.run([
      'fact-check',
      'Aspirin 75 mg.',
      '--library',
      'nowhere',
    ]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^attest: The library nowhere does not exist\. .*attest index/);
    expect(code).toBe(2);
  });

  it('gives each statement a verdict with evidence', async () => {
    const text = '😀 Start amlodipine 50 mg once daily. The clinic opens at noon.';
    const { code, stdout } = await place.run(
      withLibrary('fact-check', text, '--format', 'json', '--fail-on', 'warning'),
    );
    const { statements } = JSON.parse(stdout) as FactCheckResult;
    expect(statements.map(({ start, end }) => text.slice(start, end))).toEqual(
      statements.map((one) => one.text),
    );
    expect(statements[0]).toMatchObject({ verdict: 'contradicted' });
    expect(statements[0]?.citations[0]?.quote).toContain('amlodipine 5 mg');
    expect(code).toBe(1);
  });

  it('checks a file whole, and says where in it each statement stands', async () => {
    const text = '\ufeffPlan 😀:\r\n\r\nStart amlodipine 50 mg once daily.\r\n';
    await place.write('a #1.txt', text);
    const { code, stdout } = await place.run(
      withLibrary('fact-check', '--file', 'a #1.txt', '--format', 'sarif', '--fail-on', 'warning'),
    );
    const { runs } = JSON.parse(stdout) as Log;
    const [failed] = runs[0]?.results?.filter(({ kind }) => kind === 'fail') ?? [];
    const where = failed?.locations?.[0]?.physicalLocation;
    expect(where?.artifactLocation?.uri).toBe('a%20%231.txt');
    expect(where?.region).toMatchObject({ startLine: 3, startColumn: 1 });
    const { charOffset = 0, charLength = 0 } = where?.region ?? {};
    expect(text.slice(1).slice(charOffset, charOffset + charLength)).toContain('amlodipine 50 mg');
    expect(code).toBe(1);
  });

  it.each([
    ['a file that is not there', ['--file', 'gone.txt'], 'gone.txt: The file does not exist'],
    ['a text and a file', ['x', '--file', 'gone.txt'], 'either a text, --file or --claims'],
    ['a share of errors above a half', ['x', '--accepted-error', '0.6'], '0.001 to 0.5'],
    ['a share of errors in percent', ['x', '--accepted-error', '10 %'], '0.001 to 0.5'],
    ['no share of errors', ['x', '--accepted-error', ' '], '0.001 to 0.5'],
    ['a verifier that is not there', ['x is so.', '--verifier', 'no-model'], 'no-model'],
  ])('refuses %s', async (_, args, why) => {
    const { code, stdout, stderr } = await place.run(withLibrary('fact-check', ...args));
    expect(stdout).toBe('');
    expect(stderr).toContain(why);
    expect(code).toBe(2);
  });

  it('decides more where more errors are accepted', async () => {
    const claim = 'Omeprazole 20 mg once daily with naproxen.';
    const verdict = async (accepted: string): Promise<unknown> => {
      const { stdout } = await place.run(
        withLibrary('fact-check', claim, '--accepted-error', accepted, '--format', 'json'),
      );
      return (JSON.parse(stdout) as FactCheckResult).verdict;
    };
    expect(await verdict('0.001')).toBe('not-sure');
    expect(await verdict('0.5')).not.toBe('not-sure');
  });

  it('checks many claims, one line each', async () => {
    const input =
      '{"id":"a","claim":"Start amlodipine 50 mg once daily."}\nnot json\n{"id":"b","claim":"..."}\n';
    const { code, stdout, stderr } = await place.run(withLibrary('fact-check', '--claims', '-'), input);
    const results = parseLines<FactCheckResult>(stdout);
    expect(results.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'contradicted'],
      ['b', 'not-scored'],
    ]);
    expect(stderr).toContain('standard input:2');
    expect(code).toBe(2);
  });

  it('prints text for people', async () => {
    const { stdout } = await place.run(withLibrary('fact-check', 'Start amlodipine 50 mg once daily.'));
    expect(stdout).toMatch(/^contradicted: Start amlodipine 50 mg once daily\.$/m);
    expect(stdout).toContain('(guides/hypertension.docx)');
  });
});

describe('attest verify-plan', () => {
  it('gives each step a verdict and a score, and names the first that fails', async () => {
    const note =
      '## Plan\n\n1. Hypertension\n   - Start amlodipine 5 mg once daily.\n   - Then amlodipine 50 mg once daily.\n';
    await writeFile(join(place.folder, 'plan.md'), note);
    await writeFile(join(place.folder, 'letter.md'), 'Dear colleague, thank you for seeing this patient.\n');
    const { code, stdout } = await place.run(
      withLibrary('verify-plan', 'plan.md', 'letter.md', '--format', 'json', '--fail-on', 'warning'),
    );
    const [plan, letter] = JSON.parse(stdout) as PlanResult[];
    expect(plan).toMatchObject({ note: 'plan.md', firstFailing: 1, notScored: null });
    const failing = plan?.statements[1];
    expect(failing).toMatchObject({ verdict: 'contradicted', problem: 'Hypertension', score: plan?.score });
    expect(note.slice(failing?.start, failing?.end)).toBe(failing?.text);
    expect(letter).toMatchObject({ score: null, statements: [] });
    expect(letter?.notScored).toContain('plan');
    expect(code).toBe(1);
  });

  it('says why a step is not sure', async () => {
    await place.write('open.md', '## Plan\n\n- Omeprazole 20 mg once daily with naproxen.\n');
    const { stdout } = await place.run(withLibrary('verify-plan', 'open.md', '--accepted-error', '0.001'));
    expect(stdout).toMatch(/^1\. not sure: .*\n {2}These passages bear on it.*\n {2}The verifier leans to /m);
  });
});

describe('attest ask', () => {
  it('answers with numbered citations', async () => {
    const { code, stdout } = await place.run(
      withLibrary('ask', 'What is the starting dose of amlodipine?', '--format', 'json'),
    );
    const { answer, citations, refused } = JSON.parse(stdout) as AskResult;
    expect(refused).toBe(false);
    expect(answer).toContain('[1]');
    expect(citations.some(({ quote }) => quote.includes('amlodipine 5 mg'))).toBe(true);
    expect(code).toBe(0);
  });

  it('refuses what the library does not hold', async () => {
    const { code, stdout } = await place.run(
      withLibrary('ask', 'Who won the chess championship?', '--format', 'json'),
    );
    expect(JSON.parse(stdout)).toMatchObject({ answer: '', citations: [], refused: true });
    expect(code).toBe(0);
    const text = await place.run(withLibrary('ask', 'Who won the chess championship?'));
    expect(text.stdout).toMatch(/\w.*\.\n$/);
  });
});

describe('attest check with a library', () => {
  it.each([
    { dose: '250 mg', said: 'two hundred and fifty milligrams', rule: 'guideline/dose' },
    // Also ten times the usual dose, which is told instead, with the guideline's words.
    { dose: '5 g', said: 'five grams', rule: 'consistency/dose' },
  ])('reports that a guideline gives no $dose, with section and page', async ({ dose, said, rule }) => {
    await place.write(
      'visit.note.md',
      `# Community-acquired pneumonia\n\nAmoxicillin ${dose} three times daily for 5 days.\n`,
    );
    await place.write(
      'visit.transcript.txt',
      `Doctor: amoxicillin, ${said} three times daily for five days.\n`,
    );
    const { code, stdout } = await place.run(
      withLibrary('check', 'visit.note.md', '--format', 'jsonl', '--fail-on', 'warning'),
    );
    const [note] = parseLines<{
      findings: { rule: string; also: string[]; citations: AskResult['citations'] }[];
    }>(stdout);
    const finding = note?.findings.find((one) => one.rule === rule);
    expect([finding?.rule, ...(finding?.also ?? [])]).toContain('guideline/dose');
    expect(finding?.citations[0]).toMatchObject({
      document: join(place.folder, 'guides/community-acquired-pneumonia.pdf'),
      section: expect.stringMatching(/^3\. Antibiotic treatment > 3\.\d /) as string,
      page: expect.any(Number) as number,
    });
    expect(code).toBe(1);
  });

  it('still compares with the source when the library cannot be used', async () => {
    await place.write('file', 'no folder');
    await place.write('a.note.md', 'Atorvastatin 80 mg at night.\n');
    await place.write('a.transcript.txt', 'Doctor: atorvastatin, twenty milligrams at night.\n');
    const { code, stdout, stderr } = await place.run([
      'check',
      'a.note.md',
      '--library',
      'file',
      '--format',
      'jsonl',
    ]);
    expect(stderr).toMatch(/^attest: .*\n$/);
    const [note] = parseLines<{ findings: { rule: string }[] }>(stdout);
    expect(note?.findings.map(({ rule }) => rule)).toEqual(['faithfulness/dose']);
    expect(code).toBe(2);
  });
});

describe('interrupting', () => {
  it('ends a run at once, says so and exits with 130', async () => {
    const child = startCli(['verify', '--pairs', '-'], place.folder);
    let stderr = '';
    child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
    const answered = new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdin?.write('{"id":1,"evidence":"Aspirin 300 mg.","claim":"Aspirin 300 mg."}\n');
    await answered;
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('Cancelled.\n');
    expect(code).toBe(130);
  });

  it('leaves a library that a later run completes', async () => {
    const many = join(place.folder, 'many');
    await mkdir(many);
    const text = 'Give amoxicillin 500 mg three times daily for five days and review the patient. ';
    for (let i = 0; i < 6; i++) await writeFile(join(many, `${i}.txt`), `Guideline ${i}. ${text.repeat(60)}`);
    const child = startCli(['index', 'many', '--library', 'second'], place.folder);
    let stderr = '';
    child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
    const closed = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(join(place.folder, 'second'))) await setTimeout(20);
    child.kill('SIGINT');
    expect(await closed).toBe(130);
    expect(stderr).toBe('Cancelled.\n');
    const again = await attest(['index', 'many', '--library', 'second', '--format', 'json'], place.folder);
    expect(JSON.parse(again.stdout)).toMatchObject({ documents: 6, skipped: [] });
    expect(again.code).toBe(0);
  }, 180_000);
});
