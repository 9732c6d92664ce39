import type { Passage } from '../../src/core/evidence/passages/passage';
import { textHash } from '../../src/core/verdicts/suppression';

/** A passage that is a whole document of its own. */
export function libraryPassage(text: string, document = '/g/guideline.md', title = 'Guideline'): Passage {
  const documentId = textHash(document);
  return {
    id: `${documentId}:0`,
    documentId,
    document,
    version: textHash(text),
    title,
    section: [],
    ordinal: 0,
    text,
    start: 0,
    end: text.length,
  };
}
