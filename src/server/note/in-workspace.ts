import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { throwIfCancelled } from '../../core/errors';
import type { NoteSelection } from './selection';

// Never notes, and large. Links are not followed, so there is no way round in circles.
const skipped = new Set(['.git', 'node_modules', '.attest']);

/**
 * The files of the workspace folders that are notes, sorted. Folders that cannot be read are passed over.
 * @throws AttestError `cancelled`
 */
export async function findNotes(
  folders: readonly string[],
  selection: Pick<NoteSelection, 'isNoteFile'>,
  signal?: AbortSignal,
): Promise<string[]> {
  const notes = new Set<string>();
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    throwIfCancelled(signal);
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) waiting.push(path);
      else if (entry.isFile() && selection.isNoteFile(path)) notes.add(path);
    }
  }
  return [...notes].sort();
}
