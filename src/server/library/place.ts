import { access } from 'node:fs/promises';
import { pathOf } from '../files/uris';

/**
 * True when there may be an indexed library. Without one nothing asks the engine for it, so that its native code is never
 * loaded for people who only compare notes with sources.
 * @param library folder, or any URI that LanceDB opens; empty: none is set
 */
export async function libraryMayExist(library: string): Promise<boolean> {
  if (library === '') return false;
  const path = pathOf(library) ?? library;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return true; // On a server, which is asked.
  return access(path).then(
    () => true,
    () => false,
  );
}
