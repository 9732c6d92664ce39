import { AttestError } from '../../core/errors';
import type { Embedder, GuidelineStore, Log } from '../../core/ports';
import { isOnThisMachine, libraryExists, libraryLocation } from '../../library/library-location';

export interface StoreChoice {
  /** A library that is not there is an error. */
  mustExist: boolean;
  /** Nothing may leave this machine, nor be fetched from another. */
  isLocked: boolean;
  /** Of the embedder that makes the vectors. */
  profile: Embedder['profile'];
  log: Log;
}

/**
 * Opens the library that is chosen; LanceDB, with its native code, is loaded here.
 * @param library folder path or URI; undefined where none is chosen
 * @throws AttestError `library-missing` where there is none, it may not be used or it has to exist and does not;
 * `invalid-input` or `unreadable-file` where its place is none
 */
export async function openStore(
  library: string | undefined,
  { mustExist, isLocked, profile, log }: StoreChoice,
): Promise<GuidelineStore> {
  if (library === undefined) {
    throw new AttestError(
      'library-missing',
      'No guideline library is set.',
      'Name its folder with --library, or in the setting attest.library.location.',
    );
  }
  if (isLocked && !isOnThisMachine(library)) {
    throw new AttestError(
      'library-missing',
      'The library lies on another machine, and Attest is locked offline.',
      'Choose a folder in attest.library.location; attest.privacy.offlineOnly or the administrator’s policy locks it.',
    );
  }
  if (mustExist && !(await libraryExists(libraryLocation(library)))) {
    throw new AttestError(
      'library-missing',
      `The library ${library} does not exist.`,
      `Check the path, or fill it first: attest index FOLDER --library ${library}`,
    );
  }
  const { createLanceStore } = await import('../../library/lance-store');
  return createLanceStore({ library, profile, log });
}
