import { basename, isAbsolute, normalize, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The absolute path of a file URI; undefined for every other URI (untitled, remote, malformed). */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // A host on POSIX, or a stray % sign: no file of this machine.
  }
}

/** The file URI of an absolute path. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** One key per file whatever way its path is written; on Windows letter case does not tell files apart. */
export function pathKey(path: string): string {
  const normal = normalize(path);
  return process.platform === 'win32' ? normal.toLowerCase() : normal;
}

/** One key per document whatever way its URI is encoded. */
export function documentKey(uri: string): string {
  const path = pathOf(uri);
  return path === undefined ? uri : pathKey(path);
}

/** The innermost of the folders that holds the path, on whatever depth; undefined when none does. */
export function folderOf(path: string, folders: readonly string[]): string | undefined {
  const holding = folders.filter((folder) => {
    const way = relative(folder, path);
    return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
  });
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** The file name in a URI, for messages. */
export function nameOf(uri: string): string {
  return basename(pathOf(uri) ?? uri);
}
