import { readFileSync } from 'node:fs';
import { resultsOf } from '../../check-in';

/** A source, and a statement that it bears out or not. */
export interface Pair {
  phenomenon: string;
  source: string;
  statement: string;
}

/** The pairs of a JSON Lines file; a line each. */
export function pairsOf(file: URL): Pair[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Pair);
}

/** True where all of the statement is called supported. */
export function isSupported({ source, statement }: Pair): boolean {
  return resultsOf(statement, [source]).every(({ verdict }) => verdict === 'supported');
}
