import type { Dictionary } from '../core/terminology/dictionary';
import type { Terminology } from '../core/terminology/terminology';
import type { SnomedPart } from './snomed-parts';

/** How a terminology is imported. */
export interface ImportOptions {
  /** What Attest knows already; its names keep their meaning. */
  known: Terminology;
  /** A name of more words is left out: no note spells it like that. */
  words: number;
  /** Parts of SNOMED CT. */
  only: readonly SnomedPart[];
  signal?: AbortSignal;
}

/** What a terminology gave. */
export interface Imported {
  /** Its terms, its version and the terms of its licence. */
  dictionary: Dictionary;
  /** Names that were left out: known already, too long, ambiguous or ordinary words. */
  leftOut: number;
  /** What the user should know besides, one sentence each. */
  remarks: string[];
}

/** Reads a released terminology; `file` is the one that holds its names. */
export type ReadTerminology = (file: string, options: ImportOptions) => Promise<Imported>;
