import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import {
  CancellationTokenSource,
  createProtocolConnection,
  DiagnosticSeverity,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type ProgressToken,
} from 'vscode-languageserver-protocol/node';
import type { ErrorData } from '../../../src/server/protocol';
import { Notifications, Requests } from '../../../src/server/protocol';
import { readingPause } from '../../../src/server/notes';
import { decodePassageUri } from '../../../src/server/passage-uri';
import { bundle, sleep, TestClient, textAt, until } from './client';
import { guideline } from './double-engine';

let server: string;
beforeAll(async () => {
  server = await bundle('double-main.ts');
});
afterAll(() => rm(dirname(server), { recursive: true, force: true }));

let client: TestClient;
afterEach(() => client.stop());

const note = '# Plan\n\nContinue lisinopril 20 mg daily. Aspirin 75 mg.\n';
const source = 'Doctor: hello.\nDoctor: I keep your lisinopril 10 mg.\nDoctor: And Aspirin 75 mg.\n';
const visit = { 'visit.note.md': note, 'visit.transcript.txt': source };

async function start(
  files: Record<string, string> = visit,
  rest: Omit<Parameters<typeof TestClient.start>[1], 'files'> = {},
): Promise<TestClient> {
  client = await TestClient.start(server, { files, ...rest });
  return client;
}

/** The diagnostics of the opened visit note: the dose that the source contradicts. */
async function openVisit(): Promise<Diagnostic> {
  await client.open('visit.note.md');
  const [diagnostic] = await client.diagnosticsOf('visit.note.md', 1);
  if (!diagnostic) throw new Error('No diagnostic.');
  return diagnostic;
}

async function failure(
  request: Promise<unknown>,
): Promise<{ code: number; message: string; data: ErrorData }> {
  try {
    await request;
  } catch (error) {
    return error as { code: number; message: string; data: ErrorData };
  }
  throw new Error('The request did not fail.');
}
const text = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? '';

/** The verdicts of the statements in each report that came, in order. */
const reportedVerdicts = (): string[][] =>
  client.reports.map(({ report }) => report.statements.map(({ verdict }) => verdict));

describe('what typed facts leave open', () => {
  const open = { 'visit.note.md': '# Plan\n\nOPEN\n', 'visit.transcript.txt': source };

  it('is read in the background, after the typed result, and brings no other diagnostic', async () => {
    await start(open);
    await client.open('visit.note.md');
    await until(() => client.reports.length > 1, 'the reading');
    expect(reportedVerdicts()).toEqual([['not-sure'], ['supported']]);
    expect(client.diagnostics.get(client.uri('visit.note.md'))).toEqual([]);
  });

  it('is not read while somebody types', async () => {
    await start(open);
    await client.open('visit.note.md');
    await until(() => client.reports.length > 0, 'the typed result');
    client.change(client.uri('visit.note.md'), '# Plan\n\nOPEN, and more\n');
    await sleep(readingPause + 500);
    expect(reportedVerdicts()).toEqual([['not-sure']]);
  });

  it('is not read where nothing is open', async () => {
    await start();
    await openVisit();
    await sleep(readingPause + 500);
    expect(client.reports).toHaveLength(1);
  });
});

