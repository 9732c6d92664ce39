import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { Requests } from '../../../src/server/protocol';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { buildCli, startCli } from './run-cli';

const note = '# Plan\n\nLisinopril 40 mg once daily.\n';
const source = 'Doctor: We start lisinopril, ten milligrams once a day.\n';
const lock = { ATTEST_OFFLINE_ONLY: '1' };

let folder: string;
let server: OpenAiServer;
let editor: ProtocolConnection;
let ended: Promise<number | null>;

beforeAll(async () => {
  await buildCli();
  folder = await mkdtemp(join(tmpdir(), "attest o'lsp "));
  await writeFile(join(folder, 'visit.note.md'), note);
  await writeFile(join(folder, 'visit.transcript.txt'), source);
  server = await startOpenAiServer([{ text: '{"ok": true}' }]);
}, 120_000);
afterEach(async () => {
  await editor.sendRequest(ShutdownRequest.type);
  await editor.sendNotification(ExitNotification.type);
  expect(await ended).toBe(0);
  editor.dispose();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the command as an editor does and shakes hands. */
async function start(env: Record<string, string> = {}, initializationOptions?: object): Promise<void> {
  const child = startCli(['lsp', '--stdio'], folder, env);
  ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (!child.stdout || !child.stdin) throw new Error('The command has no pipes.');
  editor = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  editor.listen();
  const { capabilities } = await editor.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'clinic' }],
    capabilities: {},
    ...(initializationOptions && { initializationOptions }),
  });
  expect(capabilities).toMatchObject({ hoverProvider: true });
  await editor.sendNotification(InitializedNotification.type, {});
}

/** Opens the note and waits until something is said of it. */
async function openNote(): Promise<Diagnostic[]> {
  const uri = pathToFileURL(join(folder, 'visit.note.md')).href;
  const published = new Promise<Diagnostic[]>((resolve) => {
    editor.onNotification(PublishDiagnosticsNotification.type, (event) => {
      if (event.uri === uri && event.diagnostics.length > 0) resolve(event.diagnostics);
    });
  });
  const textDocument = { uri, languageId: 'markdown', version: 1, text: note };
  await editor.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return published;
}

/** The text that a finding points at. */
const marked = ({ range: { start, end } }: Diagnostic): string | undefined =>
  note.split('\n')[start.line]?.slice(start.character, end.character);

describe('attest lsp --stdio', () => {
  it.each([
    ['', {}],
    [' on a machine that is locked offline', lock],
  ])('checks a note that an editor opens%s, and ends when it is told to', async (_, env) => {
    await start(env);
    const found = await openNote();
    expect(found.map(({ code }) => code)).toEqual(['faithfulness/dose']);
    expect(found.map(marked)).toEqual(['40 mg']);
    expect(found[0]?.message).toContain('10 mg');
  });

  describe('with a model that the editor’s settings name', () => {
    const settings = (): object => ({
      clientCommands: false,
      settings: {
        model: {
          provider: 'openai-compatible',
          endpoint: server.baseUrl,
          model: 'test-model',
          judgeNotes: true,
        },
      },
    });
    const tool = { name: 'attest_fact_check', input: { text: 'Lisinopril is started at 10 mg.' } };

    it('asks nothing of it on a machine that is locked offline, and runs no tool for an agent', async () => {
      await start(lock, settings());
      expect((await openNote()).map(marked)).toEqual(['40 mg']);
      for (const ask of [
        () => editor.sendRequest(Requests.listModels),
        () => editor.sendRequest(Requests.modelCapabilities),
        () => editor.sendRequest(Requests.useTool, tool),
      ]) {
        await expect(ask()).rejects.toThrow(/locked offline/);
      }
      expect(server.connections).toBe(0);
    });

    it('asks it where nothing is locked', async () => {
      await start({}, settings());
      expect(await editor.sendRequest(Requests.listModels)).toContain('test-model');
      expect(server.connections).toBeGreaterThan(0);
    });
  });
});
