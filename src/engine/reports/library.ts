import type { ErrorReason } from '../../core/errors';
import type { CatalogueEntry } from '../../core/ports';

export interface IndexProgress {
  phase: 'scanning' | 'reading' | 'finishing';
  done: number;
  total: number;
  /** Estimate, once there is something to estimate from. */
  secondsLeft?: number;
}

export interface SkippedFile {
  path: string;
  reason: ErrorReason;
  message: string;
  advice: string;
}

/** The result of indexing. `documents` and `passages` are what the library holds now. */
export interface IndexReport {
  documents: number;
  passages: number;
  /** Files that were already indexed in this version. */
  unchanged: number;
  indexed: number;
  removed: number;
  skipped: SkippedFile[];
  seconds: number;
}

export interface LibraryStatus {
  documents: CatalogueEntry[];
  passages: number;
}
