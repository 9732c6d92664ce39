/**
 * What client and server say beyond plain LSP (diagnostics, hovers and code actions are plain LSP).
 * Shared by src/server and src/extension, which imports nothing else of src/server but the pure functions that write and read
 * the URI of a passage and that escape Markdown.
 */
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type {
  Answer,
  CalibrationReport,
  FactCheckFormat,
  FactCheckReport,
  FaithfulnessReport,
  ImportTerminologyReport,
  ImportTerminologyRequest,
  IndexProgress,
  IndexReport,
  LibraryStatus,
  NoteReport,
  PlanReport,
} from '../engine/engine';
import type { JudgeCalibration } from '../core/judge/calibration';
import type { ModelCapabilities, ModelMessage, ModelPlace } from '../core/language-model/language-model';
import type { Access, EditorModel, SentCall } from '../core/language-model/model-host';
import type { ModelSettings } from '../core/language-model/model-settings';
import type { ChatAnswer, ChatEvent, ChatHistoryTurn, SearchDepth } from '../engine/chat/chat-answer';
import type { FactCheckExport } from '../engine/fact-check-export/exported';
import type { ErrorReason } from '../core/errors';
import type { RuleCode, Severity } from '../core/verdicts/finding';
import type { NoteProfile } from '../core/verdicts/note-profiles';
import type { IgnoredFinding } from '../core/verdicts/ignored-finding';

/** Everything the server needs from VS Code's settings; sent whole at start and after each change. */
export interface ServerSettings {
  /** Folder or LanceDB URI of the library. */
  library: string;
  /** Absolute paths of the guideline folders. */
  guidelineFolders: string[];
  /** Globs, relative to the workspace folder, that choose notes. */
  noteInclude: string[];
  noteExclude: string[];
  /** File-name endings that make a sibling file a source, e.g. `.transcript.txt`. */
  sourceSuffixes: string[];
  /** Absolute paths of the user's own dictionary files. */
  dictionaries: string[];
  /** The kind of note where its front matter names none; `auto`: told from the headings. */
  noteProfile: 'auto' | NoteProfile;
  /** How far the library is searched for what a question of the chat leaves open. */
  chatSearch: SearchDepth;
  checkOn: 'save' | 'type' | 'command';
  /** At most this many findings are shown per note; the message of the last says how many are left out. */
  maxFindings: number;
  severities: Partial<Record<RuleCode, Severity>>;
  /** Note URI → source URIs, made by *Link Source…*. */
  sourceLinks: Record<string, string[]>;
  /** The language model that may be used. Its key is never among the settings. */
  model: ModelSettings;
  verifier: VerifierSettings;
}

/** Which verifier reads claims. */
export interface VerifierSettings {
  /** Absolute path of a folder with a verifier of the user's own; empty: the one that ships. */
  folder: string;
  /** Name of a model to fetch, which the user has agreed to; empty: none. */
  model: string;
  /** Share of wrong verdicts that is accepted (0…1). */
  acceptedError: number;
}

/** A text to be fact-checked. */
export interface FactCheckParams {
  text: string;
  /** The document that the text stands in, where contradicted claims are marked, and where in it. */
  at?: { uri: string; version: number; offset: number };
  /** Names the run in `Notifications.factCheckProgress`; without one there is no progress. */
  run?: number;
}

/** A note whose plan is to be verified. */
export interface VerifyPlanParams {
  uri: string;
  /** Names the run in `Notifications.factCheckProgress`; without one there is no progress. */
  run?: number;
}

/** `InitializeParams.initializationOptions`. */
export interface ServerOptions {
  settings: ServerSettings;
  /** Folder with the embedded model files. */
  models: string;
  /** URI of the folder with the rule pages; a diagnostic's code links to `<rulePages>/<axis>-<name>.md`. */
  rulePages: string;
  /** False where the client does not register `ClientCommands`: hovers then link to files, actions only edit. Default true. */
  clientCommands?: boolean;
  /** The client's translations of the server's texts, English → translated (`vscode.l10n.bundle`). */
  translations?: Record<string, string>;
}

/** `error.data` of a failed request. */
export interface ErrorData {
  reason: ErrorReason;
  advice: string;
}

/** What the status bar shows. */
export type ServerState =
  | { kind: 'ready' }
  | { kind: 'indexing'; progress: IndexProgress }
  | { kind: 'checking'; uri: string }
  | { kind: 'error'; message: string; advice: string };

