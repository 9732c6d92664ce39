import type { Citation } from '../core/evidence/citation';
import type { PassageHit } from '../core/evidence/passage';
import type { ModelCapabilities } from '../core/language-model/language-model';
import type { CatalogueEntry, Log } from '../core/ports';
import type { ErrorReason } from '../core/errors';
import type { Finding, RuleCode, Severity } from '../core/verdicts/finding';
import type { ScoreSummary } from '../core/verdicts/score';
import type { NoteProfile } from '../core/verdicts/note-profiles';
import type { Verdict } from '../core/verdicts/verdict';
import type { Span } from '../core/text/span';
import type { SnomedPart } from '../terminologies/snomed-parts';
import type { ChatAnswer, ChatEvent, ChatRequest } from './chat/chat-answer';
import type { JudgeStep } from '../core/judge/judge-step';
import type { ModelCost, ModelUse } from '../core/language-model/model-meter';
import type { ModelConfig } from '../core/language-model/model-host';
import type { CalibrationReport } from './calibration-report';
import type { PlanReport } from './plan-report';

export type { CalibrationReport } from './calibration-report';
export type { ChatAnswer, SearchStep } from './chat/chat-answer';
export type { PlanReport } from './plan-report';

/** What the composition root needs to know. */
export interface EngineConfig {
  /** Folder path, or any URI that LanceDB opens; absent: no library, everything else works. */
  library?: string;
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

/** A text that a note was written from. */
export interface SourceText {
  /** Absolute path, or a name where there is no file. */
  document: string;
  text: string;
}

export interface IndexProgress {
  phase: 'scanning' | 'reading' | 'finishing';
  done: number;
  total: number;
  /** Estimate, once there is something to estimate from. */
  secondsLeft?: number;
}

export interface SkippedFile {
  path: string;
  reason: ErrorReason;
  message: string;
  advice: string;
}

/** The result of indexing. `documents` and `passages` are what the library holds now. */
export interface IndexReport {
  documents: number;
  passages: number;
  /** Files that were already indexed in this version. */
  unchanged: number;
  indexed: number;
  removed: number;
  skipped: SkippedFile[];
  seconds: number;
}

export interface LibraryStatus {
  documents: CatalogueEntry[];
  passages: number;
}

export interface CheckNoteRequest {
  /** Absolute path or URI of the note: findings of unchanged sentences are kept under this name. */
  note: string;
  text: string;
  sources: SourceText[];
  /** Also compare with the library; true by default where there is one. */
  useLibrary?: boolean;
  /** The kind of note, where the note's own front matter does not name it; undefined: told from the headings. */
  profile?: NoteProfile;
  /** Rule code → severity; a rule set to `off` is not reported. Comes before what the profile asks for. */
  severities?: Partial<Record<RuleCode, Severity>>;
  /**
   * Also have the verifier read the statements that typed facts leave open; takes some ten milliseconds for each. What has
   * been read stays so in later checks of the same statement, also of those that don't ask for it.
   */
  read?: boolean;
  /**
   * Also have the language model judge what is open after that, where the settings want notes judged; takes a call or more for
   * each. It asks nobody for agreement, and goes on without a model where there is none. What has been judged stays so.
   */
  judge?: boolean;
  /** Fingerprints of findings that a person dismissed. */
  ignored?: ReadonlySet<string>;
}

/** A statement of the note with its verdict against the sources. */
export interface CheckedStatement extends Span {
  text: string;
  verdict: Verdict;
  /** Why nothing was checked, for `not-scored`; why nothing decides it, for `not-sure`. */
  reason?: string;
  citations: Citation[];
  /** A language model was asked, because it was not sure without. */
  judged?: JudgedByModel;
  /** How likely the model's verdict is right (0…1), where it was asked and tells. */
  confidence?: number;
}

/** What kept a check from being complete: a missing source, unreadable front matter, an ignore comment without a reason. */
export interface NoteProblem {
  message: string;
  advice: string;
  /** Where it stands in the note, when there is a place. */
  at?: Span;
}

export interface NoteReport {
  note: string;
  /** The kind of note that the rules were chosen for. */
  profile: NoteProfile;
  findings: Finding[];
  /** Findings that were left out because a person ignored them. */
  ignored: Finding[];
  statements: CheckedStatement[];
  scores: { faithfulness: ScoreSummary };
  /** Why the note as a whole was not compared, e.g. no source. */
  notScored?: string;
  /** ISO 639-1 code of the language of note or source, where that is why. */
  foreignLanguage?: string;
  sources: string[];
  /** The language model that judged what was not sure without it, or why it could not; absent where none had a part. */
  model?: ModelUse;
  /** The front doors, which find the sources and read the ignore comments, add theirs. */
  problems?: NoteProblem[];
  /** Statements whose earlier result was taken over. */
  reused: number;
  seconds: number;
}

/** A passage that was looked at for a claim. */
export interface ClaimEvidence {
  citation: Citation;
  /** What this passage says of the claim. */
  verdict: Exclude<Verdict, 'not-scored'>;
  /** How often a verdict like this was right where it was measured (0…1). */
  confidence: number;
  /** Why it is not sure. */
  abstained?: string;
  /** The document's own date, as it writes it. */
  date?: string;
  /** How strong the passage says that its evidence is, in its own words. */
  strength?: string;
  /** Documents that hold nearly the same passage. */
  also: string[];
}

/** A claim of a text with its verdict. The span is that of all its pieces: from the first to the end of the last. */
export interface FactCheckedStatement extends Span {
  /** The words of the claim: the pieces with a blank between them. */
  text: string;
  /** Its pieces in the text. */
  spans: Span[];
  /** The piece that no other claim shares: where it is shown. */
  own: Span;
  verdict: Verdict;
  /** How often a verdict like this was right where it was measured (0…1); absent for `not-scored`. */
  confidence?: number;
  /** One sentence: why this verdict. */
  explanation: string;
  /** Why it is not sure. */
  abstained?: string;
  /** The passages that decide, best first, each with the sentence that bears on the claim. */
  citations: Citation[];
  /** Every passage that was looked at, with what it says of the claim; those of `citations` first. */
  evidence: ClaimEvidence[];
  /** Passages support it and others contradict it: they stand side by side in `evidence`. */
  disagreement?: true;
  /** A language model was asked, because it was not sure without. */
  judged?: JudgedByModel;
}

/** How a language model came to its verdict. */
export interface JudgedByModel {
  /** Who was asked, in order, with what each said. */
  path: JudgeStep[];
  cost: ModelCost;
  /** `confidence` was measured for this model; otherwise it is the model's own. */
  calibrated: boolean;
}

export interface FactCheckReport {
  statements: FactCheckedStatement[];
  verdict: Verdict;
  notScored?: string;
  /** The language model that judged what was not sure without it, or why it could not; absent where none was needed. */
  model?: ModelUse;
  /** Claims that are not checked yet, in a report that is still on its way. */
  pending?: number;
}

/** How a fact-check is written down. */
export type FactCheckFormat = 'markdown' | 'json' | 'sarif';

export interface VerifyReport {
  verdict: Verdict;
  probabilities: { supported: number; contradicted: number; notAddressed: number };
  /** How often a verdict like this was right where it was measured (0…1); absent for `not-scored`. */
  confidence?: number;
  /** Why it is not sure or not scored. */
  abstained?: string;
  /** Verbatim from the evidence; empty when nothing bears on the claim. */
  quote: string;
}

export interface ScoredSentence extends Span {
  text: string;
  verdict: Verdict;
  reason?: string;
  confidence: number;
  citations: Citation[];
}

export interface FaithfulnessReport {
  /** Share of scored sentences that are supported; null when nothing was scored. */
  score: number | null;
  sentences: ScoredSentence[];
  summary: ScoreSummary;
  notScored?: string;
}

export interface Answer {
  /** Markdown; the numbers in brackets refer to `citations`, from 1. Empty when refused. */
  answer: string;
  citations: Citation[];
  /** True when the library holds nothing relevant; `reason` says so to the user. */
  refused: boolean;
  reason?: string;
}

/** A dictionary that is in use. */
export interface UsedDictionary {
  /** Absolute path. */
  file: string;
  title: string;
  version: string;
  licence: string;
  names: number;
}

/** What became of the user's dictionary files. */
export interface TerminologyReport {
  dictionaries: UsedDictionary[];
  /** Files that are left out, with the reasons. */
  problems: (NoteProblem & { file: string })[];
}

export type TerminologyKind = 'rxnorm' | 'hpo' | 'snomed';

export interface ImportTerminologyRequest {
  kind: TerminologyKind;
  /** The file that holds the names, or a folder that holds it on whatever depth. Absolute. */
  path: string;
  /** The dictionary file to write. Absolute. */
  out: string;
  /** A name of more words is left out. */
  words?: number;
  /** Parts of SNOMED CT. */
  only?: readonly SnomedPart[];
}

export interface ImportTerminologyReport {
  out: string;
  title: string;
  version: string;
  licence: string;
  names: number;
  /** Names that were left out: known already, too long, ambiguous, or ordinary words. */
  leftOut: number;
  /** What the user should know besides. */
  remarks: string[];
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
  /** @param onProgress gets the report so far after each claim */
  factCheck(
    text: string,
    signal?: AbortSignal,
    onProgress?: (report: FactCheckReport) => void,
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
