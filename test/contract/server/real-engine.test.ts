import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-protocol/node';
import type { PlanReport } from '../../../src/engine/engine';
import { Notifications, Requests } from '../../../src/server/protocol';
import { decodePassageUri } from '../../../src/server/evidence/passage-uri';
import { makeModelDir } from '../models/model-dir';
import { builtServer, TestClient, textAt, until } from './client';

// The server as it is shipped, with the real engine, on the sample clinic.

const clinic = resolve(import.meta.dirname, '../../../media/sample-clinic');
const visit = 'visits/2026-09-14-diabetes-hypertension';

/** Text files of the sample clinic, for a copy of it. */
const files = Object.fromEntries(
  readdirSync(clinic, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|txt)$/.test(name) && statSync(join(clinic, name)).isFile())
    .map((name) => [name, readFileSync(join(clinic, name), 'utf8')]),
);
let cache: string;
let model: string;
let client: TestClient;
const opened: string[] = [];

// One server for all tests, since it takes seconds until one has its models and the library. What a test opened is closed
// and written anew after it.
beforeAll(async () => {
  const server = await builtServer();
  cache = mkdtempSync(join(tmpdir(), 'attest-server-'));
  const models = join(cache, 'models');
  mkdirSync(models);
  model = makeModelDir();
  symlinkSync(model, join(models, 'all-MiniLM-L6-v2'));
  client = await TestClient.start(server, {
    files,
    settings: { guidelineFolders: [join(clinic, 'guidelines')], library: join(cache, 'library') },
    options: { models },
  });
  const report = await client.connection.sendRequest(Requests.indexLibrary);
  expect(report).toMatchObject({ documents: 5, skipped: [] });
}, 180_000);
afterEach(async () => {
  for (const name of opened) {
    await client.close(name);
    await client.write(name, files[name] ?? '');
  }
  // Once this is answered, the diagnostics of what was closed have been taken back.
  await client.connection.sendRequest(Requests.libraryStatus);
  for (const name of opened.splice(0)) {
    expect(client.diagnostics.get(client.uri(name))).toEqual([]);
    client.diagnostics.delete(client.uri(name));
  }
});
afterAll(async () => {
  await client.stop();
  for (const folder of [cache, model]) rmSync(folder, { recursive: true, force: true });
});

interface Planted {
  notes: { note: string; errors: { text: string; rule: string }[] }[];
}
const planted = (JSON.parse(readFileSync(join(clinic, 'planted-errors.json'), 'utf8')) as Planted).notes;

async function openNote(name: string): Promise<Diagnostic[]> {
  opened.push(name);
  await client.open(name);
  return until(() => client.diagnostics.get(client.uri(name)), `the check of ${name}`);
}

