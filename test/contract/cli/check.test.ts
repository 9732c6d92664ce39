import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, parseLines, root } from './run-cli';
import {
  jsonOf,
  place,
  removePlace,
  rightNote,
  startPlace,
  transcript,
  valueFinding,
  visit,
  wrongNote,
  type JsonNote,
} from './visit';

beforeAll(buildCli, 180_000);

beforeEach(startPlace);

afterEach(removePlace);

describe('attest check', () => {
  it('finds the sibling source, prints place, evidence and summary, and exits with 1', async () => {
    await visit();
    const { code, stdout, stderr } = await place.run(['check', 'visit.note.md']);
    expect(stdout).toMatch(/^visit\.note\.md:3:14 error .*20 mg.* \[faithfulness\/dose\]$/m);
    expect(stdout).toContain('“Your medicine is atorvastatin, twenty milligrams at night.”');
    expect(stdout).toMatch(/^ {6}visit\.transcript\.txt:1:9$/m);
    expect(stdout).toMatch(/fix: .*20/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 note, 1 finding (1 error).');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('exits with 0 for a note that agrees with its source', async () => {
    await visit(rightNote);
    const { code, stdout } = await place.run(['check', 'visit.note.md']);
    expect(stdout).toContain('1 note, no findings.');
    expect(code).toBe(0);
  });

  it('writes JSON with the documented fields', async () => {
    await visit();
    const { stdout } = await place.run(['check', 'visit.note.md', '--format', 'json']);
    const [note] = jsonOf(stdout);
    expect(note).toMatchObject({ note: 'visit.note.md', ignored: 0, notScored: null });
    expect(note?.seconds).toBeGreaterThan(0);
    expect(note?.scores.faithfulness.scored).toBe(1);
    const finding = valueFinding(note);
    expect(Object.keys(finding ?? {})).toEqual([
      ...['rule', 'axis', 'verdict', 'severity', 'harm', 'start', 'end', 'text', 'message', 'expected'],
      ...['confidence', 'citations', 'fixes', 'also', 'fingerprint'],
    ]);
    expect(finding).toMatchObject({ axis: 'faithfulness', verdict: 'contradicted', severity: 'error' });
    const citation = finding?.citations[0];
    expect(Object.keys(citation ?? {})).toEqual([
      'kind',
      'document',
      'version',
      'section',
      'page',
      'start',
      'end',
      'quote',
    ]);
    expect(citation).toMatchObject({
      document: join(place.folder, 'visit.transcript.txt'),
      page: null,
      section: '',
    });
    expect(transcript.slice(citation?.start, citation?.end)).toBe(citation?.quote);
  });

  it('gives offsets in UTF-16 code units, after emoji and with CRLF', async () => {
    const note = '# Plan 😀🫀\r\n\r\nSeen 👩‍⚕️ today.\r\n\r\nAtorvastatin 80 mg at night.\r\n';
    const source = `Notes 😀\r\n${transcript.replaceAll('\n', '\r\n')}`;
    await place.write('visit.note.md', note);
    await place.write('visit.transcript.txt', source);
    const { stdout } = await place.run(['check', 'visit.note.md', '--format', 'jsonl']);
    const finding = valueFinding(parseLines<JsonNote>(stdout)[0]);
    expect(note.slice(finding?.start, finding?.end)).toBe(finding?.text);
    expect(finding?.text).toContain('80');
    const citation = finding?.citations[0];
    expect(source.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    const fix = finding?.fixes[0];
    expect(note.slice(0, fix?.start) + fix?.newText + note.slice(fix?.end)).toContain(
      'Atorvastatin 20 mg at night',
    );
  });

  it('takes --source over what the note finds', async () => {
    await visit();
    await place.write('other.txt', 'Atorvastatin, eighty milligrams at night.');
    const { code, stdout } = await place.run([
      'check',
      'visit.note.md',
      '--source',
      'other.txt',
      '--format',
      'json',
    ]);
    expect(jsonOf(stdout)[0]?.sources).toEqual([join(place.folder, 'other.txt')]);
    expect(code).toBe(0);
  });

  it('follows the front matter', async () => {
    await place.write('talk.txt', transcript);
    await place.write('a.md', `---\nsource: talk.txt\n---\n${wrongNote}`);
    expect((await place.run(['check', 'a.md'])).code).toBe(1);
  });

  it('does what can be done and exits with 2 when an input cannot be read', async () => {
    await visit();
    await place.write('latin.note.md', Buffer.from('Température 38,5 °C', 'latin1'));
    const args = ['check', 'missing.md', 'latin.note.md', 'guide.pdf', 'visit.note.md', '--format', 'jsonl'];
    const { code, stdout, stderr } = await place.run(args);
    expect(parseLines<JsonNote>(stdout).map(({ note }) => note)).toEqual(['visit.note.md']);
    expect(stderr).toMatch(/^attest: missing\.md: .*does not exist/m);
    expect(stderr).toMatch(/^attest: latin\.note\.md: .*UTF-8/m);
    expect(stderr).toMatch(/^attest: guide\.pdf: A note is a text file/m);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it('does not pass a note for which there is nothing to compare', async () => {
    await place.write('lonely.md', wrongNote);
    const { code, stdout, stderr } = await place.run(['check', 'lonely.md', '--format', 'json']);
    expect(stderr).toContain('No source was found');
    expect(jsonOf(stdout)[0]).toMatchObject({
      findings: [],
      scores: { faithfulness: { scored: 0, shares: null } },
    });
    expect(jsonOf(stdout)[0]?.notScored).not.toBeNull();
    expect(code).toBe(2);
  });

  it('shows the findings of a rule as --rule says, and leaves out those of one that is off', async () => {
    await visit();
    const check = ['check', 'visit.note.md', '--format', 'json', '--rule'];
    const hint = await place.run([...check, 'faithfulness/dose=hint', '--fail-on', 'warning']);
    expect(jsonOf(hint.stdout)[0]?.findings).toMatchObject([{ rule: 'faithfulness/dose', severity: 'hint' }]);
    expect(hint.code).toBe(0);
    const off = await place.run([...check, 'faithfulness/dose=off', '--rule', 'faithfulness/value=off']);
    expect(jsonOf(off.stdout)[0]?.findings).toEqual([]);
    const unknown = await place.run([...check, 'faithfulness/doze=off']);
    expect(unknown.stderr).toContain('There is no rule "faithfulness/doze". Is faithfulness/dose meant?');
    expect([unknown.stdout, unknown.code]).toEqual(['', 2]);
  });

  const dated = '# Plan\n\nAspirin 1.0 mg daily.\n';

  it('still checks a note without a source against itself, and exits with 2', async () => {
    await place.write('lonely.md', dated);
    const { code, stdout, stderr } = await place.run(['check', 'lonely.md']);
    expect(stdout).toContain('[style/trailing-zero]');
    expect(stdout).toContain('lonely.md: not compared with a source');
    expect(stderr).toContain('nothing was compared with one');
    expect(code).toBe(2);
  });

  it('lets a note without a source pass with --allow-no-source', async () => {
    await place.write('lonely.md', dated);
    const args = ['check', 'lonely.md', '--allow-no-source'];
    const { code, stdout, stderr } = await place.run(args);
    expect(stdout).toContain('[style/trailing-zero]');
    expect(stdout).toContain('1 note (1 not compared with a source)');
    expect([stderr, code]).toEqual(['', 0]);
    expect((await place.run([...args, '--fail-on', 'information'])).code).toBe(1);
  });

  it('reports a source that the front matter names and that is missing', async () => {
    await place.write('a.md', `---\nsource: gone.txt\n---\n${wrongNote}`);
    const { code, stderr } = await place.run(['check', 'a.md']);
    expect(stderr).toContain('gone.txt');
    expect(code).toBe(2);
  });

  it('leaves out what is ignored in the note or in the list', async () => {
    await visit();
    const first = await place.run(['check', 'visit.note.md', '--format', 'json']);
    const fingerprint = valueFinding(jsonOf(first.stdout)[0])?.fingerprint ?? '';
    await place.write(
      'visit.note.md',
      wrongNote.replace(
        'night.',
        `night. <!-- attest-ignore faithfulness/dose ${fingerprint}: changed later -->`,
      ),
    );
    const commented = await place.run(['check', 'visit.note.md', '--format', 'json']);
    expect(jsonOf(commented.stdout)[0]).toMatchObject({ findings: [], ignored: 1 });
    expect(commented.code).toBe(0);

    await place.write('visit.note.md', wrongNote);
    await mkdir(join(place.folder, '.attest'));
    const entry = {
      fingerprint,
      rule: 'faithfulness/dose',
      note: 'visit.note.md',
      reason: 'x',
      date: '2026-01-01',
    };
    const list = join(place.folder, '.attest/ignored-findings.json');
    await writeFile(list, JSON.stringify({ version: 1, ignored: [entry] }));
    const listed = await place.run(['check', 'visit.note.md', '--format', 'json']);
    expect(jsonOf(listed.stdout)[0]).toMatchObject({ findings: [], ignored: 1 });
  });

  it('shows an ignore comment without a reason', async () => {
    await visit(wrongNote.replace('night.', 'night. <!-- attest-ignore faithfulness/dose -->'));
    const { code, stdout } = await place.run(['check', 'visit.note.md']);
    expect(stdout).toMatch(/visit\.note\.md:3:\d+ warning .*reason/);
    expect(code).toBe(1);
  });

  it('judges by --fail-on', async () => {
    await visit(`${rightNote}\nStart ibuprofen 400 mg today. Glucose 110 mg/dL.\n`);
    const args = ['check', 'visit.note.md', '--fail-on'];
    const hints = await place.run([...args, 'hint', '--format', 'json']);
    const shown = jsonOf(hints.stdout)[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    // Nobody spoke of ibuprofen, nor of glucose. That nobody spoke of 400 mg is the same cause.
    expect(shown?.sort()).toEqual(['faithfulness/medication hint', 'faithfulness/value-not-found hint']);
    expect(hints.code).toBe(1);
    expect((await place.run([...args, 'warning'])).code).toBe(0);
    await visit();
    expect((await place.run([...args, 'never'])).code).toBe(0);
  });

  it('shows no control characters of a note on the terminal', async () => {
    await place.write('visit.transcript.txt', transcript.replace('Your', '\u001b[2J\u0007Your'));
    await place.write('visit.note.md', wrongNote);
    const { stdout } = await place.run(['check', 'visit.note.md']);
    expect(stdout).toContain('milligrams at night');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('ends quietly when the reader closes the pipe', async () => {
    await visit();
    const pairs = `${JSON.stringify({ id: 1, note: wrongNote, source: transcript })}\n`.repeat(2_000);
    const file = await place.write('pairs.jsonl', pairs);
    const { spawn } = await import('node:child_process');
    const shell = spawn(
      'sh',
      ['-c', `"${process.execPath}" "${join(root, 'dist/cli.js')}" check --pairs ${file} | head -1`],
      {
        cwd: place.folder,
      },
    );
    let stderr = '';
    shell.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    await new Promise((resolve) => shell.on('close', resolve));
    expect(stderr).toBe('');
  });
});
