import { Workplace } from './run-cli';

interface JsonCitation {
  document: string;
  version: string;
  section: string;
  page: number | null;
  start: number;
  end: number;
  quote: string;
}

/** A finding there. */
export interface JsonFinding {
  rule: string;
  axis: string;
  verdict: string;
  severity: string;
  start: number;
  end: number;
  text: string;
  message: string;
  expected: string | null;
  confidence: number | null;
  citations: JsonCitation[];
  fixes: { title: string; start: number; end: number; newText: string }[];
  fingerprint: string;
}

/** A note in the result of `check --format json`. */
export interface JsonNote {
  note: string;
  findings: JsonFinding[];
  scores: { faithfulness: { scored: number; notScored: number; shares: object | null } };
  seconds: number;
  sources: string[];
  ignored: number;
  notScored: string | null;
}

export const transcript =
  'Doctor: Your medicine is atorvastatin, twenty milligrams at night.\nPatient: Yes.\n';

export const wrongNote = '# Plan\n\nAtorvastatin 80 mg at night.\n';
export const rightNote = '# Plan\n\nAtorvastatin 20 mg at night.\n';

/** The folder of the test that runs. */
export let place: Workplace;

/** Makes it; for `beforeEach`. */
export async function startPlace(): Promise<void> {
  place = await Workplace.create();
}

/** Removes it; for `afterEach`. */
export const removePlace = (): Promise<void> => place.remove();

/** Writes a note beside its transcript. */
export async function visit(note = wrongNote): Promise<void> {
  await place.write('visit.transcript.txt', transcript);
  await place.write('visit.note.md', note);
}

/** What `--format json` wrote. */
export const jsonOf = (stdout: string): JsonNote[] => JSON.parse(stdout) as JsonNote[];

/** The finding about a dose. */
export const valueFinding = (note: JsonNote | undefined): JsonFinding | undefined =>
  note?.findings.find(({ rule }) => rule === 'faithfulness/dose');
