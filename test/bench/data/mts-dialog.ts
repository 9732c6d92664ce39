import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { NotePair } from './aci-bench';
import { dataFolder } from './data-folder';

/**
 * The section notes of MTS-Dialog's training file, each with its dialogue (Ben Abacha et al., EACL 2023; CC BY 4.0).
 * Rows 0–799 are for development, the rest is held out.
 */
export function mtsDialogNotes(): NotePair[] {
  const file = readFileSync(join(dataFolder(), 'mts-dialog', 'train.csv'), 'utf8');
  const rows = parse<{ ID: string; section_text: string; dialogue: string }>(file, { columns: true });
  return rows.map((row) => ({ id: row.ID, note: row.section_text, source: row.dialogue }));
}
