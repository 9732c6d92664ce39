import { NoteChecker } from '../../../src/engine/note/check';
import { SourceReader } from '../../../src/engine/note/source-reader';
import { aciBenchNotes } from '../data/aci-bench';
import { quantile } from './statistics';

/** Milliseconds for one note against one source. */
export interface CheckingSpeed {
  noteWords: number;
  sourceWords: number;
  statements: number;
  /** The very first check of a fresh process. */
  cold: number;
  /** First check of a note and source that were never seen, in a process that has checked before (median). */
  first: number;
  /** After one sentence changed (median). */
  changed: number;
}

const wantedNoteWords = 900;
const wantedSourceWords = 3000;
const rounds = 9;

const words = (text: string): number => text.split(/\s+/).length;

/** Real visits one after the other, cut at the end of the line that reaches the wanted number of words. */
function firstWords(texts: readonly string[], wanted: number): string {
  let count = 0;
  const lines = texts.flatMap((text) => text.split('\n'));
  const end = lines.findIndex((line) => (count += line === '' ? 0 : words(line)) >= wanted);
  return lines.slice(0, end + 1).join('\n');
}

/** Times the checking of a two-page note against a 3,000-word transcript. Call it first in a fresh process. */
export async function measureChecking(): Promise<CheckingSpeed> {
  const visits = aciBenchNotes('valid');
  const note = firstWords(
    visits.map((visit) => visit.note),
    wantedNoteWords,
  );
  const source = firstWords(
    visits.map((visit) => visit.source),
    wantedSourceWords,
  );
  const check = async (checker: NoteChecker, text: string): Promise<[number, number]> => {
    const started = performance.now();
    const report = await checker.check({
      note: 'two-page.note.md',
      text,
      sources: [{ document: 'visit.transcript.txt', text: source }],
    });
    return [performance.now() - started, report.statements.length];
  };
  const [cold, statements] = await check(new NoteChecker(new SourceReader()), note);
  const first: number[] = [];
  const changed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const checker = new NoteChecker(new SourceReader());
    first.push((await check(checker, note))[0]);
    changed.push((await check(checker, note.replace(/\.\n/, ` in round ${round}.\n`)))[0]);
  }
  return {
    noteWords: words(note),
    sourceWords: words(source),
    statements,
    cold,
    first: quantile(first, 0.5),
    changed: quantile(changed, 0.5),
  };
}
