import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dataFolder } from './data-folder';
import type { NotePair } from './note-pair';

/** Rows before this one are for development, the others are held out. */
export const firstHeldOutRow = 800;

interface Row {
  ID: string;
  section_header: string;
  section_text: string;
  dialogue: string;
}

function rows(): Row[] {
  const file = readFileSync(join(dataFolder(), 'mts-dialog', 'train.csv'), 'utf8');
  return parse<Row>(file, { columns: true });
}

/**
 * The section notes of MTS-Dialog's training file, each with its dialogue (Ben Abacha et al., EACL 2023; CC BY 4.0).
 * Rows 0–799 are for development, the rest is held out.
 */
export function mtsDialogNotes(): NotePair[] {
  return rows().map((row) => ({ id: row.ID, note: row.section_text, source: row.dialogue }));
}

// The set's names of sections, as notes spell them.
const headings: Record<string, string | undefined> = {
  'FAM/SOCHX': 'FAMILY AND SOCIAL HISTORY',
  GENHX: 'HISTORY OF PRESENT ILLNESS',
  PASTMEDICALHX: 'PAST MEDICAL HISTORY',
  PASTSURGICAL: 'PAST SURGICAL HISTORY',
  CC: 'CHIEF COMPLAINT',
  ALLERGY: 'ALLERGIES',
  ROS: 'REVIEW OF SYSTEMS',
  EDCOURSE: 'EMERGENCY DEPARTMENT COURSE',
  GYNHX: 'GYNECOLOGIC HISTORY',
  OTHER_HISTORY: 'OTHER HISTORY',
  LABS: 'LABORATORY RESULTS',
};

/** Some rows as notes of one section under its heading; `to` is not among them. */
export function mtsSectionNotes(from: number, to: number): NotePair[] {
  return rows()
    .filter(({ ID }) => Number(ID) >= from && Number(ID) < to)
    .map((row) => ({
      id: `MTS${row.ID}`,
      note: `${headings[row.section_header] ?? row.section_header}\n\n${row.section_text}`,
      source: row.dialogue,
    }));
}
