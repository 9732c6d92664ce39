import type { Span } from '../../text/span';

/**
 * Evidence that a reader can open: the quote occurs verbatim in the cited text at the span.
 * For `kind: 'source'` the span points into the source file as read; for `'library'` into the document's extracted text;
 * for `'note'` into the note that is checked, which then disagrees with itself.
 */
export interface Citation extends Span {
  kind: 'source' | 'library' | 'note';
  /** Absolute path of the cited document, or the name it was given by where it has no file. */
  document: string;
  title: string;
  /** SHA-256 of the cited document's bytes (or text, where it has no file), hex. */
  version: string;
  /** Heading path, outermost first; for a transcript empty. */
  section: string[];
  page?: number;
  quote: string;
}
