import type { Position } from '../../core/text/line-index';
import type { FactCheckReport } from '../engine';

/** Where a text begins in its file: UTF-16 code units from 0, line and column from 1. */
export interface TextPlace extends Position {
  offset: number;
}

/** A fact-check with what it was of. */
export interface FactCheckExport {
  report: FactCheckReport;
  /** What was checked: a file's path or name, "selection". */
  name: string;
  /** The text that was checked, for lines and columns. */
  text?: string;
  /** Where that begins in the named file, for a selection; absent: at its start. */
  from?: TextPlace;
}
