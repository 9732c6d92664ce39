import type { TypedLean } from './claims/typed-sign';
import type { Document } from './evidence/passages/document';
import type { Passage } from './evidence/passages/passage';
import type { Identifier } from './privacy/identifier';
import type { RiskCurves } from './verdicts/abstention';
import type { LabelShares } from './verdicts/calibration';

/** Where diagnostics of the program itself go. Never give it the text of a note, a source or a query. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Turns text into vectors whose cosine tells closeness of topic (never truth). */
export interface Embedder {
  /** Names model and dimension, stored beside the vectors: vectors of two profiles are not comparable. */
  readonly profile: { model: string; dimension: number };
  /** One unit-length vector per text, in order. Throws `cancelled` when the signal is aborted. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** A claim beside the evidence that it is read against. */
export interface ClaimPair {
  evidence: string;
  claim: string;
}

/**
 * Reads evidence and claim together and says how likely the evidence supports, contradicts or does not address it. What
 * it says is an opinion: `decideClaim` sets typed facts above it, and lets it contradict nothing by itself.
 */
export interface Verifier {
  /** Names the weights, for reports. */
  readonly name: string;
  /** How often it errs at which probability; undefined where nobody measured it. */
  readonly curves: RiskCurves | undefined;
  /** How far typed facts lean what it reads; absent where nobody fitted it. */
  readonly lean?: TypedLean | undefined;
  /** One answer per pair, in order, whatever it is asked together with. Throws `cancelled`, `model-missing`. */
  verify(pairs: readonly ClaimPair[], signal?: AbortSignal): Promise<LabelShares[]>;
  close(): Promise<void>;
}

/**
 * Reads texts for what may tell who a patient is, beside the rules: names and places that are ordinary words, misspelt or
 * dictated. It misses what rules find, and finds what they miss.
 */
export interface IdentifierReader {
  /** What it found, per text, in order and without overlap. Throws `cancelled`, `model-missing`. */
  read(texts: readonly string[], signal?: AbortSignal): Promise<Identifier[][]>;
  close(): Promise<void>;
}

/** A document as the library knows it. */
export interface CatalogueEntry {
  documentId: string;
  /** Absolute path. */
  path: string;
  title: string;
  format: Document['format'];
  /** SHA-256 of the file's bytes, hex. */
  version: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since the epoch. With `size` it lets an unchanged file be passed over without reading it. */
  modified: number;
  passages: number;
}

/** A document ready to be stored: its catalogue entry, its extracted text, its passages and a vector for each. */
export interface IndexedDocument {
  entry: CatalogueEntry;
  text: string;
  passages: Passage[];
  vectors: Float32Array[];
}

/** A passage as one of the two searches ranks it. */
export interface StoreHit {
  passage: Passage;
  /** BM25 for keyword search, cosine similarity for vector search. */
  score: number;
}

/**
 * The indexed guideline documents. One writer at a time: the mutating calls take the writer lock and throw
 * `library-busy` when another process holds it. Readers see a consistent state, and see what another
 * process wrote after `refresh()`.
 */
export interface GuidelineStore {
  catalogue(): Promise<CatalogueEntry[]>;
  /** Extracted text of a document, as it was when it was indexed; undefined when the library does not hold it. */
  documentText(documentId: string): Promise<{ entry: CatalogueEntry; text: string } | undefined>;
  /** Runs `work` while this process is the only writer. */
  asWriter<T>(work: (writer: GuidelineWriter) => Promise<T>): Promise<T>;
  /** Best `k` passages by BM25. An empty or stop-word-only query gives none. */
  keywordSearch(query: string, k: number): Promise<StoreHit[]>;
  /** Best `k` passages by cosine similarity. */
  vectorSearch(vector: Float32Array, k: number): Promise<StoreHit[]>;
  /** The passages of a document with `from <= ordinal <= to`, in order. */
  passages(documentId: string, from: number, to: number): Promise<Passage[]>;
  /** Sees what other processes wrote. Gives a number that changes whenever the content changed. */
  refresh(): Promise<number>;
  close(): Promise<void>;
}

/** The mutating half of the store, held only inside `asWriter`. */
export interface GuidelineWriter {
  /** Replaces these documents' passages with the given ones, and only theirs. */
  put(documents: readonly IndexedDocument[]): Promise<void>;
  remove(documentIds: readonly string[]): Promise<void>;
  /** Takes over size and time of documents that are held in this version; others are passed over. */
  touch(entries: readonly CatalogueEntry[]): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
  /** Brings the indices up to date; called once after a batch of writes. */
  finish(): Promise<void>;
}
