import { tmpdir } from 'node:os';
import { beforeAll, expect, it } from 'vitest';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { buildCli, startCli } from './run-cli';

beforeAll(buildCli);

it('attest lsp --stdio shakes hands with an editor, and ends when it is told to', async () => {
  const child = startCli(['lsp', '--stdio'], tmpdir());
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (!child.stdout || !child.stdin) throw new Error('The command has no pipes.');
  const editor = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  editor.listen();
  const { capabilities } = await editor.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(capabilities).toMatchObject({ hoverProvider: true });
  await editor.sendNotification(InitializedNotification.type, {});
  await editor.sendRequest(ShutdownRequest.type);
  await editor.sendNotification(ExitNotification.type);
  expect(await ended).toBe(0);
});
