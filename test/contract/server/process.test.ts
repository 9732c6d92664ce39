import { fork } from 'node:child_process';
import {
  createProtocolConnection,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { Requests } from '../../../src/server/protocol';
import { TestClient } from './client';
import { client, failure, openVisit, server, serveNotes, start, visit } from './visit-server';
import { describe, expect, it } from 'vitest';

serveNotes();

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
