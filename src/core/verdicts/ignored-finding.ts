import type { RuleCode } from './finding';

/** An entry of the workspace's ignore list. */
export interface IgnoredFinding {
  fingerprint: string;
  rule: RuleCode;
  /** Path of the note, relative to the folder that holds the list, with forward slashes. */
  note: string;
  reason: string;
  /** ISO 8601 date. */
  date: string;
}
