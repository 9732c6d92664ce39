import * as vscode from 'vscode';
import { AttestError, toAttestError } from '../../core/errors';
import type { ServerState } from '../../server/protocol';
import type { ModelDesk } from '../model/model-desk';
import type {
  EngineClient,
  FactCheckReport,
  LibraryStatus,
  NoteReport,
  RequestName,
  RequestParams,
  RequestResult,
  SettingsService,
  TurnEvent,
} from '../services';
import type { Connection } from './connection';
import { reportCrash } from './crash-message';
import { describeExit, EngineExit, exitCause, type Exit } from './exit';
import { RestartPolicy } from './restart-policy';

const restartDelayMs = 300;

/** Keeps one engine process: starts it on first need, restarts it after a crash, says so when that does not help. */
export class EngineProcess implements EngineClient, vscode.Disposable {
  readonly #states = new vscode.EventEmitter<ServerState>();
  readonly #reports = new vscode.EventEmitter<{ uri: string; report: NoteReport }>();
  readonly #chat = new vscode.EventEmitter<TurnEvent>();
  readonly #library = new vscode.EventEmitter<LibraryStatus>();
  readonly #factChecks = new vscode.EventEmitter<{ run: number; report: FactCheckReport }>();
  readonly #calibrations = new vscode.EventEmitter<{ done: number; total: number }>();
  readonly #policy = new RestartPolicy();
  readonly #settingsListener: vscode.Disposable;
  #state: ServerState = { kind: 'ready' };
  #connection: Promise<Connection> | undefined;
  #disposed = false;

  readonly onDidChangeState = this.#states.event;
  readonly onDidReport = this.#reports.event;
  readonly onDidChatEvent = this.#chat.event;
  readonly onDidChangeLibrary = this.#library.event;
  readonly onDidFactCheck = this.#factChecks.event;
  readonly onDidCalibrate = this.#calibrations.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly settings: SettingsService,
    private readonly models: ModelDesk,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#settingsListener = settings.onDidChange((current) => {
      this.#connection
        ?.then((connection) => connection.sendSettings(current))
        .catch((error: unknown) => log.error(`Settings were not sent: ${toAttestError(error).message}`));
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Process id of the running engine; undefined while none runs. */
  async pid(): Promise<number | undefined> {
    return (await this.#connection)?.pid;
  }

  async start(): Promise<void> {
    await this.#connected();
  }

  async restart(): Promise<void> {
    this.#policy.reset();
    await this.#stop();
    this.#setState({ kind: 'ready' });
    await this.start();
  }

  async request<Name extends RequestName>(
    name: Name,
    params: RequestParams<Name>,
    token?: vscode.CancellationToken,
  ): Promise<RequestResult<Name>> {
    const connection = await this.#connected();
    return connection.request(name, params, token);
  }

  /** For `deactivate`, which may wait; `dispose` may not. */
  async shutDown(): Promise<void> {
    this.#disposed = true;
    await this.#stop();
  }

  dispose(): void {
    this.#settingsListener.dispose();
    const emitters = [
      this.#states,
      this.#reports,
      this.#chat,
      this.#library,
      this.#factChecks,
      this.#calibrations,
    ];
    for (const emitter of emitters) emitter.dispose();
    void this.shutDown();
  }

  #connected(): Promise<Connection> {
    if (this.#disposed) {
      const error = new AttestError('internal', 'Attest is shutting down.', 'Reload the window.');
      return Promise.reject(error);
    }
    if (this.#connection) return this.#connection;
    const connection = this.#launch();
    this.#connection = connection;
    // The next request tries again.
    connection.catch(() => {
      if (this.#connection === connection) this.#connection = undefined;
    });
    return connection;
  }

  async #launch(): Promise<Connection> {
    const started = performance.now();
    this.models.used(undefined); // The meter counts within one life of the process, as the log of what was sent does.
    try {
      const { connect } = await import('./connection');
      const connection = await connect({
        serverModule: vscode.Uri.joinPath(this.extensionUri, 'dist', 'server.js').fsPath,
        server: {
          settings: this.settings.current(),
          models: vscode.Uri.joinPath(this.extensionUri, 'dist', 'models').fsPath,
          rulePages: vscode.Uri.joinPath(this.extensionUri, 'docs', 'rules').toString(),
          translations: vscode.l10n.bundle,
        },
        log: this.log,
        models: this.models,
        onState: (state) => this.#setState(state),
        onReport: (event) => this.#reports.fire(event),
        onChatEvent: (event) => this.#chat.fire(event),
        onLibraryChanged: (status) => this.#library.fire(status),
        onFactCheck: (event) => this.#factChecks.fire(event),
        onCalibration: (progress) => this.#calibrations.fire(progress),
        onCrash: (exit) => {
          this.#connection = undefined;
          this.#crashed(exit);
        },
      });
      this.log.info(
        `Engine started in ${Math.round(performance.now() - started)} ms (pid ${connection.pid}).`,
      );
      if (this.#state.kind === 'error') this.#setState({ kind: 'ready' });
      return connection;
    } catch (cause) {
      if (cause instanceof EngineExit) throw this.#crashed(cause.exit);
      const error = toAttestError(cause);
      this.log.error(`Engine was not started: ${error.message}`);
      this.#setState({ kind: 'error', message: error.message, advice: error.advice });
      throw error;
    }
  }

  /** Tells the user and starts again, unless that would not help. Gives what those who wait for the engine are told. */
  #crashed(exit: Exit): AttestError {
    const cause = exitCause(exit);
    const restarting = cause !== 'native-unsupported' && this.#policy.allowsRestart(Date.now());
    this.log.error(`Engine ended unexpectedly: ${describeExit(exit)} (${cause}).`);
    const { message, advice } = reportCrash({
      cause,
      restarting,
      log: this.log,
      restart: () => this.restart(),
    });
    this.#setState({ kind: 'error', message, advice });
    // A start that fails too has told the log and the status bar itself.
    if (restarting) setTimeout(() => void this.start().catch(() => undefined), restartDelayMs);
    return new AttestError('internal', message, advice);
  }

  async #stop(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    try {
      await (await connection)?.stop();
    } catch (error) {
      this.log.warn(`Engine was not running: ${toAttestError(error).message}`);
    }
  }

  #setState(state: ServerState): void {
    this.#state = state;
    if (!this.#disposed) this.#states.fire(state);
  }
}
