import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { VerifierLabel } from '../../../src/core/verdicts/abstention';
import { UsageError } from '../measure/usage-error';
import { dataFolder } from './data-folder';

/** A claim beside its evidence, with the label that people gave it. */
export interface LabelledPair {
  evidence: string;
  claim: string;
  label: VerifierLabel;
  /** What sort of pair it is, where the set says so. */
  kind?: string;
}

const labels: Record<string, VerifierLabel> = {
  entailment: 'supported',
  supports: 'supported',
  support: 'supported',
  supported: 'supported',
  contradiction: 'contradicted',
  refutes: 'contradicted',
  contradict: 'contradicted',
  contradicted: 'contradicted',
  neutral: 'not-addressed',
  'not-addressed': 'not-addressed',
};

/** The label by any of the names that the sets have for it; undefined when it is none. */
export function labelNamed(name: string): VerifierLabel | undefined {
  return labels[name.toLowerCase()];
}

function csv<T>(...path: string[]): T[] {
  return parse<T>(readFileSync(join(dataFolder(), ...path), 'utf8'), { columns: true });
}

/** HealthVer dev (Sarrouti et al., Findings of EMNLP 2021). */
export function healthVer(): LabelledPair[] {
  return csv<{ evidence: string; claim: string; label: string }>('healthver', 'dev.csv').flatMap((row) => {
    const label = labelNamed(row.label);
    return label ? [{ evidence: row.evidence, claim: row.claim, label }] : [];
  });
}

/** MultiNLI dev, the part that is never trained on and that figures are of: every fourth row, from the first. */
export function multiNliHeld(): LabelledPair[] {
  return multiNli((index) => index % 4 === 0);
}

/** Another part of MultiNLI dev that is never trained on, for development: the second row of every twenty. */
export function multiNliDev(): LabelledPair[] {
  return multiNli((index) => index % 20 === 1);
}

function multiNli(isWanted: (index: number) => boolean): LabelledPair[] {
  return csv<{ premise: string; hypothesis: string; label: string }>('nli', 'mnli.csv').flatMap(
    (row, index) => {
      const label = labelNamed(row.label);
      return label && isWanted(index) ? [{ evidence: row.premise, claim: row.hypothesis, label }] : [];
    },
  );
}

/** The project's own clinical pairs, written before anything was trained. Only counts of them are looked at. */
export function clinicalPairs(): LabelledPair[] {
  const file = join(process.cwd(), 'test/bench/sets/clinical-pairs.test.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { premise, claim, label, kind } = JSON.parse(line) as Record<string, string>;
      const named = labelNamed(label ?? '');
      return named
        ? [{ evidence: premise ?? '', claim: claim ?? '', label: named, ...(kind && { kind }) }]
        : [];
    });
}

const writtenLabels: Record<string, VerifierLabel> = {
  s: 'supported',
  c: 'contradicted',
  n: 'not-addressed',
};

/** The pairs that were written for training: where rules for claims are developed. */
export function writtenPairs(): LabelledPair[] {
  return pairsIn('written', () => true);
}

/** Every so many evidences of a file are kept from training (training/verifier/mixes.py). */
const keptStep = 12;

/**
 * What training keeps of the written pairs, clinical and everyday: what a calibration may be fitted on.
 * @param unseen names of files that the weights were not trained on at all, which count whole
 * @throws UsageError for a name that no file has
 */
export function keptPairs(unseen: readonly string[] = []): LabelledPair[] {
  const folders = ['written', 'everyday'];
  const names = folders.flatMap((folder) => readdirSync(trainingFolder(folder)));
  const unknown = unseen.find((name) => !names.includes(`${name}.jsonl`));
  if (unknown !== undefined) throw new UsageError(`No file of written pairs is called ${unknown}.`);
  return folders.flatMap((folder) =>
    pairsIn(folder, (index, file) => index % keptStep === 0 || unseen.includes(basename(file, '.jsonl'))),
  );
}

/** A file of pairs of writers none of whose pairs is trained on. Only counts of them are looked at. */
export function heldPairs(file: 'claims' | 'clinical'): LabelledPair[] {
  return pairsIn('held', (_, name) => name === `${file}.jsonl`);
}

function trainingFolder(name: string): string {
  return join(process.cwd(), 'training/data', name);
}

/** The written pairs of a folder whose evidence, by its place in its file, is wanted. */
function pairsIn(folder: string, isWanted: (index: number, file: string) => boolean): LabelledPair[] {
  const path = trainingFolder(folder);
  return readdirSync(path)
    .sort()
    .flatMap((file) =>
      readFileSync(join(path, file), 'utf8')
        .split('\n')
        .filter((line, index) => line.trim() !== '' && isWanted(index, file)),
    )
    .flatMap((line) => {
      const row = JSON.parse(line) as { premise: string; claims: [string, string, string][] };
      return row.claims.flatMap(([claim, label, kind]) => {
        const named = writtenLabels[label];
        return named ? [{ evidence: row.premise, claim, label: named, kind }] : [];
      });
    });
}

/** A question of MedHallu with its knowledge and a true and a hallucinated answer (Pandit et al., 2025). */
export interface HallucinationPair {
  knowledge: string;
  right: string;
  wrong: string;
}

/** MedHallu dev. */
export function medHallu(): HallucinationPair[] {
  const file = readFileSync(join(dataFolder(), 'medhallu', 'dev.jsonl'), 'utf8');
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as Record<string, string>;
      return {
        knowledge: listOfStrings(row['Knowledge'] ?? '').join(' '),
        right: row['Ground Truth'] ?? '',
        wrong: row['Hallucinated Answer'] ?? '',
      };
    });
}

/** Reads NumPy's way of printing a list of strings: quoted pieces, with no comma between them. */
export function listOfStrings(printed: string): string[] {
  const pieces = [...printed.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)];
  return pieces.map(([, one, two]) => (one ?? two ?? '').replace(/\\(['"\\])/g, '$1'));
}
