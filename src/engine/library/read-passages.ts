import type { PassageEvidence } from '../../core/checks/check';
import { passageEvidence } from '../../core/checks/passage-evidence';
import type { Passage } from '../../core/evidence/passages/passage';
import { once, oncePer } from '../../core/once';
import type { LibraryAccess } from './gather-evidence';

/**
 * Reads the typed facts of a library's passages, each passage once for as long as the library is open: the rounds of a search, and
 * the claims of a text, find the same ones, and the store gives them as new objects each time.
 */
export const readPassage = oncePer((library: LibraryAccess) =>
  once(
    ({ id, version }: Passage) => `${id} ${version}`,
    (passage): PassageEvidence => passageEvidence(passage, library.terminology),
  ),
);
