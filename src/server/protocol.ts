/**
 * What client and server say beyond plain LSP (diagnostics, hovers and code actions are plain LSP).
 * Shared by src/server and src/extension; the only file of src/server that the extension imports.
 */
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type {
  Answer,
  FactCheckReport,
  FaithfulnessReport,
  IndexProgress,
  IndexReport,
  LibraryStatus,
  NoteReport,
} from '../engine/engine';
import type { CatalogueEntry } from '../core/ports';
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
  /** The kind of note where its front matter names none; `auto`: told from the headings. */
  noteProfile: 'auto' | NoteProfile;
  checkOn: 'save' | 'type' | 'command';
  /** At most this many findings are shown per note; the message of the last says how many are left out. */
  maxFindings: number;
  severities: Partial<Record<RuleCode, Severity>>;
  /** Note URI → source URIs, made by *Link Source…*. */
  sourceLinks: Record<string, string[]>;
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

/** Arguments of the ignore commands. */
export interface IgnoreParams {
  uri: string;
  fingerprint: string;
  reason: string;
  /** `note` inserts a comment into the note (through `workspace/applyEdit`), `workspace` (default) adds to the list. */
  where?: 'note' | 'workspace';
}

export type { IgnoredFinding } from '../core/verdicts/ignored-finding';

export const Requests = {
  /** Indexes the configured guideline folders; cancellable, progress through `Notifications.state`. */
  indexLibrary: new RequestType0<IndexReport, ErrorData>('attest/indexLibrary'),
  clearLibrary: new RequestType0<void, ErrorData>('attest/clearLibrary'),
  libraryStatus: new RequestType0<LibraryStatus, ErrorData>('attest/libraryStatus'),
  /** Extracted text of a library document, by absolute path. */
  documentText: new RequestType<{ path: string }, { entry: CatalogueEntry; text: string }, ErrorData>(
    'attest/documentText',
  ),
  /** Checks the note now and publishes its diagnostics, whatever the globs say. */
  checkNote: new RequestType<{ uri: string }, NoteReport, ErrorData>('attest/checkNote'),
  /** Checks every note in the workspace; gives the number of notes and findings. */
  checkAllNotes: new RequestType0<{ notes: number; findings: number }, ErrorData>('attest/checkAllNotes'),
  /** The last report of an open note, or null when it was not checked yet. */
  report: new RequestType<{ uri: string }, NoteReport | null, ErrorData>('attest/report'),
  factCheck: new RequestType<{ text: string }, FactCheckReport, ErrorData>('attest/factCheck'),
  faithfulness: new RequestType<TextWithSources, FaithfulnessReport & { sources: string[] }, ErrorData>(
    'attest/faithfulness',
  ),
  ask: new RequestType<{ question: string }, Answer, ErrorData>('attest/ask'),
  /** Ignores a finding: in the workspace's ignore list or by a comment in the note. */
  ignoreFinding: new RequestType<IgnoreParams, void, ErrorData>('attest/ignoreFinding'),
  ignoredFindings: new RequestType0<IgnoredFinding[], ErrorData>('attest/ignoredFindings'),
  /** Takes a finding off the workspace's ignore list. */
  restoreFinding: new RequestType<{ fingerprint: string }, void, ErrorData>('attest/restoreFinding'),
} as const;

export const Notifications = {
  /** Server → client. */
  state: new NotificationType<ServerState>('attest/state'),
  /** Server → client, after each check of a note. */
  report: new NotificationType<{ uri: string; report: NoteReport }>('attest/report'),
  /** Server → client, after the library changed (also by the file watcher). */
  libraryChanged: new NotificationType<LibraryStatus>('attest/libraryChanged'),
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
