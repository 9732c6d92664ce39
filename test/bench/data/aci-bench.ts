import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dataFolder } from './data-folder';
import type { NotePair } from './note-pair';

/** The notes of one split of ACI-Bench (Yim et al., Sci Data 2023; CC BY 4.0). */
export function aciBenchNotes(split: 'train' | 'valid'): NotePair[] {
  const file = readFileSync(join(dataFolder(), 'aci-bench', `${split}.csv`), 'utf8');
  const rows = parse<{ encounter_id: string; dialogue: string; note: string }>(file, { columns: true });
  return rows.map((row) => ({ id: row.encounter_id, note: row.note, source: row.dialogue }));
}