export interface TextWithSources {
  /** URI of the document that the text is in, for finding its sources. */
  uri: string;
  text: string;
  /** Source URIs that override the ones found. */
  sources?: string[];
}

/** What the calls of language models took since the engine's process began. */
export interface ModelUsageTotals {
  /** Calls that were sent. */
  calls: number;
  /** Answers that were remembered, so that nothing was sent. */
  cached: number;
  promptTokens: number;
  answerTokens: number;
  /** In the currency of the prices that the user set; null: not known. */
  cost: number | null;
}

/** One turn of the chat. */
export interface ChatParams {
  /** Named in the events of this turn. */
  turn: number;
  question: string;
  /** Earlier turns, oldest first. */
  history: ChatHistoryTurn[];
  /**
   * The note that goes along with the question, with its sources; `selection` is the part that is meant, and starts at
   * `selectionStart` (UTF-16 code units).
   */
  note?: { uri: string; selection?: string; selectionStart?: number };
  /** Asked anew: no answer that was given before. */
  again?: boolean;
}

/** Arguments of the ignore commands. */
export interface IgnoreParams {
  uri: string;
  fingerprint: string;
  reason: string;
  /** `note` inserts a comment into the note (through `workspace/applyEdit`), `workspace` (default) adds to the list. */
  where?: 'note' | 'workspace';
}

export type { ChatEvent, SearchStep } from '../engine/chat/chat-answer';
export type { IgnoredFinding } from '../core/verdicts/ignored-finding';

export const Requests = {
  /** Indexes the configured guideline folders; cancellable, progress through `Notifications.state`. */
  indexLibrary: new RequestType0<IndexReport, ErrorData>('attest/indexLibrary'),
  clearLibrary: new RequestType0<void, ErrorData>('attest/clearLibrary'),
  libraryStatus: new RequestType0<LibraryStatus, ErrorData>('attest/libraryStatus'),
  /** Extracted text of a document of the library or of a FHIR record, by absolute path. */
  documentText: new RequestType<{ path: string }, { text: string }, ErrorData>('attest/documentText'),
  /** Checks the note now and publishes its diagnostics, whatever the globs say. */
  checkNote: new RequestType<{ uri: string }, NoteReport, ErrorData>('attest/checkNote'),
  /** Checks every note in the workspace; gives the number of notes and findings. */
  checkAllNotes: new RequestType0<{ notes: number; findings: number }, ErrorData>('attest/checkAllNotes'),
  /** The last report of an open note, or null when it was not checked yet. */
  report: new RequestType<{ uri: string }, NoteReport | null, ErrorData>('attest/report'),
  factCheck: new RequestType<FactCheckParams, FactCheckReport, ErrorData>('attest/factCheck'),
  /** Verifies the note's assessment and plan step by step, and marks the first step that fails. */
  verifyPlan: new RequestType<VerifyPlanParams, PlanReport, ErrorData>('attest/verifyPlan'),
  /** Writes a fact-check down for others to read. */
  exportFactCheck: new RequestType<
    FactCheckExport & { format: FactCheckFormat },
    { text: string },
    ErrorData
  >('attest/exportFactCheck'),
  faithfulness: new RequestType<TextWithSources, FaithfulnessReport & { sources: string[] }, ErrorData>(
    'attest/faithfulness',
  ),
  /** Quotes the library; no model is asked. */
  ask: new RequestType<{ question: string }, Answer, ErrorData>('attest/ask'),
  /** Makes a dictionary file of a terminology that the user holds a licence for; cancellable. */
  importTerminology: new RequestType<ImportTerminologyRequest, ImportTerminologyReport, ErrorData>(
    'attest/importTerminology',
  ),
  /** One turn of the chat; what happens on the way comes as `Notifications.chatEvent` of this turn. Cancellable. */
  chat: new RequestType<ChatParams, ChatAnswer, ErrorData>('attest/chat'),
  /** Runs a tool for an agent of the editor, with the input that it gave; gives JSON. `model-off` where Attest is locked offline. */
  useTool: new RequestType<{ name: string; input: unknown }, { text: string }, ErrorData>('attest/useTool'),
  /** Ignores a finding: in the workspace's ignore list or by a comment in the note. */
  ignoreFinding: new RequestType<IgnoreParams, void, ErrorData>('attest/ignoreFinding'),
  ignoredFindings: new RequestType0<IgnoredFinding[], ErrorData>('attest/ignoredFindings'),
  /** Takes a finding off the workspace's ignore list. */
  restoreFinding: new RequestType<{ fingerprint: string }, void, ErrorData>('attest/restoreFinding'),
  /** Names of the models that the endpoint offers. */
  listModels: new RequestType0<string[], ErrorData>('attest/listModels'),
  /** What the chosen model can do; tried out with calls that hold no text of the user where it is not known. */
  modelCapabilities: new RequestType0<ModelCapabilities, ErrorData>('attest/modelCapabilities'),
  /**
   * Measures the chosen model as a judge on labelled pairs that come with Attest, and has it remembered how its confidence is
   * to be read; cancellable, progress through `Notifications.calibrationProgress`.
   */
  calibrateJudge: new RequestType0<CalibrationReport, ErrorData>('attest/calibrateJudge'),
  /** What was sent to language models since the engine's process began, newest last; of very many calls the last ones. */
  sentCalls: new RequestType0<{ calls: SentCall[]; count: number }, ErrorData>('attest/sentCalls'),
} as const;

