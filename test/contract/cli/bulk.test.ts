import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json';
import { makeTinyVerifier, tinyLabels } from '../models/tiny-verifier';
import { buildCli, cli, parseLines, Workplace } from './run-cli';

interface VerifyResult {
  id: string | number;
  verdict: string;
  probabilities: { supported: number; contradicted: number; notAddressed: number };
  quote: string;
}
interface FaithfulnessResult {
  id: string | number;
  score: number | null;
  sentences: {
    start: number;
    end: number;
    verdict: string;
    confidence: number;
    citations: { quote: string }[];
  }[];
  shares: Record<string, { count: number; share: number; low: number; high: number }> | null;
  scored: number;
}

let place: Workplace;
beforeAll(buildCli, 180_000);
beforeEach(async () => {
  place = await Workplace.create();
});
afterEach(() => place.remove());

const lines = (...values: object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('attest verify', () => {
  const pairs = lines(
    { id: 'a', evidence: 'He takes metformin 500 mg twice daily.', claim: 'Metformin 850 mg twice daily.' },
    {
      id: 2,
      evidence: 'He takes metformin 500 mg twice daily.',
      claim: 'He takes metformin 500 mg twice daily.',
    },
    { id: 'c', evidence: 'The weather was fine.', claim: 'Potassium 5.1 mmol/L.' },
  );

  it('gives verdict, probabilities and a quote of the evidence', async () => {
    const { code, stdout, stderr } = await place.run(['verify', '--pairs', '-'], pairs);
    const results = parseLines<VerifyResult>(stdout);
    expect(results.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'contradicted'],
      [2, 'supported'],
      ['c', 'not-addressed'],
    ]);
    for (const { probabilities } of results) {
      expect(Object.keys(probabilities)).toEqual(['supported', 'contradicted', 'notAddressed']);
      const sum = probabilities.supported + probabilities.contradicted + probabilities.notAddressed;
      expect(sum).toBeCloseTo(1, 6);
    }
    expect('He takes metformin 500 mg twice daily.').toContain(results[0]?.quote);
    expect(results[0]?.quote).not.toBe('');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('succeeds with --fail-on never, and prints text when asked', async () => {
    const { code, stdout } = await place.run(
      ['verify', '--pairs', '-', '--fail-on', 'never', '--format', 'text'],
      pairs,
    );
    expect(stdout).toMatch(
      /^a: contradicted \(supported 0\.\d\d, contradicted 0\.\d\d, not addressed 0\.\d\d\)$/m,
    );
    expect(code).toBe(0);
  });

  it('goes on after a bad line and exits with 2', async () => {
    const input = `{"id":1}\n${lines({ id: 2, evidence: 'x', claim: 'y' })}[]\n`;
    const { code, stdout, stderr } = await place.run(['verify', '--pairs', '-'], input);
    expect(parseLines<VerifyResult>(stdout).map(({ id }) => id)).toEqual([2]);
    expect(stderr).toMatch(/input:1: "evidence".*\n.*input:3: /);
    expect(code).toBe(2);
  });

  it('reads with the verifier that was chosen, and not without it', async () => {
    const folder = makeTinyVerifier({ 'verifier.json': tinyLabels });
    const open = lines({ id: 1, evidence: 'A book.', claim: 'Yes yes.' });
    const options = ['--pairs', '-', '--verifier', folder];
    const { stdout, stderr } = await place.run(['verify', ...options], open);
    expect(stderr).toBe('');
    expect(parseLines<VerifyResult>(stdout)[0]?.probabilities.supported).toBeGreaterThan(0.9);
    await rm(folder, { recursive: true });
    const gone = await place.run(['verify', ...options], open);
    expect(gone.stdout).toBe('');
    expect(gone.stderr).toContain(folder);
    expect(gone.code).toBe(2);
  });

  it('says when the file does not exist', async () => {
    const { code, stderr } = await place.run(['verify', '--pairs', 'gone.jsonl']);
    expect(stderr).toMatch(/^attest: gone\.jsonl: The file does not exist/);
    expect(code).toBe(2);
  });
});

describe('attest faithfulness', () => {
  const source = 'Doctor: Your potassium is four point four. You take ramipril, ten milligrams.\n';
  const summary = 'Summary 😀:\r\n\r\nPotassium 5.4 mmol/L. He takes ramipril 10 mg.\r\n';

  it('scores a summary against the source beside it', async () => {
    await place.write('visit.transcript.txt', source);
    await place.write('visit.summary.md', summary);
    const { code, stdout } = await place.run(['faithfulness', 'visit.summary.md', '--format', 'json']);
    const result = JSON.parse(stdout) as FaithfulnessResult;
    expect(result.id).toBe('visit.summary.md');
    const texts = result.sentences.map(({ start, end }) => summary.slice(start, end));
    const potassium = result.sentences[texts.indexOf('Potassium 5.4 mmol/L.')];
    expect(potassium?.verdict).toBe('contradicted');
    expect(source).toContain(potassium?.citations[0]?.quote);
    expect(result.scored).toBe(result.sentences.filter(({ verdict }) => verdict !== 'not-scored').length);
    expect(result.shares?.contradicted).toMatchObject({ count: 1, share: 1 / result.scored });
    expect(code).toBe(1);
  });

  it('prints the sentences that are not supported, and the score with its interval', async () => {
    await place.write('a.txt', source);
    await place.write('s.md', summary);
    const { stdout } = await place.run(['faithfulness', 's.md', '--source', 'a.txt']);
    expect(stdout).toMatch(/^s\.md:3:1 contradicted: Potassium 5\.4 mmol\/L\.$/m);
    expect(stdout).toMatch(
      /^s\.md: \d+ % of \d scored sentences supported \(95 % interval \d+ % to \d+ %\): /m,
    );
  });

  it('never scores what was not compared', async () => {
    await place.write('s.md', summary);
    const { code, stdout, stderr } = await place.run(['faithfulness', 's.md', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ score: null, shares: null, scored: 0 });
    expect(stderr).toContain('No source was found');
    expect(code).toBe(2);
  });

  it('scores pairs, one line each', async () => {
    const input = lines(
      { id: 'x', source, summary: 'Potassium 4.4 mmol/L.' },
      { id: 'y', source: '', summary: 'Fine.' },
    );
    const { stdout } = await place.run(['faithfulness', '--pairs', '-'], input);
    const results = parseLines<FaithfulnessResult>(stdout);
    expect(results.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(results[0]?.scored).toBe(1);
    expect(results[1]).toMatchObject({ score: null, scored: 0 });
  });

  it.each([
    ['nothing', ['faithfulness']],
    ['both forms', ['faithfulness', 'a', '--pairs', '-']],
    ['a source with pairs', ['faithfulness', '--pairs', '-', '--source', 'a']],
  ])('refuses %s', async (_, args) => {
    const { code, stderr } = await place.run(args);
    expect(stderr).toContain('faithfulness --help');
    expect(code).toBe(2);
  });
});

describe('the program', () => {
  it('prints its version', async () => {
    const { code, stdout } = await place.run(['--version']);
    expect(stdout).toBe(`${packageJson.version}\n`);
    expect(code).toBe(0);
  });

  const commands = ['index', 'search', 'check', 'fact-check', 'verify', 'faithfulness', 'ask'];

  it('names its commands, and loads none of what only some of them need', async () => {
    const report = `process.on('exit', () => {
      const files = Object.keys(require.cache).filter((file) => file.startsWith(${JSON.stringify(dirname(cli))}));
      console.error(JSON.stringify(files.map((file) => require('node:path').basename(file))));
    });`;
    const hook = join(place.folder, await place.write('hook.cjs', report));
    const { code, stdout, stderr } = await place.run(['--help'], '', {
      NODE_OPTIONS: `--require ${JSON.stringify(hook)}`,
    });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(code).toBe(0);
    expect(JSON.parse(stderr)).toEqual(['cli.js', 'processes.js']);
  });

  it.each(commands)('explains %s', async (command) => {
    const { code, stdout } = await place.run([command, '--help']);
    expect(stdout).toMatch(new RegExp(`^Usage: attest ${command} `));
    expect(stdout).toContain('--format');
    expect(code).toBe(0);
  });

  it.each([[['bogus']], [['check', '--bogus']], [['ask']], [[]]])('exits with 2 for %j', async (args) => {
    const { code, stderr } = await place.run(args);
    expect(stderr).toContain('attest');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it('runs from any folder', async () => {
    const { code } = await place.run([
      'verify',
      '--pairs',
      join(place.folder, await place.write('p.jsonl', '')),
    ]);
    expect(code).toBe(0);
  });
});
