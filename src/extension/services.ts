import type * as vscode from 'vscode';
import type { RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { AgentUse } from './agents/agent-use';
import type { ModelDesk } from './model/model-desk';
import type { ChatEvent, Requests, ServerSettings, ServerState } from '../server/protocol';
import type { Tab } from '../../webview/protocol';

// Only types are imported here, and names stand for request types: the protocol library, zod and the language client
// take tens of milliseconds to load, which activation must not pay. Load them with `await import(…)` when needed.

/** Name of a typed request of src/server/protocol.ts. */
export type RequestName = keyof typeof Requests;

/** What a request takes besides its token: one object, or nothing. */
export type RequestParams<Name extends RequestName> =
  (typeof Requests)[Name] extends RequestType<infer Params, unknown, unknown> ? [Params] : [];

/** What a request gives. */
export type RequestResult<Name extends RequestName> =
  (typeof Requests)[Name] extends RequestType<unknown, infer Result, unknown>
    ? Result
    : (typeof Requests)[Name] extends RequestType0<infer Result, unknown>
      ? Result
      : never;

export type NoteReport = RequestResult<'checkNote'>;
export type LibraryStatus = RequestResult<'libraryStatus'>;
export type FactCheckReport = RequestResult<'factCheck'>;
export type PlanReport = RequestResult<'verifyPlan'>;
export type CalibrationReport = RequestResult<'calibrateJudge'>;
export type { ChatEvent };
/** What happens while a turn of the chat is answered. */
export type TurnEvent = { turn: number; event: ChatEvent };
export type FaithfulnessReport = RequestResult<'faithfulness'>;

/** The engine's process as the extension sees it. Started on first need; a crash never reaches the editor. */
export interface EngineClient {
  /** What the engine is doing. `ready` also before it was started: the first request starts it. */
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** After each check of a note. */
  readonly onDidReport: vscode.Event<{ uri: string; report: NoteReport }>;
  /** While a turn of the chat is answered. */
  readonly onDidChatEvent: vscode.Event<TurnEvent>;
  /** After the library changed, also by the file watcher. */
  readonly onDidChangeLibrary: vscode.Event<LibraryStatus>;
  /** After each claim of a fact-check, or step of a plan, with the number of the run. */
  readonly onDidFactCheck: vscode.Event<{ run: number; report: FactCheckReport | PlanReport }>;
  /** After each labelled pair that a judge is calibrated on. */
  readonly onDidCalibrate: vscode.Event<{ done: number; total: number }>;
  /** Starts the engine if it is not running. Throws AttestError when it can't be started. */
  start(): Promise<void>;
  /** Ends the engine if it runs and starts it anew, with a fresh count of automatic restarts. */
  restart(): Promise<void>;
  /**
   * Sends a typed request, starting the engine if needed: `request('factCheck', [{ text }], token)`.
   * @throws AttestError with reason and advice, `cancelled` when the token was used
   */
  request<Name extends RequestName>(
    name: Name,
    params: RequestParams<Name>,
    token?: vscode.CancellationToken,
  ): Promise<RequestResult<Name>>;
}

/** The settings of this workspace, as the engine needs them. */
export interface SettingsService {
  /** The settings now, whole. */
  current(): ServerSettings;
  /** Remembers, for all workspaces, that this verifier may be fetched. */
  agreeToVerifier(model: string): Promise<void>;
  /** After a setting or a linked source changed. */
  readonly onDidChange: vscode.Event<ServerSettings>;
}

/** Links from notes to sources, made by *Link Source…* and kept in the workspace's state. */
export interface SourceLinks {
  /** Note URI → source URIs. */
  all(): Record<string, string[]>;
  of(note: vscode.Uri): vscode.Uri[];
  /** Replaces a note's links; none removes the note. */
  set(note: vscode.Uri, sources: readonly vscode.Uri[]): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** What every part of the extension may use. To open a citation, run the command `attest.openCitation` with it. */
export interface Services {
  /** Never give it the text of a note, a source or a query. */
  readonly log: vscode.LogOutputChannel;
  readonly engine: EngineClient;
  readonly settings: SettingsService;
  readonly links: SourceLinks;
  readonly models: ModelDesk;
  readonly agents: AgentUse;
}

/** A text to be fact-checked. */
export interface FactCheckedText {
  /** A file's name, or what the text is. */
  name: string;
  text: string;
  /** Where it stands in an open document. */
  at?: { uri: string; version: number; offset: number };
  /** Where it begins in the named file, for a part of it. */
  from?: RequestParams<'exportFactCheck'>[0]['from'];
}

/** A note whose plan is to be verified. */
export interface PlanNote {
  /** The file's name. */
  name: string;
  text: string;
  uri: string;
}

/** The side panel as the commands see it, made by `registerPanel` of panel/register-panel.ts. Each call shows the panel. */
export interface PanelController extends vscode.Disposable {
  showTab(tab: Tab): Promise<void>;
  /** Fact-checks a text and shows the results as they come, or why it failed. Gives the report; undefined when it failed. */
  factCheck(what: FactCheckedText): Promise<FactCheckReport | undefined>;
  /** Verifies the plan of an open note and shows the steps as they come, or why it failed. Gives the report as `factCheck`. */
  verifyPlan(note: PlanNote): Promise<PlanReport | undefined>;
  /** What the last fact-check was of, with its report. */
  lastFactCheck(): { what: FactCheckedText; report: FactCheckReport } | undefined;
  /** `uri` and `offset` say where the scored text stands, so that its sentences can be shown in the editor. */
  showFaithfulness(
    result: Promise<FaithfulnessReport & { name: string; uri?: string; offset?: number }>,
  ): Promise<void>;
  /** Asks the question in the chat. */
  ask(question: string): Promise<void>;
  /** Selects a finding of a note. */
  explain(uri: string, fingerprint: string): Promise<void>;
  /** Keeps what the indexer reported for the Library tab. The one call that does not show the panel. */
  indexed(report: RequestResult<'indexLibrary'>): void;
}

/** What commands get. */
export interface CommandServices extends Services {
  readonly context: vscode.ExtensionContext;
  readonly panel: PanelController;
}
