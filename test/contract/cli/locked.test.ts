import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { buildCli, Workplace } from './run-cli';

// What a user gives on the command line is an agreement, but the machine's policy stands above it.

let place: Workplace;
let server: OpenAiServer;
beforeAll(async () => {
  await buildCli();
  place = await Workplace.create();
  await place.write('htn.md', '# Hypertension\n\nStart lisinopril at 10 mg once daily.\n');
  server = await startOpenAiServer([{ text: '{"ok": true}' }]);
}, 120_000);
afterAll(async () => {
  await server.close();
  await place.remove();
});

const locked = (args: readonly string[], input?: string) =>
  place.run(args, input, { ATTEST_OFFLINE_ONLY: '1' });

describe('a machine that is locked offline', () => {
  it.each(['models', 'calibrate-judge'])('has no model asked by attest %s', async (command) => {
    const { code, stderr } = await locked([command, '--endpoint', server.baseUrl, '--model', 'test-model']);
    expect(stderr).toMatch(/locked offline/);
    expect([code, server.connections]).toEqual([2, 0]);
  });

  it('has no library on another machine opened', async () => {
    const library = `s3://theirs?endpoint=${new URL(server.baseUrl).origin}`;
    const { code, stderr } = await locked(['index', 'htn.md', '--library', library]);
    expect(stderr).toMatch(/locked offline/);
    expect([code, server.connections]).toEqual([2, 0]);
  });

  it('still compares a claim with evidence', async () => {
    const evidence = 'Start lisinopril at 10 mg once daily.';
    const pair = JSON.stringify({ id: '1', evidence, claim: 'Start lisinopril at 40 mg once daily.' });
    const { stdout, stderr } = await locked(['verify', '--pairs', '-'], pair);
    expect({ stdout, stderr }).toMatchObject({ stdout: expect.stringContaining('contradicted') as string });
  });
});
