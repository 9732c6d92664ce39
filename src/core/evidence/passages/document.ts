import type { Span } from '../../text/span';

/** File formats that a reader exists for. */
export type DocumentFormat = 'markdown' | 'text' | 'html' | 'pdf' | 'docx' | 'fhir';

/** A heading of a document; the span is that of the heading's own text inside `Document.text`. */
export interface Heading extends Span {
  /** 1 for the outermost. */
  level: number;
  title: string;
}

/** A page of a paginated document; the span covers the page's text inside `Document.text`. */
export interface Page extends Span {
  /** As printed in a viewer: the first page is 1. */
  number: number;
}

/**
 * What every reader gives. All offsets are UTF-16 code units into `text`. For Markdown and plain text, `text` is the
 * file as read (so offsets are offsets into the file); for HTML, PDF, DOCX and FHIR it is the extracted text.
 */
export interface Document {
  /** Absolute path. */
  path: string;
  title: string;
  format: DocumentFormat;
  text: string;
  headings: Heading[];
  /** Empty when the format has no pages. */
  pages: Page[];
  /** SHA-256 of the file's bytes, hex: the version that citations name. */
  version: string;
}

/** True for a source that is a FHIR record: what is quoted from it is its extracted text, as from a document of the library. */
export function isRecordFile(path: string): boolean {
  return /\.json$/i.test(path);
}
