import { describe, expect, it } from 'vitest';
import { Requests } from '../../../src/server/protocol';
import { failure, openVisit, serveNotes, start, visit } from './visit-server';

const tool = { name: 'attest_fact_check', input: { text: 'Lisinopril is started at 10 mg.' } };

serveNotes();

describe('tools for agents', () => {
  it('are run where nothing locks them', async () => {
    const client = await start(visit);
    expect((await client.connection.sendRequest(Requests.useTool, tool)).text).toContain('not-scored');
  });

  it.each([
    ['the machine’s policy', { env: { ATTEST_OFFLINE_ONLY: '1' } }],
    ['the setting', { settings: { model: { offlineOnly: true } as never } }],
  ])('are not where %s keeps everything offline, though notes are checked', async (_, rest) => {
    const client = await start(visit, rest);
    const { message, data } = await failure(client.connection.sendRequest(Requests.useTool, tool));
    expect(message).toContain('locked offline');
    expect(data.reason).toBe('model-off');
    expect((await openVisit()).message).toContain('The source says 10 mg.');
  });
});
