import type { Document } from '../core/evidence/passages/document';

/**
 * What a reader takes out of the bytes of one file; `readDocument` adds path, format, version and a title where the
 * file names none.
 */
export interface Extraction {
  title?: string;
  text: string;
  headings: Document['headings'];
  /** Empty when the format has no pages. */
  pages: Document['pages'];
}

/**
 * Takes the text out of a file's bytes. Gives undefined where they are of no format that its reader knows. Throws
 * AttestError when it cannot, with the reason and what to do.
 */
export type Extractor = (
  bytes: Uint8Array,
  signal?: AbortSignal,
) => Promise<Extraction | undefined> | Extraction;