describe('an opened note', () => {
  it('gets diagnostics at the exact range, with rule page, evidence and fingerprint', async () => {
    await start();
    const diagnostic = await openVisit();
    expect(textAt(note, diagnostic.range)).toBe('20 mg');
    expect(diagnostic).toMatchObject({
      severity: DiagnosticSeverity.Error,
      source: 'attest',
      code: 'faithfulness/value',
      codeDescription: { href: 'file:///attest/docs/rules/faithfulness-value.md' },
      message: 'The source says 10 mg.',
      data: { fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) as string },
    });
    const [related, ...others] = diagnostic.relatedInformation ?? [];
    expect(others).toEqual([]);
    expect(related?.location.uri).toBe(client.uri('visit.transcript.txt'));
    expect(related?.location.range.start).toEqual({ line: 1, character: 20 });
    expect(textAt(source, related?.location.range)).toBe('lisinopril 10 mg');
  });

  it('is reported, and the state ends in ready', async () => {
    await start();
    await openVisit();
    expect(client.reports[0]).toMatchObject({
      uri: client.uri('visit.note.md'),
      report: { findings: [{ verdict: 'contradicted' }], sources: [client.path('visit.transcript.txt')] },
    });
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
    expect(client.states.map(({ kind }) => kind)).toContain('checking');
    expect(
      await client.connection.sendRequest(Requests.report, { uri: client.uri('visit.note.md') }),
    ).toEqual(client.reports[0]?.report);
  });

  it('tells on hover what the source says and where', async () => {
    await start();
    await openVisit();
    const hover = await client.hover('visit.note.md', { line: 2, character: 22 });
    expect(text(hover)).toContain('Contradicted by the source');
    expect(text(hover)).toContain('lisinopril 10 mg');
    expect(text(hover)).toMatch(/line 2/);
    expect(text(hover)).toContain('command:attest.openCitation?');
    const supported = await client.hover('visit.note.md', { line: 2, character: 36 });
    expect(text(supported)).toContain('Supported by the source');
    expect(await client.hover('visit.note.md', { line: 0, character: 1 })).toBeNull();
  });

  it('is fixed by the value of the source', async () => {
    await start();
    const actions = await client.actions('visit.note.md', await openVisit());
    expect(actions.map(({ title }) => title)).toEqual([
      "Take the source's value: 10 mg",
      'Insert citation',
      'Explain in panel',
      'Ignore in this note…',
      'Ignore in this workspace…',
    ]);
    client.apply(actions[0]);
    await client.save('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 0);
    expect(await client.read('visit.note.md')).toBe(note.replace('20 mg', '10 mg'));
  });

  it('loses its diagnostics when it is closed', async () => {
    await start();
    await openVisit();
    await client.close('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 0);
    expect(
      await client.connection.sendRequest(Requests.report, { uri: client.uri('visit.note.md') }),
    ).toBeNull();
  });

  it('is left alone when it is no note by the globs, until it is asked for', async () => {
    await start({ 'readme.md': note, 'readme.transcript.txt': source });
    await client.open('readme.md');
    await sleep(300);
    expect(client.diagnostics.size).toBe(0);
    const report = await client.connection.sendRequest(Requests.checkNote, { uri: client.uri('readme.md') });
    expect(report.findings).toHaveLength(1);
    await client.diagnosticsOf('readme.md', 1);
  });

  it('cites a document of the library by the text that was extracted from it', async () => {
    await start(visit, { settings: { library: 'memory://library' } });
    const { relatedInformation = [] } = await openVisit();
    const { uri = '', range } = relatedInformation[1]?.location ?? {};
    expect(decodePassageUri(uri)).toBe(guideline.path);
    expect(textAt(guideline.text, range)).toBe('Start lisinopril at 10 mg daily.');
  });
});

describe('checks', () => {
  it('on typing wait for a pause, and the latest text wins', async () => {
    await start(visit, { settings: { checkOn: 'type' } });
    await openVisit();
    const { uri } = client.document(client.uri('visit.note.md'));
    const before = client.published.get(uri) ?? 0;
    for (const value of ['2', '21', '210']) {
      client.change(uri, note.replace('20 mg', `${value} mg`));
      await sleep(60);
    }
    expect(client.published.get(uri)).toBe(before);
    await until(() => (client.published.get(uri) ?? 0) > before, 'the check after the pause');
    await sleep(300);
    expect(client.published.get(uri)).toBe(before + 1);
    const [diagnostic] = client.diagnostics.get(uri) ?? [];
    expect(textAt(client.document(uri).getText(), diagnostic?.range)).toBe('210 mg');
  });

  it('on saving leave edits alone until they are saved', async () => {
    await start();
    await openVisit();
    const uri = client.uri('visit.note.md');
    client.change(uri, note.replace('20 mg', '10 mg'));
    await sleep(600);
    expect(client.diagnostics.get(uri)).toHaveLength(1);
    await client.save('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 0);
  });

  it('by command only happen by command', async () => {
    await start(visit, { settings: { checkOn: 'command' } });
    await client.open('visit.note.md');
    await client.save('visit.note.md');
    await sleep(300);
    expect(client.diagnostics.size).toBe(0);
    await client.connection.sendRequest(Requests.checkNote, { uri: client.uri('visit.note.md') });
    await client.diagnosticsOf('visit.note.md', 1);
  });

  it('of a text that was changed meanwhile are dropped, and made again after the pause', async () => {
    await start({ ...visit, 'visit.note.md': `SLOW. ${note}` });
    await client.open('visit.note.md');
    await sleep(100);
    const uri = client.uri('visit.note.md');
    client.change(uri, `New first line.\nSLOW. ${note}`);
    const [diagnostic] = await client.diagnosticsOf('visit.note.md', 1);
    expect(textAt(client.document(uri).getText(), diagnostic?.range)).toBe('20 mg');
    expect(client.published.get(uri)).toBe(1);
  });

  it('take unsaved edits of a source, and happen again when it is saved', async () => {
    await start();
    await openVisit();
    await client.open('visit.transcript.txt');
    client.change(client.uri('visit.transcript.txt'), source.replace('10 mg', '20 mg'));
    await client.save('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 0);
    client.change(client.uri('visit.transcript.txt'), source);
    await client.save('visit.transcript.txt');
    await client.diagnosticsOf('visit.note.md', 1);
  });

  it('happen again when a source changes on disk', async () => {
    await start();
    await openVisit();
    await client.write('visit.transcript.txt', source.replace('10 mg', '20 mg'));
    await client.changedOnDisk('visit.transcript.txt');
    await client.diagnosticsOf('visit.note.md', 0);
  });

  it('happen when a source appears', async () => {
    await start({ 'visit.note.md': note });
    await client.open('visit.note.md');
    await until(() => client.reports[0]?.report.notScored, 'a note without a source');
    await client.write('visit.source.md', source);
    await client.changedOnDisk('visit.source.md', 1);
    await client.diagnosticsOf('visit.note.md', 1);
  });

  it('use links when nothing else names a source', async () => {
    await start({ 'visit.note.md': note, 'elsewhere/record.txt': source });
    await client.open('visit.note.md');
    await until(() => client.reports.length > 0, 'the first check');
    await client.connection.sendNotification(Notifications.settings, {
      sourceLinks: { [client.uri('visit.note.md')]: [client.uri('elsewhere/record.txt')] },
    } as never);
    await client.diagnosticsOf('visit.note.md', 1);
  });

  it('that fail are shown at the note and in the state, until one works', async () => {
    await start({ ...visit, 'visit.note.md': `FAIL ${note}` });
    await client.open('visit.note.md');
    const [problem] = await client.diagnosticsOf('visit.note.md', 1);
    expect(problem?.message).toContain('It failed.');
    await until(() => client.states.at(-1)?.kind === 'error', 'the error');
    client.change(client.uri('visit.note.md'), note);
    await client.save('visit.note.md');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
    expect(client.diagnostics.get(client.uri('visit.note.md'))?.[0]?.code).toBe('faithfulness/value');
  });

  it('of a failing note that is closed leave no error behind', async () => {
    await start({ 'visit.note.md': 'FAIL' });
    await client.open('visit.note.md');
    await until(() => client.states.at(-1)?.kind === 'error', 'the error');
    await client.close('visit.note.md');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });

  it('of all notes count notes and findings, and pass over what cannot be read', async () => {
    await start({
      ...visit,
      'b/visit.note.md': note,
      'b/visit.transcript.txt': source,
      'c.note.md': '',
      'node_modules/x/visit.note.md': note,
    });
    const result = await client.connection.sendRequest(Requests.checkAllNotes);
    expect(result).toEqual({ notes: 2, findings: 2 });
    await client.diagnosticsOf('b/visit.note.md', 1);
    await rm(client.path('b/visit.note.md'));
    await client.changedOnDisk('b/visit.note.md', 3);
    await client.diagnosticsOf('b/visit.note.md', 0);
  });

  it('show at most so many findings as are set, and apply new settings at once', async () => {
    const many = 'Lisinopril 20 mg. Aspirin 80 mg.\n';
    await start({
      'visit.note.md': many,
      'visit.transcript.txt': 'Lisinopril 10 mg. Aspirin 75 mg.',
    });
    await client.open('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 2);
    await client.connection.sendNotification(Notifications.settings, {
      maxFindings: 1,
      severities: { 'faithfulness/value': 'hint' },
    } as never);
    const [only] = await client.diagnosticsOf('visit.note.md', 1);
    expect(only?.severity).toBe(DiagnosticSeverity.Hint);
    expect(only?.message).toContain('1 more finding of this note is not shown.');
    await client.connection.sendNotification(Notifications.settings, { noteInclude: ['*.txt'] } as never);
    await client.diagnosticsOf('visit.note.md', 0);
  });
});

describe('what keeps a check from being complete', () => {
  it('is shown at the source that is missing, and goes when the source comes', async () => {
    const text = `---\nsource: gone.txt\n---\n${note}`;
    await start({ ...visit, 'visit.note.md': text });
    await client.open('visit.note.md');
    const [problem] = await client.diagnosticsOf('visit.note.md', 1);
    expect(textAt(text, problem?.range)).toBe('gone.txt');
    expect(problem).toMatchObject({ severity: DiagnosticSeverity.Warning, source: 'attest' });
    expect(client.reports.at(-1)?.report).toMatchObject({
      notScored: expect.stringContaining('gone.txt') as string,
      problems: [{ at: { start: 12, end: 20 } }],
    });
    await client.write('gone.txt', source);
    await client.changedOnDisk('gone.txt', 1);
    await until(
      () => client.diagnostics.get(client.uri('visit.note.md'))?.[0]?.code === 'faithfulness/value',
      'the finding',
    );
  });

  it('is shown at the line of malformed front matter, and nothing is compared', async () => {
    const text = `---\ntitle: Visit\nsource: [visit.transcript.txt\n---\n${note}`;
    await start({ ...visit, 'visit.note.md': text });
    await client.open('visit.note.md');
    const [problem] = await client.diagnosticsOf('visit.note.md', 1);
    expect(problem?.message).toContain('front matter is not valid YAML at line 3');
    expect(textAt(text, problem?.range)).toBe('source: [visit.transcript.txt');
    expect(client.reports.at(-1)?.report.sources).toEqual([]);
  });

  it('is a comment without a reason', async () => {
    const text = 'Continue lisinopril 20 mg. <!-- attest-ignore faithfulness/value -->\n';
    await start({ ...visit, 'visit.note.md': text });
    await client.open('visit.note.md');
    const [finding, problem] = await client.diagnosticsOf('visit.note.md', 2);
    expect(finding?.code).toBe('faithfulness/value');
    expect(textAt(text, problem?.range)).toBe('<!-- attest-ignore faithfulness/value -->');
  });

  it('does not take the check down when the library is damaged', async () => {
    await start(visit, { settings: { library: 'memory://broken' } });
    await openVisit();
    await until(() => client.states.at(-1)?.kind === 'error', 'the error');
    expect(client.states.at(-1)).toMatchObject({ message: 'The library is damaged.' });
    await client.connection.sendNotification(Notifications.settings, { library: '' } as never);
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });
});

describe('an ignored finding', () => {
  const ignore = (diagnostic: Diagnostic, where?: 'note' | 'workspace', reason = 'changed after the visit') =>
    client.connection.sendRequest(Requests.ignoreFinding, {
      uri: client.uri('visit.note.md'),
      fingerprint: (diagnostic.data as { fingerprint: string }).fingerprint,
      reason,
      ...(where && { where }),
    });

  it('stays ignored in the note, wherever its statement moves', async () => {
    await start();
    await ignore(await openVisit(), 'note');
    await client.diagnosticsOf('visit.note.md', 0);
    const uri = client.uri('visit.note.md');
    const commented = client.document(uri).getText();
    expect(commented).toMatch(
      /lisinopril 20 mg <!-- attest-ignore faithfulness\/value [0-9a-f]{12}: changed after the visit -->/,
    );
    const moved = await client.afterNextCheck('visit.note.md', async () => {
      client.change(uri, `New first line.\n\n${commented.replace('Continue', 'We continue')}`);
      await client.save('visit.note.md');
    });
    expect(moved).toEqual([]);
    expect(client.reports.at(-1)?.report.ignored).toHaveLength(1);
    client.change(uri, client.document(uri).getText().replace('20 mg', '40 mg'));
    await client.save('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 1);
  });

  it('stays ignored in the workspace, also for the next window, until it is restored', async () => {
    await start();
    await ignore(await openVisit());
    await client.diagnosticsOf('visit.note.md', 0);
    const list = JSON.parse(await client.read('.attest/ignored-findings.json')) as unknown;
    expect(list).toMatchObject({
      version: 1,
      ignored: [{ note: 'visit.note.md', rule: 'faithfulness/value', reason: 'changed after the visit' }],
    });
    const files = { ...visit, '.attest/ignored-findings.json': JSON.stringify(list) };
    await client.stop();
    await start(files);
    await client.open('visit.note.md');
    await until(() => client.reports[0]?.report.ignored.length === 1, 'the ignored finding');
    expect(client.diagnostics.get(client.uri('visit.note.md'))).toEqual([]);
    const [entry] = await client.connection.sendRequest(Requests.ignoredFindings);
    expect(entry).toMatchObject({ note: 'visit.note.md', reason: 'changed after the visit' });
    await client.connection.sendRequest(Requests.restoreFinding, { fingerprint: entry?.fingerprint ?? '' });
    await client.diagnosticsOf('visit.note.md', 1);
    expect(await client.connection.sendRequest(Requests.ignoredFindings)).toEqual([]);
  });

  it('needs a reason, and a finding', async () => {
    await start();
    const diagnostic = await openVisit();
    expect(await failure(ignore(diagnostic, 'note', ' … '))).toMatchObject({
      data: { reason: 'invalid-input', advice: 'Write a reason.' },
    });
    expect(await failure(ignore({ ...diagnostic, data: { fingerprint: 'gone' } }))).toMatchObject({
      data: { reason: 'invalid-input' },
    });
    expect(client.document(client.uri('visit.note.md')).getText()).toBe(note);
  });

  it('never costs a list that cannot be read', async () => {
    const broken = '{"version": 1,\n<<<<<<< ours\n';
    await start({ ...visit, '.attest/ignored-findings.json': broken });
    const diagnostic = await openVisit();
    await until(() => client.states.at(-1)?.kind === 'error', 'the error');
    const error = await failure(ignore(diagnostic));
    expect(error.data.reason).toBe('broken');
    expect(error.message).toContain('merge conflict');
    expect(await client.read('.attest/ignored-findings.json')).toBe(broken);
    await client.write('.attest/ignored-findings.json', '{"version": 1, "ignored": []}');
    await client.changedOnDisk('.attest/ignored-findings.json');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });
});

describe('requests', () => {
  it('can be cancelled', async () => {
    await start();
    const cancel = new CancellationTokenSource();
    const request = client.connection.sendRequest(Requests.factCheck, { text: 'forever' }, cancel.token);
    await sleep(50);
    cancel.cancel();
    const error = await failure(request);
    expect(error.code).toBe(-32800);
    expect(error.data.reason).toBe('cancelled');
  });

  it('cancelled while indexing leave the state ready', async () => {
    await start(visit, { settings: { guidelineFolders: ['/guidelines'], library: 'memory://library' } });
    const cancel = new CancellationTokenSource();
    const request = client.connection.sendRequest(Requests.indexLibrary, cancel.token);
    await until(() => client.states.find(({ kind }) => kind === 'indexing'), 'indexing');
    cancel.cancel();
    expect((await failure(request)).data.reason).toBe('cancelled');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });

  it('to index give the report, show progress and tell that the library changed', async () => {
    await start(visit, { settings: { guidelineFolders: ['/guidelines'], library: 'memory://library' } });
    const changed = new Promise((resolve) =>
      client.connection.onNotification(Notifications.libraryChanged, resolve),
    );
    const report = await client.connection.sendRequest(Requests.indexLibrary);
    expect(report).toMatchObject({ documents: 1, indexed: 1 });
    expect(await changed).toEqual({ documents: [], passages: 1 });
    const counts = client.states.flatMap((state) => (state.kind === 'indexing' ? [state.progress.done] : []));
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('that fail say why and what to do', async () => {
    await start();
    expect(await failure(client.connection.sendRequest(Requests.indexLibrary))).toMatchObject({
      code: -32803,
      message: 'No guideline folder is set.',
      data: { reason: 'library-missing', advice: expect.stringContaining('Add') as string },
    });
    const missing = { uri: client.uri('gone.note.md') };
    expect(await failure(client.connection.sendRequest(Requests.checkNote, missing))).toMatchObject({
      data: { reason: 'unreadable-file' },
    });
    const unsourced = { uri: client.uri('alone.md'), text: 'Lisinopril 20 mg.' };
    expect(await failure(client.connection.sendRequest(Requests.faithfulness, unsourced))).toMatchObject({
      data: { reason: 'no-source', advice: expect.stringContaining('Link Source') as string },
    });
  });

  it('for faithfulness find the sources of the document, or take those that are named', async () => {
    await start({ ...visit, 'other.txt': 'Other.' });
    const found = await client.connection.sendRequest(Requests.faithfulness, {
      uri: client.uri('visit.note.md'),
      text: 'Lisinopril 20 mg.',
    });
    expect(found).toMatchObject({ score: null, sources: [client.path('visit.transcript.txt')] });
    const named = await client.connection.sendRequest(Requests.faithfulness, {
      uri: client.uri('visit.note.md'),
      text: 'Lisinopril 20 mg.',
      sources: [client.uri('other.txt')],
    });
    expect(named.sources).toEqual([client.path('other.txt')]);
  });
});

describe('a client that shows progress of the protocol alone', () => {
  it('sees indexing there, and can cancel it', async () => {
    const capabilities = { window: { workDoneProgress: true } };
    const settings = { guidelineFolders: ['/guidelines'], library: 'memory://library' };
    await start(visit, { capabilities, settings, options: { clientCommands: false } });
    const tokens: ProgressToken[] = [];
    client.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: ProgressToken }) => {
      tokens.push(token);
      return null;
    });
    const shown: { kind: string; message?: string }[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      shown.push(value);
    });
    await client.connection.sendRequest(Requests.indexLibrary);
    expect(shown.map(({ kind }) => kind)).toEqual(['begin', 'report', 'report', 'report', 'report', 'end']);
    expect(shown[2]?.message).toBe('1 of 3');

    const again = client.connection.sendRequest(Requests.indexLibrary);
    const cancelled = failure(again);
    const token = await until(() => tokens[1], 'the second run');
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    expect((await cancelled).data.reason).toBe('cancelled');
  });
});

describe('files', () => {
  it('are watched through the client, guideline folders outside of the workspace too', async () => {
    await start(visit, { settings: { guidelineFolders: ['/srv/guidelines'] } });
    await until(() => client.watched.length >= 3, 'the registrations');
    const patterns = client.watched.map(({ globPattern }) => globPattern);
    expect(patterns).toContain('**/.attest/ignored-findings.json');
    expect(patterns).toContainEqual({ baseUri: 'file:///srv/guidelines', pattern: '**/*' });
  });

  it('are watched where sources lie outside of the workspace', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'attest-outside-'));
    const record = join(outside, 'record.txt');
    await writeFile(record, source);
    await start({ 'visit.note.md': `---\nsource: ${record}\n---\n${note}` });
    await client.open('visit.note.md');
    await client.diagnosticsOf('visit.note.md', 1);
    const pattern = { baseUri: pathToFileURL(outside).href, pattern: '*' };
    await until(
      () => client.watched.some(({ globPattern }) => JSON.stringify(globPattern) === JSON.stringify(pattern)),
      'the registration',
    );
    await rm(outside, { recursive: true });
  });

  it('of guidelines are indexed again when they change', async () => {
    await start(visit, { settings: { library: 'memory://library' } });
    await client.write('guidelines/a.md', '# A');
    await client.connection.sendNotification(Notifications.settings, {
      library: 'memory://library',
      guidelineFolders: [client.path('guidelines')],
    } as never);
    const indexed = (): number => client.states.filter(({ kind }) => kind === 'indexing').length;
    await until(() => indexed() > 0 && client.states.at(-1)?.kind === 'ready', 'the new folder');
    const before = indexed();
    await client.changedOnDisk('guidelines/~$a.docx', 1);
    await client.changedOnDisk('visit.transcript.txt');
    await sleep(2500);
    expect(indexed()).toBe(before);
    await client.changedOnDisk(join('guidelines', 'a.md'));
    await until(() => indexed() > before, 'the changed file');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
  });

  it('of guidelines are watched by Node where the client cannot', async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    await start(visit, { capabilities, options: { clientCommands: false } });
    await client.write('guidelines/a.md', '# A');
    await client.connection.sendNotification(Notifications.settings, {
      library: 'memory://library',
      guidelineFolders: [client.path('guidelines')],
    } as never);
    await until(() => client.states.some(({ kind }) => kind === 'indexing'), 'the new folder');
    await until(() => client.states.at(-1)?.kind === 'ready', 'ready');
    client.states.length = 0;
    await client.write('guidelines/b.md', '# B');
    await until(() => client.states.some(({ kind }) => kind === 'indexing'), 'the new file');
  });
});

