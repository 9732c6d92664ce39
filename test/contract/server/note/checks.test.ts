import { rm } from 'node:fs/promises';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { Notifications, Requests } from '../../../../src/server/protocol';
import { sleep, textAt, until } from '../client';
import { client, note, openVisit, serveNotes, source, start, visit } from '../visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

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
