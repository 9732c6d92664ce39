import { basename, extname, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { ServerSettings } from '../protocol';
import { folderOf, pathOf } from '../files/uris';

const languages = new Set(['markdown', 'plaintext', 'text']);
const endings = new Set(['.md', '.markdown', '.txt', '.text']);

/** Which documents are notes: chosen by globs below the workspace folders, and by language. */
export interface NoteSelection {
  /** @param language the client's language id */
  isNote(uri: string, language: string): boolean;
  /** The same for a file that no editor has open: the ending stands for the language. */
  isNoteFile(path: string): boolean;
}

/**
 * The path that globs are matched against: relative to the innermost workspace folder that holds the file, else
 * whole without its root, so that globs starting with `**` fit in both cases. Forward slashes.
 */
export function pathForGlobs(path: string, folders: readonly string[]): string {
  const folder = folderOf(path, folders);
  const way = folder === undefined ? path.replace(/^(?:[a-z]:)?[\\/]+/i, '') : relative(folder, path);
  return way.split(sep).join('/');
}

/** Builds the selection; cheap to ask, so build it once per change of settings or folders. */
export function createNoteSelection(
  { noteInclude, noteExclude }: Pick<ServerSettings, 'noteInclude' | 'noteExclude'>,
  folders: readonly string[],
): NoteSelection {
  const options = { dot: true, nocase: process.platform === 'win32' };
  const included = picomatch(noteInclude, options);
  const excluded = picomatch(noteExclude, options);
  const chosen = (path: string): boolean => {
    const way = pathForGlobs(path, folders);
    return included(way) && !excluded(way);
  };
  return {
    isNote(uri, language) {
      if (!languages.has(language)) return false;
      const path = pathOf(uri);
      if (path !== undefined) return chosen(path);
      return uri.startsWith('untitled:') && included(basename(uri.slice('untitled:'.length)));
    },
    isNoteFile: (path) => endings.has(extname(path).toLowerCase()) && chosen(path),
  };
}
