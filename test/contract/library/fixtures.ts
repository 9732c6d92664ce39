import { createHash } from 'node:crypto';
import type { Passage } from '../../../src/core/evidence/passages/passage';
import type { IndexedDocument, Log } from '../../../src/core/ports';

export const profile = { model: 'test-model', dimension: 4 };

/** A log that keeps what it is told, for tests that want to see it. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const add = (line: string): void => void lines.push(line);
  return { lines, info: add, warn: add, error: add };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A unit vector near the axis `axis`, turned a little towards the next one by `turn` (0…1). */
export function vector(axis: number, turn = 0): Float32Array {
  const values = new Float32Array(profile.dimension);
  values[axis % profile.dimension] = Math.cos(turn);
  values[(axis + 1) % profile.dimension] = Math.sin(turn);
  return values;
}

/** A document with one passage per text; passage n has the vector `vector(axis, n / 10)`. */
export function makeDocument(
  path: string,
  texts: readonly string[],
  { title = 'Guideline', version = 'v1', axis = 0 } = {},
): IndexedDocument {
  const documentId = sha256(path);
  const text = texts.join('\n\n');
  let start = 0;
  const passages = texts.map((part, ordinal): Passage => {
    const passage: Passage = {
      id: `${documentId}:${ordinal}`,
      documentId,
      document: path,
      version: sha256(version),
      title,
      section: ordinal % 2 === 0 ? ['Treatment', 'First line'] : [],
      ...(ordinal % 2 === 0 ? { page: ordinal + 1 } : {}),
      ordinal,
      start,
      end: start + part.length,
      text: part,
    };
    start += part.length + 2;
    return passage;
  });
  return {
    entry: {
      documentId,
      path,
      title,
      format: 'markdown',
      version: sha256(version),
      size: 3_000_000_000,
      modified: 1_790_000_000_123.5,
      passages: passages.length,
    },
    text,
    passages,
    vectors: texts.map((_, at) => vector(axis, at / 10)),
  };
}
