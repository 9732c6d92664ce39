import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AttestError } from '../core/errors';

/** Where a library is: a folder of this machine, or a URI that LanceDB opens itself. */
export type LibraryLocation = { kind: 'folder'; uri: string } | { kind: 'remote'; uri: string };

/** Reads a `--library` or a setting: a path, a `file:` URI, or any other URI (a Windows drive letter is not a scheme). */
export function libraryLocation(library: string): LibraryLocation {
  if (library.startsWith('file:')) return { kind: 'folder', uri: fileURLToPath(library) };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(library)) return { kind: 'remote', uri: library };
  return { kind: 'folder', uri: resolve(library) };
}

/** True for a library whose text and searches stay on this machine. */
export function isOnThisMachine(library: string): boolean {
  return libraryLocation(library).kind === 'folder';
}

/**
 * True when there is something to open. A remote place is always asked.
 * Throws `invalid-input` when the place is a file, `unreadable-file` when the folder may not be read.
 */
export async function libraryExists({ kind, uri }: LibraryLocation): Promise<boolean> {
  if (kind === 'remote') return true;
  try {
    await readdir(uri);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code === 'ENOTDIR') throw notAFolder(uri, error);
    throw new AttestError(
      'unreadable-file',
      `The library folder ${uri} cannot be read.`,
      'Ask for read permission on this folder, or choose another library folder.',
      { cause: error },
    );
  }
}

/** The error for a library setting that names a file. */
export function notAFolder(uri: string, cause: unknown): AttestError {
  return new AttestError(
    'invalid-input',
    `The library ${uri} is a file, not a folder.`,
    'Give a folder for the library; it is created when it does not exist.',
    { cause },
  );
}

/** Tells a table from one of the same name that was made later, since version numbers start again: '' where unknown. */
export async function tableIdentity({ kind, uri }: LibraryLocation, table: string): Promise<string> {
  if (kind === 'remote') return '';
  const { ino, birthtimeMs } = await stat(join(uri, `${table}.lance`));
  return `${ino}.${birthtimeMs}`;
}
