import { aciBenchNotes } from './aci-bench';
import { firstHeldOutRow, mtsSectionNotes } from './mts-dialog';
import type { NotePair } from './note-pair';
import { primock57Notes } from './primock57';
import { UsageError } from '../measure/usage-error';
import { writtenVisitNotes } from './written-visits';

/** Some notes assumed faithful, with their sources. */
export interface NoteSet {
  name: string;
  /** Held out: rules were not written by looking at it, so only counts of it are shown. */
  heldOut: boolean;
  notes: () => NotePair[];
}

/** The sets that errors are planted into. */
export const noteSets: readonly NoteSet[] = [
  { name: 'aci-train', heldOut: false, notes: () => aciBenchNotes('train') },
  { name: 'aci-valid', heldOut: true, notes: () => aciBenchNotes('valid') },
  { name: 'primock57-dev', heldOut: false, notes: () => primock57Notes([1, 2]) },
  { name: 'primock57-heldout', heldOut: true, notes: () => primock57Notes([3]) },
  { name: 'mts-dev', heldOut: false, notes: () => mtsSectionNotes(0, firstHeldOutRow) },
  { name: 'mts-heldout', heldOut: true, notes: () => mtsSectionNotes(firstHeldOutRow, Infinity) },
  { name: 'written-visits', heldOut: false, notes: () => writtenVisitNotes('dev') },
  { name: 'written-visits-heldout', heldOut: true, notes: () => writtenVisitNotes('test') },
  { name: 'written-visits-further', heldOut: true, notes: () => writtenVisitNotes('further.test') },
  { name: 'written-visits-mixed', heldOut: true, notes: () => writtenVisitNotes('mixed.test') },
];

/**
 * The sets of a list of names ("aci-train,mts-dev", or "all").
 * @throws UsageError that names the sets there are
 */
export function noteSetsNamed(names: string): NoteSet[] {
  if (names === 'all') return [...noteSets];
  return names.split(',').map((name) => {
    const found = noteSets.find((set) => set.name === name);
    if (!found)
      throw new UsageError(
        `No set is called ${name}. There are: ${noteSets.map((set) => set.name).join(', ')}.`,
      );
    return found;
  });
}
