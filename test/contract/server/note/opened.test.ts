import type { Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { modelSettingsSchema } from '../../../../src/core/language-model/model-settings';
import { readingPause } from '../../../../src/server/note/readings';
import { decodePassageUri } from '../../../../src/server/evidence/passage-uri';
import { Requests } from '../../../../src/server/protocol';
import { sleep, textAt, until } from '../client';
import { guideline } from '../double/engine';
import { client, note, openVisit, serveNotes, source, start, visit } from '../visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

const text = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? '';

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

  it('tells on hover why a statement is open', async () => {
    await start({ ...visit, 'visit.note.md': `${note}HARD.\n` });
    await openVisit();
    const hover = await client.hover('visit.note.md', { line: 3, character: 2 });
    expect(text(hover)).toContain('Not sure');
    expect(text(hover)).toContain('speaks against this');
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

  const hard = { ...open, 'visit.note.md': '# Plan\n\nOPEN. HARD.\n' };
  const model = modelSettingsSchema.parse({ judgeNotes: true });

  it('is judged after it was read where the settings want it, and nobody waits for that', async () => {
    await start(hard, { settings: { model } });
    await client.open('visit.note.md');
    await until(() => client.reports.length > 2, 'the judge');
    expect(reportedVerdicts()).toEqual([
      ['not-sure', 'not-sure'],
      ['supported', 'not-sure'],
      ['supported', 'supported'],
    ]);
  });

  it('is not judged where the settings do not want it, nor where nothing is left', async () => {
    await start(hard);
    await client.open('visit.note.md');
    await until(() => client.reports.length > 1, 'the reading');
    await sleep(500);
    expect(reportedVerdicts()).toHaveLength(2);
    await client.stop();
    await start(open, { settings: { model } });
    await client.open('visit.note.md');
    await until(() => client.reports.length > 1, 'the reading');
    await sleep(500);
    expect(reportedVerdicts()).toHaveLength(2);
  });

  it('is not read where nothing is open', async () => {
    await start();
    await openVisit();
    await sleep(readingPause + 500);
    expect(client.reports).toHaveLength(1);
  });
});

describe('a note and its source', () => {
  const lettersAhead = async (): Promise<string> =>
    (await client.connection.sendRequest(Requests.ask, { question: 'ahead' })).answer;

  it('are read ahead for questions once nobody types, where a model is set', async () => {
    const model = modelSettingsSchema.parse({ provider: 'openai-compatible', model: 'm' });
    await start(visit, { settings: { model } });
    await openVisit();
    expect(await lettersAhead()).toBe('0');
    await sleep(readingPause + 500);
    expect(await lettersAhead()).toBe(`${note.length + source.length}`);
  });

  it('are not where none is', async () => {
    await start();
    await openVisit();
    await sleep(readingPause + 500);
    expect(await lettersAhead()).toBe('0');
  });
});
