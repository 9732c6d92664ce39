import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NotePair } from './note-pair';

/** One visit as it stands in the file. */
export interface WrittenVisit {
  id: string;
  /** What kind of note and visit it is, in a few words. */
  style: string;
  transcript: string;
  note: string;
}

/** The parts of the written visits; of those for tests only counts are looked at. */
export type VisitPart = 'dev' | 'test' | 'further.test' | 'mixed.test';

/** The visits written for this project: transcript and a note that is faithful to it (sets/README.md has the data card). */
export function writtenVisits(part: VisitPart): WrittenVisit[] {
  return readFileSync(resolve('test/bench/sets', `written-visits.${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WrittenVisit);
}

/** The same as notes with their sources. */
export function writtenVisitNotes(part: VisitPart): NotePair[] {
  return writtenVisits(part).map(({ id, transcript, note }) => ({ id, note, source: transcript }));
}
