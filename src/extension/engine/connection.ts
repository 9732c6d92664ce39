import { fork } from 'node:child_process';
import type * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/node';
import {
  CancellationToken,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  MessageType,
} from 'vscode-languageserver-protocol/node';
import { ClientCommands, Notifications, Requests, type ServerOptions } from '../../server/protocol';
import type { ServerSettings, ServerState } from '../../server/protocol';
import type {
  FactCheckReport,
  LibraryStatus,
  NoteReport,
  RequestName,
  RequestParams,
  RequestResult,
  TurnEvent,
} from '../services';
import type { ModelDesk } from '../model/model-desk';
import { EngineExit, type Exit } from './exit';
import { answerModelRequests } from './model-requests';
import { fromResponseError } from './server-error';

// This file loads the language client, so it is imported only when the engine is first needed.

export interface ConnectionOptions {
  /** Path of dist/server.js. */
  serverModule: string;
  server: ServerOptions;
  log: vscode.LogOutputChannel;
  models: ModelDesk;
  onState: (state: ServerState) => void;
  onReport: (event: { uri: string; report: NoteReport }) => void;
  onChatEvent: (event: TurnEvent) => void;
  onLibraryChanged: (status: LibraryStatus) => void;
  onFactCheck: (event: { run: number; report: FactCheckReport }) => void;
  onCalibration: (progress: { done: number; total: number }) => void;
  /** The process ended without being asked to, after it had started. */
  onCrash: (exit: Exit) => void;
}

/** One life of the engine's process: it is never restarted, a new connection is made instead. */
export interface Connection {
  readonly pid: number | undefined;
  request<Name extends RequestName>(
    name: Name,
    params: RequestParams<Name>,
    token?: vscode.CancellationToken,
  ): Promise<RequestResult<Name>>;
  sendSettings(settings: ServerSettings): Promise<void>;
  /** Asks the process to end and kills it when it does not within two seconds. Never throws. */
  stop(): Promise<void>;
}

const stopTimeoutMs = 2000;

class EngineLanguageClient extends LanguageClient {
  /** The base class stops itself when starting failed, and then rejects because it is not running. */
  override async stop(timeout?: number): Promise<void> {
    if (this.state === State.Running) await super.stop(timeout);
  }
}

/**
 * Starts the engine's process and shakes hands.
 * @throws EngineExit when the process ends while starting; AttestError when it refuses to start
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { log } = options;
  const child = fork(options.serverModule, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    silent: true,
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1', LANCEDB_LOG: 'error' },
  });
  let running = false;
  let exit: Exit | undefined;
  // 'exit' comes before 'close', which ends the connection; 'error' comes alone when nothing could be started.
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal };
      resolve();
    });
    child.once('error', (error) => {
      log.error(`Engine process: ${error.message}`);
      if (child.pid === undefined) resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => log.warn(`Engine output: ${text.trimEnd()}`));
  }

  const transports: MessageTransports = {
    reader: new IPCMessageReader(child),
    writer: new IPCMessageWriter(child),
  };
  const client = new EngineLanguageClient(
    'attest-engine',
    'Attest',
    () => Promise.resolve(transports),
    clientOptions(options, () => {
      if (running) options.onCrash(exit ?? { code: child.exitCode, signal: child.signalCode });
    }),
  );
  client.onNotification(Notifications.state, options.onState);
  client.onNotification(Notifications.report, options.onReport);
  client.onNotification(Notifications.chatEvent, options.onChatEvent);
  client.onNotification(Notifications.libraryChanged, options.onLibraryChanged);
  client.onNotification(Notifications.factCheckProgress, options.onFactCheck);
  client.onNotification(Notifications.calibrationProgress, options.onCalibration);
  answerModelRequests(client, options);
  client.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) log.error(message);
    else if (type === MessageType.Warning) log.warn(message);
    else log.info(message);
  });

  const stop = async (): Promise<void> => {
    running = false;
    try {
      await client.dispose(stopTimeoutMs);
    } catch (error) {
      log.warn(`Engine did not end by itself: ${fromResponseError(error).message}`);
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await ended;
    clearTimeout(timer);
  };

  try {
    await client.start();
    running = true;
  } catch (error) {
    const early = exit;
    await stop();
    throw early ? new EngineExit(early) : fromResponseError(error);
  }
  return {
    pid: child.pid,
    async request(name, params, token) {
      try {
        // By method: the client's overloads cannot follow a union of request types, the table's types can. A missing
        // token would travel as a parameter of its own and stand where the server expects its token.
        const { method } = Requests[name];
        const cancellation = token ?? CancellationToken.None;
        return await (params.length === 0
          ? client.sendRequest<RequestResult<typeof name>>(method, cancellation)
          : client.sendRequest<RequestResult<typeof name>>(method, params[0], cancellation));
      } catch (error) {
        throw fromResponseError(error);
      }
    },
    sendSettings: (settings) => client.sendNotification(Notifications.settings, settings),
    stop,
  };
}

function clientOptions(options: ConnectionOptions, onClosed: () => void): LanguageClientOptions {
  return {
    documentSelector: ['file', 'untitled'].flatMap((scheme) =>
      ['markdown', 'plaintext'].map((language) => ({ scheme, language })),
    ),
    initializationOptions: options.server,
    outputChannel: options.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'attest',
    // Hovers may run the commands that the server names and nothing else; HTML in them stays text.
    markdown: { isTrusted: { enabledCommands: Object.values(ClientCommands) }, supportHtml: false },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        onClosed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}
