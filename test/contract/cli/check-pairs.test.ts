import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, parseLines, Workplace } from './run-cli';

/** What these tests read of a finding; `check.test.ts` asserts all of its fields. */
interface JsonFinding {
  start: number;
  end: number;
  text: string;
}

const transcript = 'Doctor: Your medicine is atorvastatin, twenty milligrams at night.\nPatient: Yes.\n';
const wrongNote = '# Plan\n\nAtorvastatin 80 mg at night.\n';
const rightNote = '# Plan\n\nAtorvastatin 20 mg at night.\n';

let place: Workplace;
beforeAll(buildCli, 180_000);
beforeEach(async () => {
  place = await Workplace.create();
});
afterEach(() => place.remove());

describe('attest check --pairs', () => {
  const pair = (id: string | number, note: string): string =>
    JSON.stringify({ id, note, source: transcript });

  it('gives one line per pair and goes on after lines that are not valid', async () => {
    const lines = [
      pair('a', wrongNote),
      '{"id": "b", "note": ',
      '',
      pair(3, rightNote),
      '{"id": "d", "note": "x"}',
    ];
    await place.write('pairs.jsonl', `${lines.join('\n')}\n`);
    const { code, stdout, stderr } = await place.run(['check', '--pairs', 'pairs.jsonl']);
    const results = parseLines<{ id: string | number; findings: JsonFinding[] }>(stdout);
    expect(results.map(({ id, findings }) => [id, findings.length])).toEqual([
      ['a', 1],
      [3, 0],
    ]);
    expect(Object.keys(results[0] ?? {})).toEqual([
      'id',
      'findings',
      'scores',
      'notScored',
      'foreignLanguage',
    ]);
    const finding = results[0]?.findings[0];
    expect(wrongNote.slice(finding?.start, finding?.end)).toBe(finding?.text);
    expect(stderr).toMatch(/^attest: pairs\.jsonl:2: The line is not valid JSON/m);
    expect(stderr).toMatch(/^attest: pairs\.jsonl:5: "source" is not valid/m);
    expect(code).toBe(2);
  });

  it('reads standard input, a last line without an end and CRLF', async () => {
    const input = `\ufeff${pair('a', wrongNote)}\r\n${pair('b', rightNote)}`;
    const { code, stdout } = await place.run(['check', '--pairs', '-'], input);
    expect(parseLines<{ id: string }>(stdout).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(code).toBe(1);
  });

  it('reports a line in another encoding', async () => {
    const input = Buffer.concat([
      Buffer.from('{"id":1,"note":"38,5 °C","source":""}\n', 'latin1'),
      Buffer.from(pair(2, 'x')),
    ]);
    const { code, stdout, stderr } = await place.run(['check', '--pairs', '-'], input);
    expect(stderr).toContain('standard input:1: The line is not in UTF-8.');
    expect(parseLines<{ id: number }>(stdout).map(({ id }) => id)).toEqual([2]);
    expect(code).toBe(2);
  });

  it('writes a JSON array with --format json', async () => {
    const { stdout } = await place.run(
      ['check', '--pairs', '-', '--format', 'json'],
      `${pair(1, 'a')}\n${pair(2, 'b')}\n`,
    );
    expect((JSON.parse(stdout) as { id: number }[]).map(({ id }) => id)).toEqual([1, 2]);
    const none = await place.run(['check', '--pairs', '-', '--format', 'json'], '');
    expect(JSON.parse(none.stdout)).toEqual([]);
  });
});
