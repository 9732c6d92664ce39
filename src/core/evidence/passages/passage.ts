import type { Span } from '../../text/span';

/** A piece of a library document, about 1,000 characters, never across a heading. The span points into the document's text. */
export interface Passage extends Span {
  /** `<documentId>:<ordinal>`. */
  id: string;
  /** SHA-256 of the document's path, hex: safe in filters whatever the path holds. */
  documentId: string;
  /** Absolute path of the document. */
  document: string;
  /** SHA-256 of the document's bytes, hex. */
  version: string;
  title: string;
  /** Heading path from the outermost heading inward; empty before the first heading. */
  section: string[];
  /** Page on which the passage starts, where the format has pages. */
  page?: number;
  /** Position of the passage in its document, from 0. */
  ordinal: number;
  text: string;
}

/** A passage with its place in a result list. */
export interface PassageHit {
  passage: Passage;
  /** 1 for the best. */
  rank: number;
  /** Fused score; comparable inside one result list only. */
  score: number;
  /** Cosine similarity between query and passage (−1…1), where vectors were searched. */
  similarity?: number;
}