/** Server → client; only a client with `clientCommands` is asked. */
export const ClientRequests = {
  /** May text go to this place? Asks the user where `byUser`, and gives the key. Fails with `model-off` on a no. */
  modelAccess: new RequestType<{ place: ModelPlace; model: string; byUser: boolean }, Access, ErrorData>(
    'attest/modelAccess',
  ),
  /** The editor's model of this name, its first where the name is empty. Fails with `model-off` when there is none. */
  findEditorModel: new RequestType<{ model: string }, EditorModel, ErrorData>('attest/findEditorModel'),
  /** Asks the editor's model; the pieces come as `Notifications.editorModelText` of this stream, the whole at the end. */
  askEditorModel: new RequestType<
    { stream: number; model: string; messages: ModelMessage[]; maxTokens: number },
    { text: string },
    ErrorData
  >('attest/askEditorModel'),
} as const;

export const Notifications = {
  /** Server → client, while a turn of the chat is answered. */
  chatEvent: new NotificationType<{ turn: number; event: ChatEvent }>('attest/chatEvent'),
  /** Server → client. */
  state: new NotificationType<ServerState>('attest/state'),
  /** Server → client, after each check of a note. */
  report: new NotificationType<{ uri: string; report: NoteReport }>('attest/report'),
  /** Server → client, after each claim of a fact-check, or step of a plan, that asked for it. */
  factCheckProgress: new NotificationType<{ run: number; report: FactCheckReport | PlanReport }>(
    'attest/factCheckProgress',
  ),
  /** Server → client, after the library changed (also by the file watcher). */
  libraryChanged: new NotificationType<LibraryStatus>('attest/libraryChanged'),
  /** Server → client, after each call of a language model. */
  modelUsage: new NotificationType<ModelUsageTotals>('attest/modelUsage'),
  /** Server → client: a model was probed, and need not be again. */
  modelLearned: new NotificationType<{ place: ModelPlace; model: string; capabilities: ModelCapabilities }>(
    'attest/modelLearned',
  ),
  /** Server → client: a model's judging was calibrated; `modelAccess` gives the calibration back with the next use. */
  modelCalibrated: new NotificationType<{
    place: ModelPlace;
    model: string;
    calibration: JudgeCalibration;
  }>('attest/modelCalibrated'),
  /** Server → client, after each labelled pair of a calibration. */
  calibrationProgress: new NotificationType<{ done: number; total: number }>('attest/calibrationProgress'),
  /** Client → server, a piece of the answer of an editor's model. */
  editorModelText: new NotificationType<{ stream: number; piece: string }>('attest/editorModelText'),
  /** Client → server, the whole settings after a change. */
  settings: new NotificationType<ServerSettings>('attest/settings'),
} as const;

/** Commands that hovers and code actions of the server name; the extension registers them. */
export const ClientCommands = {
  /** Opens a citation at its exact range: `[Citation]`. */
  openCitation: 'attest.openCitation',
  /** Asks for a reason, then sends `Requests.ignoreFinding`: `[{uri, fingerprint, where}]`. */
  ignoreFinding: 'attest.ignoreFinding',
  /** Shows a finding in the side panel: `[{uri, fingerprint}]`. */
  explainFinding: 'attest.explainFinding',
  /** Inserts a citation of the finding's best evidence: `[{uri, fingerprint}]`. */
  insertCitation: 'attest.insertCitation',
} as const;
