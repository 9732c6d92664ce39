import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { throwIfCancelled, type ErrorReason } from '../../core/errors';
import { isSupported } from '../../documents/read-document';
import type { SkippedFile } from '../engine';

/** A file that can be indexed, as the disk describes it. */
export interface ScannedFile {
  /** Absolute path. */
  path: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since the epoch. */
  modified: number;
}

export interface Scan {
  /** Sorted by path. */
  files: ScannedFile[];
  skipped: SkippedFile[];
  /** Folders that are missing or could not be looked into: what the library holds of them must stay. */
  unseen: string[];
}

// Formats that a guideline may well come in, but that no reader exists for: naming them beats passing them over silently.
const documentLike = new Set([
  '.doc',
  '.rtf',
  '.odt',
  '.ppt',
  '.pptx',
  '.odp',
  '.xls',
  '.xlsx',
  '.ods',
  '.epub',
  '.pages',
  '.xps',
  '.djvu',
]);

/** True when `path` is `folder` or lies under it; by the rules of this system (on Windows, case does not count). */
export function isUnder(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** By name, links last: a folder is entered under its own name where it has one here. */
function realFirst(a: Dirent, b: Dirent): number {
  return Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()) || (a.name < b.name ? -1 : 1);
}

/**
 * Lists the files to index under these folders (a file may be named itself). Hidden entries and `node_modules` are passed
 * over; links are followed, each folder once. Throws `cancelled` only: what cannot be looked into is listed.
 */
export async function scanFolders(
  folders: readonly string[],
  options: { onFile?: (found: number) => void; signal?: AbortSignal | undefined } = {},
): Promise<Scan> {
  const files = new Map<string, ScannedFile>();
  const skipped = new Map<string, SkippedFile>();
  const unseen: string[] = [];
  const entered = new Set<string>();

  const skip = (path: string, reason: ErrorReason, message: string, advice: string): void => {
    skipped.set(path, { path, reason, message, advice });
  };

  const cannotSee = (path: string, error: unknown, named: boolean): void => {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      unseen.push(path);
      const advice = 'Check the permissions; what is indexed of it is kept.';
      skip(path, 'unreadable-file', `It cannot be opened (${code ?? 'unknown'}).`, advice);
    } else if (named) {
      // A drive that is not connected, or a typing error: no reason to forget what is indexed.
      unseen.push(path);
      skip(path, 'unreadable-file', 'It does not exist.', 'Check the path; what is indexed of it is kept.');
    } else {
      // Gone since its folder was listed, or a link that leads nowhere: a document that is no longer there.
      skip(path, 'unreadable-file', 'It leads to no file.', 'Remove the link, or restore the file.');
    }
  };

  const addFile = (path: string, { size, mtimeMs }: Stats): void => {
    if (isSupported(path)) {
      files.set(path, { path, size, modified: mtimeMs });
      options.onFile?.(files.size);
    } else if (documentLike.has(extname(path).toLowerCase())) {
      const advice = 'Save it as PDF, DOCX, HTML, Markdown or text.';
      skip(path, 'unsupported-format', `Files with the ending "${extname(path)}" are not read.`, advice);
    }
  };

  const visit = async (path: string, named: boolean): Promise<void> => {
    throwIfCancelled(options.signal);
    let entries: Dirent[];
    try {
      const info = await stat(path);
      if (!info.isDirectory()) {
        if (info.isFile()) addFile(path, info);
        return;
      }
      // A link may lead back up, or two folders may hold the same one.
      const real = await realpath(path);
      if (entered.has(real)) return;
      entered.add(real);
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      cannotSee(path, error, named);
      return;
    }
    for (const { name } of entries.sort(realFirst)) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      await visit(join(path, name), false);
    }
  };

  for (const folder of folders) await visit(resolve(folder), true);
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    skipped: [...skipped.values()],
    unseen,
  };
}
