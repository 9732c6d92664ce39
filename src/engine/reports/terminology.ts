import type { SnomedPart } from '../../terminologies/snomed-parts';
import type { NoteProblem } from './note';

/** A dictionary that is in use. */
export interface UsedDictionary {
  /** Absolute path. */
  file: string;
  title: string;
  version: string;
  licence: string;
  names: number;
}

/** What became of the user's dictionary files. */
export interface TerminologyReport {
  dictionaries: UsedDictionary[];
  /** Files that are left out, with the reasons. */
  problems: (NoteProblem & { file: string })[];
}

export type TerminologyKind = 'rxnorm' | 'hpo' | 'snomed';

export interface ImportTerminologyRequest {
  kind: TerminologyKind;
  /** The file that holds the names, or a folder that holds it on whatever depth. Absolute. */
  path: string;
  /** The dictionary file to write. Absolute. */
  out: string;
  /** A name of more words is left out. */
  words?: number;
  /** Parts of SNOMED CT. */
  only?: readonly SnomedPart[];
}

export interface ImportTerminologyReport {
  out: string;
  title: string;
  version: string;
  licence: string;
  names: number;
  /** Names that were left out: known already, too long, ambiguous, or ordinary words. */
  leftOut: number;
  /** What the user should know besides. */
  remarks: string[];
}
