import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { verify } from '../../src/engine/claims/verify';
import { dataFolder } from './data/data-folder';

type Label = 'supported' | 'contradicted' | 'notAddressed';
interface Pair {
  evidence: string;
  claim: string;
  label: Label;
}

const labels: Record<string, Label> = {
  entailment: 'supported',
  supports: 'supported',
  support: 'supported',
  contradiction: 'contradicted',
  refutes: 'contradicted',
  contradict: 'contradicted',
  neutral: 'notAddressed',
};

function labelOf(name: string): Label | undefined {
  return labels[name.toLowerCase()];
}

function nli(file: string): Pair[] {
  const text = gunzipSync(readFileSync(join(dataFolder(), 'nli', file))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const row = JSON.parse(line) as { premise: string; hypothesis: string; label: string };
      const label = labelOf(row.label);
      return label ? [{ evidence: row.premise, claim: row.hypothesis, label }] : [];
    });
}

function healthver(): Pair[] {
  const rows = parse<{
    evidence: string;
    claim: string;
    label: string;
  }>(readFileSync(join(dataFolder(), 'healthver', 'dev.csv'), 'utf8'), { columns: true });
  return rows.flatMap((row) => {
    const label = labelOf(row.label);
    return label ? [{ evidence: row.evidence, claim: row.claim, label }] : [];
  });
}

const sets: [name: string, load: () => Pair[]][] = [
  ['HealthVer dev', healthver],
  ['VitaminC real', () => nli('vitaminc_real.jsonl.gz').slice(0, 8000)],
  ['CheckCOVID', () => nli('checkcovid.jsonl.gz')],
  ['CAD-SNLI', () => nli('cad_snli.jsonl.gz').slice(0, 5000)],
  ['ConjNLI', () => nli('conjnli.jsonl.gz').slice(0, 5000)],
  ['Evidence inference', () => nli('evidence_inference_templated.jsonl.gz').slice(0, 5000)],
  ['med-monotonicity', () => nli('med_monotonicity.jsonl.gz')],
];

/** The sets that the shipped probabilities come from: labelled three ways, and licensed for it. */
const calibration = ['VitaminC real', 'CheckCOVID', 'CAD-SNLI', 'ConjNLI'];

type Counts = Map<string, Record<Label, number>>;

function add(counts: Counts, verdict: string, label: Label, count = 1): void {
  const row = counts.get(verdict) ?? { supported: 0, contradicted: 0, notAddressed: 0 };
  row[label] += count;
  counts.set(verdict, row);
}

function printRows(name: string, counts: Counts, format: (count: number, total: number) => string): void {
  for (const [verdict, row] of counts) {
    const n = row.supported + row.contradicted + row.notAddressed;
    const cells = [row.supported, row.contradicted, row.notAddressed].map((count) => format(count, n));
    console.log(`| ${name} | ${verdict} | ${n} | ${cells.join(' | ')} |`);
  }
}

/** Compares the offline verdicts with the labels of public claim-and-evidence pairs, per verdict. */
export async function run(): Promise<void> {
  console.log('\n| set | verdict | n | supported | contradicted | not addressed |');
  console.log('|---|---|---:|---:|---:|---:|');
  const pooled: Counts = new Map();
  for (const [name, load] of sets) {
    const counts: Counts = new Map();
    for (const { evidence, claim, label } of load()) {
      const { verdict } = await verify(evidence, claim);
      add(counts, verdict, label);
      if (calibration.includes(name)) add(pooled, verdict, label);
    }
    printRows(name, counts, String);
  }
  printRows('**pooled for calibration**', pooled, (count, total) => (count / total).toFixed(3));
}
