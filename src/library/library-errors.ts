import { AttestError } from '../core/errors';

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The error for a library whose files cannot be read, after a second try on its latest version has failed too. */
export function readError(uri: string, cause: unknown): AttestError {
  if (cause instanceof AttestError) return cause;
  return new AttestError(
    'library-corrupt',
    `The library ${uri} cannot be read; a file of it is damaged or missing (${firstLine(cause)}).`,
    'Run Clear Library (or delete this folder), then index the guideline folders again; your guideline files are not touched.',
    { cause },
  );
}

/** The error for a library whose full-text index lost its files, while its passages may be whole. */
export function damagedIndexError(uri: string): AttestError {
  return new AttestError(
    'library-corrupt',
    `The full-text index of the library ${uri} is damaged.`,
    'Index the guideline folders again: that builds the index anew and costs little.',
  );
}

/** Says why a write failed. LanceDB gives texts and no codes, so the operating system's own words are looked for. */
export function writeError(uri: string, cause: unknown): AttestError {
  if (cause instanceof AttestError) return cause;
  const message = text(cause);
  const { code } = cause as NodeJS.ErrnoException;
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /Permission denied|Read-only file system|Access is denied/i.test(message)
  ) {
    return new AttestError(
      'library-read-only',
      `The library ${uri} cannot be written: this user may only read it.`,
      'Search still works. To index, ask for write permission or choose another library folder.',
      { cause },
    );
  }
  if (code === 'ENOSPC' || /No space left|not enough space|disk quota exceeded/i.test(message)) {
    return new AttestError(
      'internal',
      `The library ${uri} cannot be written: the disk is full.`,
      'Free some disk space and index again; what is already indexed is kept.',
      { cause },
    );
  }
  if (/commit conflict|concurrent/i.test(message)) return busyError(uri, cause);
  return readError(uri, cause);
}

/** The error for a library that another process is writing. */
export function busyError(uri: string, cause?: unknown): AttestError {
  return new AttestError(
    'library-busy',
    `Another window or process is writing the library ${uri}.`,
    'Wait until it has finished, then try again.',
    { cause },
  );
}

function firstLine(error: unknown): string {
  const line = /^[^\n]*/.exec(text(error))?.[0] ?? '';
  // LanceDB appends places in its own sources, which help nobody here.
  const message = line.replace(/,? \/(?:usr\/local\/cargo|rustc|root|home|Users)\/.*$/, '');
  return message.length > 200 ? `${message.slice(0, 200)}…` : message;
}