describe('the sample clinic', () => {
  it.each(planted)('shows every error that was planted in $note, and no other', async ({ note, errors }) => {
    const text = files[note] ?? '';
    const shown = await openNote(note);
    const at = ({ range }: Diagnostic): string | undefined => {
      const document = client.document(client.uri(note));
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      return errors.find((error) => {
        const place = text.indexOf(error.text);
        return place < end && start < place + error.text.length;
      })?.text;
    };
    const loud = shown.filter(({ severity = 4 }) => severity <= 2);
    expect(loud.map(at), 'a finding that was not planted').not.toContain(undefined);
    const found = new Set(shown.flatMap((diagnostic) => at(diagnostic) ?? []));
    expect([...found].sort()).toEqual(errors.map(({ text: planted }) => planted).sort());
  });

  it('leads from a dose to the sentence of the source and to the passage of the guideline', async () => {
    const diagnostics = await openNote(`${visit}/visit.note.md`);
    const cited = (rule: string, words: string): DiagnosticRelatedInformation | undefined =>
      diagnostics.find(
        ({ code, range }) => code === rule && textAt(files[`${visit}/visit.note.md`] ?? '', range) === words,
      )?.relatedInformation?.[0];
    const inSource = cited('faithfulness/dose', '80 mg');
    expect(inSource?.location.uri).toBe(client.uri(`${visit}/visit.transcript.txt`));
    const transcript = files[`${visit}/visit.transcript.txt`] ?? '';
    expect(textAt(transcript, inSource?.location.range)).toBe('Atorvastatin, twenty milligrams at night.');

    // One slip is one finding: a dose ten times too large, with the guideline's words.
    const inGuideline = cited('consistency/dose', '50 mg');
    const path = decodePassageUri(inGuideline?.location.uri ?? '') ?? '';
    expect(basename(path)).toBe('hypertension.docx');
    const { text } = await client.connection.sendRequest(Requests.documentText, { path });
    expect(textAt(text, inGuideline?.location.range)).toContain('amlodipine');
    expect(textAt(text, inGuideline?.location.range)).toBe(inGuideline?.message);
  });

  it('marks the first failing step of a plan, until the note is checked anew or changes', async () => {
    const name = `${visit}/visit.note.md`;
    const shown = await openNote(name);
    const uri = client.uri(name);
    const marks = (): Diagnostic[] =>
      (client.diagnostics.get(uri) ?? []).filter(({ code }) => code === 'guideline/plan-step');
    const verify = async (): Promise<PlanReport> => {
      const report = await client.connection.sendRequest(Requests.verifyPlan, { uri });
      await until(() => marks().length > 0, 'the mark');
      return report;
    };
    const { statements, firstFailing } = await verify();
    expect(statements.filter(({ verdict }) => verdict === 'contradicted').length).toBeGreaterThan(0);
    expect(marks()).toHaveLength(1);
    const text = files[name] ?? '';
    expect(textAt(text, marks()[0]?.range)).toBe(statements[firstFailing ?? -1]?.text);
    expect(textAt(text, marks()[0]?.range)).toContain('amlodipine 50 mg');
    expect(client.diagnostics.get(uri)).toHaveLength(shown.length + 1);

    await client.connection.sendRequest(Requests.checkNote, { uri });
    expect(marks()).toEqual([]);
    await verify();
    client.change(uri, `${text}\nSeen with a student.\n`);
    await until(() => marks().length === 0, 'the end of the mark');
  });

  it('marks the contradicted claims of a fact-check alone, quotes what stands in the guideline, and writes it down', async () => {
    const name = `${visit}/visit.note.md`;
    const shown = await openNote(name);
    const uri = client.uri(name);
    const claims = ['Give amlodipine 50 mg once daily.', 'Metformin is a medicine for diabetes.'];
    const text = `${files[name] ?? ''}\n${claims.join(' ')}\n`;
    const before = client.published.get(uri) ?? 0;
    client.change(uri, text);
    const offset = text.indexOf(claims[0] ?? '');
    const at = { uri, version: client.document(uri).version, offset };
    const report = await client.connection.sendRequest(Requests.factCheck, { text: claims.join(' '), at });
    const [wrong, ...others] = report.statements.filter(({ verdict }) => verdict === 'contradicted');
    expect(others).toEqual([]);
    expect(report.statements.length).toBeGreaterThan(1);
    expect(wrong?.text).toContain('amlodipine 50 mg');
    const [quoted] = wrong?.citations ?? [];
    const guideline = await client.connection.sendRequest(Requests.documentText, {
      path: quoted?.document ?? '',
    });
    expect(quoted?.quote).toMatch(/amlodipine/i);
    expect(guideline.text.slice(quoted?.start, quoted?.end)).toBe(quoted?.quote);

    const marks = (): Diagnostic[] =>
      (client.diagnostics.get(uri) ?? []).filter(({ code }) => code === 'guideline/claim');
    await until(() => marks().length > 0, 'the mark');
    expect(marks()).toHaveLength(1);
    expect(textAt(text, marks()[0]?.range)).toContain('amlodipine 50 mg');
    expect(client.published.get(uri)).toBeGreaterThan(before);
    expect(client.diagnostics.get(uri)).toHaveLength(shown.length + 1);

    await client.connection.sendRequest(Requests.indexLibrary);
    await until(() => marks().length === 0, 'the end of the mark with the library that it was of');

    const written = async (format: 'markdown' | 'json' | 'sarif'): Promise<string> => {
      const given = { report, format, name: 'plan.md', text: claims.join(' ') };
      return (await client.connection.sendRequest(Requests.exportFactCheck, given)).text;
    };
    expect(await written('markdown')).toContain(quoted?.quote ?? 'a quote');
    expect(JSON.parse(await written('json'))).toEqual({ name: 'plan.md', ...report });
    const sarif = JSON.parse(await written('sarif')) as Log;
    expect(sarif.version).toBe('2.1.0');
    const failed = sarif.runs.flatMap(({ results = [] }) => results).filter(({ kind }) => kind === 'fail');
    expect(failed.map(({ ruleId }) => ruleId)).toEqual(['guideline/claim']);
    expect(failed[0]?.locations?.[0]?.physicalLocation?.region).toMatchObject({ startLine: 1 });
  });

  it('tells the claims of a fact-check one by one, by the run that was asked for', async () => {
    const claims = [
      'Amlodipine is started at 50 mg once daily.',
      'Metformin is a medicine for diabetes.',
      'Omeprazole protects the stomach.',
    ];
    const told: { run: number; verdicts: string[]; pending: number | undefined }[] = [];
    const listening = client.connection.onNotification(
      Notifications.factCheckProgress,
      ({ run, report: { statements, pending } }) =>
        told.push({ run, verdicts: statements.map(({ verdict }) => verdict), pending }),
    );
    const { statements } = await client.connection.sendRequest(Requests.factCheck, {
      text: claims.join(' '),
      run: 7,
    });
    listening.dispose();
    const verdicts = statements.map(({ verdict }) => verdict);
    expect(told.map(({ pending = 0 }) => pending)).toEqual([...verdicts.keys()].reverse());
    expect(told.map((one) => one.verdicts)).toEqual(verdicts.map((_, at) => verdicts.slice(0, at + 1)));
    expect(new Set(told.map(({ run }) => run))).toEqual(new Set([7]));
  });

  it('takes the value of the source, and forgets that finding alone', async () => {
    const name = `${visit}/visit.note.md`;
    const before = await openNote(name);
    const wrong = before.find(({ range }) => textAt(files[name] ?? '', range) === '80 mg');
    if (!wrong) throw new Error('The dose was not found.');
    client.apply((await client.actions(name, wrong)).find(({ isPreferred }) => isPreferred));
    const after = await client.afterNextCheck(name, () => client.save(name));
    expect(after).toHaveLength(before.length - 1);
    expect(await client.read(name)).toContain('Atorvastatin 20 mg at night');
    expect(client.reports.at(-1)?.report.reused).toBeGreaterThan(20);
  });

  it.each(planted)('ignores each finding of $note by a comment that disturbs no other', async ({ note }) => {
    const uri = client.uri(note);
    let left = await openNote(note);
    while (left.length > 0) {
      const { fingerprint } = left[0]?.data as { fingerprint: string };
      const reason = 'lisinopril 999 mg was given to the left arm, no fever';
      const next = await client.afterNextCheck(note, () =>
        client.connection.sendRequest(Requests.ignoreFinding, { uri, fingerprint, reason, where: 'note' }),
      );
      const fingerprints = (list: Diagnostic[]): unknown[] => list.map(({ data }) => data as unknown);
      expect(fingerprints(next)).toEqual(fingerprints(left.slice(1)));
      left = next;
    }
    const commented = client.document(uri).getText();
    expect(commented.replace(/ <!--.*?-->/g, '')).toBe(files[note]);
  });

  it('reports nothing wrong in the clean notes', async () => {
    for (const { note } of planted) {
      const clean = await openNote(`${dirname(note)}/clean.note.md`);
      expect(clean.filter(({ severity = 4 }) => severity <= 2)).toEqual([]);
    }
  });
});
