import type { Citation } from './citation';

/** Citations without those that quote the same of the same document again. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (one, index) =>
      citations.findIndex((other) => other.document === one.document && other.quote === one.quote) === index,
  );
}
