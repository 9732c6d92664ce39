import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { VerifierLabel } from '../../../src/core/verdicts/abstention';
import { noteSetsNamed } from './note-sets';

/**
 * `dev` may be read while rules are written; of `test` (other visits and writers) and `dialogues` (ACI-Bench, MTS-Dialog and
 * PriMock57) counts alone are looked at.
 */
export const statementSets = ['dev', 'test', 'dialogues'] as const;

/** Statements of one writer about one visit, as they stand in the file (sets/README.md has the data card). */
export interface StatementRecord {
  /** The note set that the visit is of. */
  set: string;
  visit: string;
  writer: number;
  /** Text, label (`s`, `c` or `n`), kind, and the turns that show it, from 1. */
  statements: [text: string, label: string, kind: string, turns: string][];
}

/** A statement that somebody wrote about a visit, and what is true of it. */
export interface WrittenStatement {
  id: string;
  text: string;
  label: VerifierLabel;
  kind: string;
  /** The turns of the source that show it, from 0; none where nothing does. */
  turns: number[];
  source: string;
}

const labels: Record<string, VerifierLabel> = { s: 'supported', c: 'contradicted', n: 'not-addressed' };

/** The records of a set. */
export function statementRecords(name: (typeof statementSets)[number]): StatementRecord[] {
  const file = name === 'dialogues' ? 'dialogues.test' : name;
  return readFileSync(resolve('test/bench/sets', `written-statements.${file}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StatementRecord);
}

/**
 * The statements of a set with their sources.
 * @throws Error for a visit that its note set does not hold, and for a label that there is not
 */
export function writtenStatements(name: (typeof statementSets)[number]): WrittenStatement[] {
  const records = statementRecords(name);
  const sources = new Map(
    noteSetsNamed([...new Set(records.map(({ set }) => set))].join(',')).flatMap((set) =>
      set.notes().map(({ id, source }) => [`${set.name} ${id}`, source] as const),
    ),
  );
  return records.flatMap(({ set, visit, writer, statements }) =>
    statements.map(([text, short, kind, shown], at) => {
      const [source, label] = [sources.get(`${set} ${visit}`), labels[short]];
      if (source === undefined || !label) throw new Error(`${set} ${visit}, ${at}: no such visit or label`);
      return { id: `${visit}.${writer}.${at}`, text, label, kind, turns: turnsOf(shown), source };
    }),
  );
}

/** "3,5-7" as numbers from 0. */
function turnsOf(shown: string): number[] {
  return shown
    .split(',')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, step) => first + step - 1);
    });
}