describe('the process', () => {
  it.each(['crash', 'reject'])('ends with an error and no text of a note after a %s', async (question) => {
    await start();
    client.connection.sendRequest(Requests.ask, { question }).catch(() => undefined); // It may answer first.
    expect(await client.exitCode).toBe(1);
    expect(client.stderr).toContain('Attest engine: Error');
    expect(client.stderr).not.toMatch(/Jane|lisinopril/);
  });

  it('ends when the client goes away', async () => {
    await start();
    client.child.stdin.end();
    expect(await client.exitCode).toBe(1);
  });

  it('serves over the channel of a forked process, and ends when that closes', async () => {
    await start();
    const child = fork(server, ['--node-ipc'], { silent: true });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const params = { processId: null, rootUri: null, capabilities: {} };
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, params);
    expect(capabilities).toMatchObject({ hoverProvider: true, codeActionProvider: {} });
    const ended = new Promise((done) => child.on('exit', done));
    child.disconnect();
    expect(await ended).toBe(1);
    connection.dispose();
  });

  it('ends well when the client asks it to', async () => {
    await start();
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect(await client.exitCode).toBe(0);
  });

  it('refuses options that are wrong, naming them', async () => {
    await start();
    const other = TestClient.start(server, { settings: { checkOn: 'always' as never } });
    expect((await failure(other)).message).toContain('"settings.checkOn"');
  });

  it('serves a client that knows nothing of Attest', async () => {
    await start(visit, { options: { clientCommands: false }, capabilities: {} });
    const diagnostic = await openVisit();
    expect(diagnostic).not.toHaveProperty('relatedInformation');
    const actions = await client.actions('visit.note.md', diagnostic);
    expect(actions.map(({ command }) => command)).toEqual([undefined, undefined]);
    expect(actions[0]?.edit?.changes?.[client.uri('visit.note.md')]).toHaveLength(1);
    const hover = await client.hover('visit.note.md', { line: 2, character: 22 });
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  });
});

