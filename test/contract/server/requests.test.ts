import type { ProgressToken } from 'vscode-languageserver-protocol/node';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { Notifications, Requests } from '../../../src/server/protocol';
import { sleep, until } from './client';
import { client, failure, note, serveNotes, start, visit } from './visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

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
