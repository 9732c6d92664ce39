import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { AttestError } from '../core/errors';

/** Larger files are not read: a guideline is text, and a file of this size holds something else. Bytes. */
export const maxFileSize = 64 * 1024 * 1024;

function unreadable(error: unknown): AttestError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  return new AttestError(
    'unreadable-file',
    missing ? 'The file does not exist.' : `The file cannot be opened (${code}).`,
    missing
      ? 'Check the path and the spelling of the name.'
      : 'Check that you may read the file and that no other program holds it.',
    { cause: error },
  );
}

function tooLarge(size: number): AttestError {
  return new AttestError(
    'too-large',
    `The file has ${Math.ceil(size / 1024 / 1024)} MB; at most ${maxFileSize / 1024 / 1024} MB are read.`,
    'Split the file into parts, or save it without its images.',
  );
}

/** A file's bytes and their SHA-256 (hex), which is the version that citations name. */
export interface FileBytes {
  bytes: Uint8Array;
  version: string;
}

/**
 * Reads a file whole. Its size is looked at first, so that a file that is too large costs nothing.
 * @throws AttestError `unreadable-file`, `too-large`, `empty`
 */
export async function readFileBytes(path: string, signal?: AbortSignal): Promise<FileBytes> {
  const info = await stat(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  // A pipe or a device would block or never end.
  if (!info.isFile()) {
    throw new AttestError(
      'unreadable-file',
      'This is not a file.',
      'Name a file, or index the folder that holds it.',
    );
  }
  if (info.size > maxFileSize) throw tooLarge(info.size);
  const bytes = await readFile(path, { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw new AttestError('cancelled', 'Cancelled.', 'Run the command again to resume.');
    throw unreadable(error);
  });
  if (bytes.length > maxFileSize) throw tooLarge(bytes.length);
  if (bytes.length === 0) {
    throw new AttestError('empty', 'The file is empty.', 'Save the document again, or remove the file.');
  }
  return { bytes, version: createHash('sha256').update(bytes).digest('hex') };
}