describe('the chat', () => {
  it('gets the note with its sources along, and text as it comes', async () => {
    await start();
    await client.open('visit.note.md');
    const events: unknown[] = [];
    client.connection.onNotification(Notifications.chatEvent, (event) => events.push(event));
    const answer = await client.connection.sendRequest(Requests.chat, {
      turn: 3,
      question: 'q',
      history: [],
      note: { uri: client.uri('visit.note.md') },
    });
    expect(answer.answer).toBe('1 sources');
    expect(events).toEqual([
      { turn: 3, event: { kind: 'search', step: { round: 0, query: 'q', found: 0 } } },
      { turn: 3, event: { kind: 'text', piece: `About ${note.length} letters. ` } },
    ]);
  });

  it('gives nothing along that was not asked for, and stops when it is told to', async () => {
    await start();
    await client.open('visit.note.md');
    const stop = new CancellationTokenSource();
    const texts: string[] = [];
    client.connection.onNotification(Notifications.chatEvent, ({ event }) => {
      if (event.kind === 'text') texts.push(event.piece);
      stop.cancel();
    });
    const params = { turn: 1, question: 'wait', history: [] };
    const { data } = await failure(client.connection.sendRequest(Requests.chat, params, stop.token));
    expect(data.reason).toBe('cancelled');
    expect(texts).toEqual(['Alone. ']);
  });
});
