import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Dictionary } from '../../../src/core/terminology/dictionary';
import { readDictionary } from '../../../src/core/terminology/read-dictionary';
import type {
  ImportTerminologyReport,
  ImportTerminologyRequest,
  TerminologyKind,
} from '../../../src/engine/engine';
import { importTerminology } from '../../../src/engine/terminology/import';

// Every row is invented, in the form of the releases; no content of theirs is here.

/** The folder of the test that runs. */
export let root: string;

/** Makes the folder of one test; for `beforeEach`. */
export function startRelease(): void {
  root = mkdtempSync(join(tmpdir(), 'attest-terms-'));
}

/** Removes it; for `afterEach`. */
export function removeRelease(): void {
  rmSync(root, { recursive: true });
}

/** Writes a file of lines into the folder of the test. Gives its path. */
export function put(name: string, lines: readonly string[]): string {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
}

/** Imports what stands in `release`, and reads the dictionary that is made of it. */
export async function imported(
  kind: TerminologyKind,
  more: Partial<ImportTerminologyRequest> = {},
): Promise<{ report: ImportTerminologyReport; dictionary: Dictionary }> {
  const out = join(root, 'made', `${kind}.json`);
  const report = await importTerminology({ kind, path: join(root, 'release'), out, ...more });
  const read = readDictionary(readFileSync(out, 'utf8'), 'made.json');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { report, dictionary: read.dictionary };
}

/** Why it failed. */
export const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { reason?: string }) => error.reason ?? error,
  );

/** A release of HPO. */
export const obo = [
  'format-version: 1.2',
  'data-version: test/2026-01-01',
  '',
  '[Term]',
  'id: HP:0000118',
  'name: Top of the test',
  '',
  '[Term]',
  'id: HP:9000001',
  'name: Glimmering elbow',
  'synonym: "Elbow that glimmers" EXACT layperson [ORCID:0]',
  'synonym: "Glimmer of a \\"bright\\" kind" EXACT []',
  'synonym: "Bright joint" BROAD []',
  'is_a: HP:0000118 ! Top of the test',
  '',
  '[Term]',
  'id: HP:9000002',
  'name: Shortness of breath',
  'synonym: "Breath hunger of the test" EXACT []',
  'is_a: HP:9000001',
  '',
  '[Term]',
  'id: HP:9000003',
  'name: Retired glimmer',
  'is_a: HP:0000118',
  'is_obsolete: true',
  '',
  '[Term]',
  'id: HP:9000004',
  'name: Inherited somehow',
  'is_a: HP:0000005',
  '',
  '[Typedef]',
  'id: part_of',
  'name: part of',
];
