import type { Citation } from '../core/evidence/citations/citation';
import type { PassageHit } from '../core/evidence/passages/passage';
import type { ModelCapabilities } from '../core/language-model/language-model';
import type { ModelConfig } from '../core/language-model/model-host';
import type { CatalogueEntry, Log } from '../core/ports';
import type { CalibrationReport } from './reports/calibration';
import type { ChatAnswer, ChatContext, ChatEvent, ChatRequest } from './chat/chat-answer';
import type { FactCheckReport, VerifyReport } from './reports/claim';
import type { FaithfulnessReport } from './reports/faithfulness';
import type { IndexProgress, IndexReport, LibraryStatus } from './reports/library';
import type { CheckNoteRequest, NoteReport, SourceText } from './reports/note';
import type { PlanReport } from './reports/plan';
import type {
  ImportTerminologyReport,
  ImportTerminologyRequest,
  TerminologyReport,
} from './reports/terminology';

export type { CalibrationReport } from './reports/calibration';
export type { ChatAnswer, SearchStep } from './chat/chat-answer';
export type {
  ClaimEvidence,
  FactCheckFormat,
  FactCheckReport,
  FactCheckedStatement,
  JudgedByModel,
  PassageVerdict,
  VerifyReport,
} from './reports/claim';
export type { FaithfulnessReport, ScoredSentence } from './reports/faithfulness';
export type { IndexProgress, IndexReport, LibraryStatus, SkippedFile } from './reports/library';
export type { CheckNoteRequest, CheckedStatement, NoteProblem, NoteReport, SourceText } from './reports/note';
export type { PlanReport } from './reports/plan';
export type {
  ImportTerminologyReport,
  ImportTerminologyRequest,
  TerminologyKind,
  TerminologyReport,
  UsedDictionary,
} from './reports/terminology';

/** What the composition root needs to know. */
export interface EngineConfig {
  /** Folder path, or any URI that LanceDB opens; absent: no library, everything else works. */
  library?: string;
  /** A library that is not there is an error: who names one to read would take a slip of the pen for an empty one. */
  libraryMustExist?: boolean;
  /** Folder with the embedded model files (`all-MiniLM-L6-v2/`). */
  models: string;
  /** The language model that may be used; absent: none, and nothing is ever sent. */
  model?: ModelConfig;
  /** Which verifier reads claims and how sure it has to be; absent: the one that ships. */
  verifier?: VerifierConfig;
  log: Log;
}

/** The choice of a verifier. */
export interface VerifierConfig {
  /** Folder with a verifier of the user's own (ONNX); absent or empty: the one that ships. */
  folder?: string;
  /**
   * Name of a model on the Hugging Face hub, to be fetched with the package `@huggingface/transformers`, which the user
   * installs. Given only after the user has agreed; comes before `folder`.
   */
  model?: string;
  /** Nothing may be fetched, whatever was agreed to. */
  offlineOnly?: boolean;
  /** Share of wrong verdicts that is accepted (0…1); above it the verdict is not sure. */
  acceptedError?: number;
}

export interface Answer {
  /** Markdown; the numbers in brackets refer to `citations`, from 1. Empty when refused. */
  answer: string;
  citations: Citation[];
  /** True when the library holds nothing relevant; `reason` says so to the user. */
  refused: boolean;
  reason?: string;
}

/** The use cases. Every front door (server, command line, bench) goes through this and nothing else. */
export interface Engine {
  indexLibrary(
    folders: readonly string[],
    options?: { onProgress?: (progress: IndexProgress) => void; signal?: AbortSignal },
  ): Promise<IndexReport>;
  /** Removes the documents under these folders from the library (not from the disk). */
  removeFolders(folders: readonly string[]): Promise<void>;
  clearLibrary(): Promise<void>;
  libraryStatus(): Promise<LibraryStatus>;
  /** Extracted text of a library document, for opening a citation. Throws `library-missing` when it is not held. */
  documentText(path: string): Promise<{ entry: CatalogueEntry; text: string }>;
  search(
    query: string,
    options: { k: number; onePerSection?: boolean; signal?: AbortSignal },
  ): Promise<PassageHit[]>;
  checkNote(request: CheckNoteRequest, signal?: AbortSignal): Promise<NoteReport>;
  /**
   * @param onProgress gets the report so far after each claim
   * @param options.offline no language model is asked, whatever is set: the user did not ask for this themselves
   */
  factCheck(
    text: string,
    signal?: AbortSignal,
    onProgress?: (report: FactCheckReport) => void,
    options?: { offline?: boolean },
  ): Promise<FactCheckReport>;
  /**
   * Verifies the note's assessment and plan step by step against the library; the sources of the request are not used.
   * @param onProgress gets the report so far after each step
   */
  verifyPlan(
    request: CheckNoteRequest,
    signal?: AbortSignal,
    onProgress?: (report: PlanReport) => void,
  ): Promise<PlanReport>;
  verify(evidence: string, claim: string, signal?: AbortSignal): Promise<VerifyReport>;
  scoreFaithfulness(
    summary: string,
    sources: readonly SourceText[],
    signal?: AbortSignal,
  ): Promise<FaithfulnessReport>;
  /** Quotes the best sentences of the library; no model is asked. */
  ask(question: string, signal?: AbortSignal): Promise<Answer>;
  /**
   * One turn of a conversation: written by the language model from evidence and verified where one is set, else quoted.
   * @param onEvent is told of searches and of the text as it comes
   */
  chat(request: ChatRequest, onEvent: (event: ChatEvent) => void, signal?: AbortSignal): Promise<ChatAnswer>;
  /**
   * Prepares for questions about a note: where names and the like would be taken out of what they send, note and sources are
   * read for them, while nothing else is to do. Sends nothing, and does nothing where no language model is set.
   * @returns when all is read, or can't be now
   */
  readAhead(context: ChatContext, signal?: AbortSignal): Promise<void>;
  /** Names of the models that the endpoint offers. Throws `model-off` where none is set or the user does not agree. */
  listModels(signal?: AbortSignal): Promise<string[]>;
  /** What the chosen model can do: tried out at the first use, remembered then. */
  modelCapabilities(signal?: AbortSignal): Promise<ModelCapabilities>;
  /**
   * Measures the chosen model as a judge on labelled pairs that Attest ships, none of them text of the user, and has it
   * remembered how its confidence is to be read.
   * @param onProgress pairs done, and how many there are
   */
  calibrateJudge(
    onProgress?: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<CalibrationReport>;
  /**
   * Uses these dictionary files of the user, and no others, from the next call on. A file that cannot be used is left out
   * and reported. `changed` says whether what was checked before is outdated.
   * @param files absolute paths
   */
  useDictionaries(
    files: readonly string[],
    signal?: AbortSignal,
  ): Promise<TerminologyReport & { changed: boolean }>;
  /** Makes a dictionary file of a terminology that the user holds a licence for. */
  importTerminology(
    request: ImportTerminologyRequest,
    signal?: AbortSignal,
  ): Promise<ImportTerminologyReport>;
  close(): Promise<void>;
}
