import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  Diagnostic,
  DidChangeWatchedFilesRegistrationOptions,
  Hover,
  InitializeParams,
  Range,
  RegistrationParams,
} from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Notifications, type ServerOptions, type ServerState } from '../../../src/server/protocol';
import type { NoteReport } from '../../../src/engine/engine';
import { buildCli, root } from '../cli/run-cli';

/** The server as it is shipped; built first where dist/ is older than the sources. Gives its path. */
export async function builtServer(): Promise<string> {
  await buildCli();
  return join(root, 'dist/server.js');
}

/** Waits until `get` gives something true: long enough for a machine that runs other tests beside, with several engines. */
export async function until<T>(get: () => T | undefined | false, what: string, ms = 40_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = get();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}.`);
    await new Promise((done) => setTimeout(done, 15));
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const capabilities: InitializeParams['capabilities'] = {
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

type Settings = Partial<ServerOptions['settings']>;

/** An editor as the server sees it: a workspace folder on disk, open documents, and everything that was published. */
export class TestClient {
  readonly diagnostics = new Map<string, Diagnostic[]>();
  /** How often diagnostics of a URI were published. */
  readonly published = new Map<string, number>();
  readonly states: ServerState[] = [];
  readonly reports: { uri: string; report: NoteReport }[] = [];
  readonly watched: DidChangeWatchedFilesRegistrationOptions['watchers'] = [];
  stderr = '';
  exitCode: Promise<number | null>;
  readonly connection;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    readonly folder: string,
    readonly child: ChildProcessWithoutNullStreams,
  ) {
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    child.stdin.on('error', () => undefined); // The server may end first.
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exitCode = new Promise((done) => child.on('close', (code) => done(code)));
    this.connection.onNotification('textDocument/publishDiagnostics', (event: { uri: string }) => {
      const { uri, diagnostics } = event as { uri: string; diagnostics: Diagnostic[] };
      this.diagnostics.set(uri, diagnostics);
      this.published.set(uri, (this.published.get(uri) ?? 0) + 1);
    });
    this.connection.onNotification(Notifications.state, (state) => void this.states.push(state));
    this.connection.onNotification(Notifications.report, (event) => void this.reports.push(event));
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { registerOptions } of registrations) {
        this.watched.push(
          ...((registerOptions as DidChangeWatchedFilesRegistrationOptions | undefined)?.watchers ?? []),
        );
      }
      return null;
    });
    this.connection.onRequest('client/unregisterCapability', () => null);
    this.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      for (const change of edit.documentChanges ?? []) {
        if (!('edits' in change)) throw new Error('Only text is edited.');
        const document = this.document(change.textDocument.uri);
        if (change.textDocument.version !== document.version) return { applied: false };
        this.change(document.uri, TextDocument.applyEdits(document, change.edits));
      }
      return { applied: true };
    });
    this.connection.listen();
  }

  /** Starts a server in a new workspace folder with these files and shakes hands. */
  static async start(
    server: string,
    {
      files = {},
      settings = {},
      options = {},
      env = {},
      capabilities: other = capabilities,
    }: {
      files?: Record<string, string>;
      settings?: Settings;
      options?: Partial<ServerOptions>;
      /** Over the environment of the test. */
      env?: Record<string, string>;
      capabilities?: InitializeParams['capabilities'];
    } = {},
  ): Promise<TestClient> {
    const folder = await mkdtemp(join(tmpdir(), "attest o'neil "));
    const child = spawn(process.execPath, [server, '--stdio'], {
      stdio: 'pipe',
      env: { ...process.env, ...env },
    });
    const client = new TestClient(folder, child);
    for (const [name, content] of Object.entries(files)) await client.write(name, content);
    const shaking = client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'clinic' }],
      capabilities: other,
      initializationOptions: {
        settings,
        models: '',
        rulePages: 'file:///attest/docs/rules',
        ...options,
      },
    });
    await shaking.catch(async (error: unknown) => {
      child.stdin.end();
      await client.exitCode;
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
      await this.exitCode;
    }
    this.connection.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  uri(name: string): string {
    return pathToFileURL(this.path(name)).href;
  }

  async write(name: string, content: string): Promise<void> {
    await mkdir(dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), content);
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  /** Opens a file that is on disk. */
  async open(name: string): Promise<TextDocument> {
    const language = name.endsWith('.md') ? 'markdown' : 'plaintext';
    const document = TextDocument.create(this.uri(name), language, 1, await this.read(name));
    this.#documents.set(document.uri, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: document.uri,
        languageId: language,
        version: document.version,
        text: document.getText(),
      },
    });
    return document;
  }

  /** Replaces an open document's text, as an edit would. */
  change(uri: string, text: string): void {
    const { languageId, version } = this.document(uri);
    this.#documents.set(uri, TextDocument.create(uri, languageId, version + 1, text));
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges: [{ text }],
    });
  }

  async save(name: string): Promise<void> {
    const uri = this.uri(name);
    await this.write(name, this.document(uri).getText());
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(name: string): Promise<void> {
    this.#documents.delete(this.uri(name));
    await this.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(name) },
    });
  }

  /** Tells the server that a file changed on disk, as the client's watcher would. */
  async changedOnDisk(name: string, type: 1 | 2 | 3 = 2): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(name), type }],
    });
  }

  /** The diagnostics of a file once there are `count` of them. */
  async diagnosticsOf(name: string, count: number): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    return until(() => {
      const found = this.diagnostics.get(uri);
      return found?.length === count && found;
    }, `${count} diagnostics of ${name}`);
  }

  /** Waits until the diagnostics of a file were published again after `action`. */
  async afterNextCheck(name: string, action: () => unknown): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    const before = this.published.get(uri) ?? 0;
    await action();
    await until(() => (this.published.get(uri) ?? 0) > before, `another check of ${name}`);
    return this.diagnostics.get(uri) ?? [];
  }

  hover(name: string, position: Range['start']): Promise<Hover | null> {
    const textDocument = { uri: this.uri(name) };
    return this.connection.sendRequest('textDocument/hover', { textDocument, position });
  }

  /** What an editor asks for at a diagnostic. */
  actions(name: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(name) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
  }

  /** Does what an editor does with a chosen edit. */
  apply(action: CodeAction | undefined): void {
    const changes = action?.edit?.documentChanges ?? [];
    if (changes.length === 0) throw new Error('The action has no edit.');
    for (const change of changes) {
      if (!('edits' in change)) throw new Error('Only text is edited.');
      const document = this.document(change.textDocument.uri);
      this.change(document.uri, TextDocument.applyEdits(document, change.edits));
    }
  }
}

/** The text that a range covers. */
export function textAt(text: string, range: Range | undefined): string {
  return range ? TextDocument.create('x:y', 'plaintext', 0, text).getText(range) : '';
}
