import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { leanBy } from '../../src/core/claims/typed-lean';
import { typedSigns, type TypedLean, type TypedSign } from '../../src/core/claims/typed-sign';
import { signsOf } from '../../src/core/claims/typed-signs';
import { SourceIndex } from '../../src/core/evidence/source/source-index';
import { extractFacts } from '../../src/core/facts/extract';
import type { Verifier } from '../../src/core/ports';
import { likeliest } from '../../src/core/verdicts/abstention';
import { textHash } from '../../src/core/verdicts/suppression';
import { readEvidence } from '../../src/engine/claims/read-evidence';
import { createMiniLmVerifier } from '../../src/models/minilm-verifier';
import { fitLean, type FittedPair } from './claims/fit-lean';
import { riskCurves } from './claims/risk-curves';
import { progress } from './claims/tools';
import { heldPairs, keptPairs, multiNliDev, type LabelledPair } from './data/claim-pairs';

/**
 * Fits how far typed facts lean a verifier's reading, on what training keeps of the written pairs and of MultiNLI dev, and
 * measures the risk–coverage curves of the leaned reading on writers whom training has not met, by that writer's with whom it
 * errs most.
 * `--write models/verifier/verifier.json`; `--unseen spoken-and-lay` names files of written pairs, parted by commas, that the
 * weights were not trained on at all: they are fitted on whole.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string', default: 'dist/models/all-MiniLM-L6-v2' },
      write: { type: 'string' },
      unseen: { type: 'string', default: '' },
    },
  });
  const verifier = await createMiniLmVerifier({ folder: resolve(values.model) });
  // What shows no sign fits nothing.
  const unseen = values.unseen.split(',').filter((name) => name !== '');
  const telling = [...keptPairs(unseen), ...multiNliDev()]
    .map(compared)
    .filter(({ signs }) => signs.size > 0);
  const kept = await readPairs('kept', telling, verifier);
  const heldByKind = await Promise.all(
    (['clinical', 'claims'] as const).map(async (file) => ({
      kind: file,
      pairs: await readPairs(file, heldPairs(file).map(compared), verifier),
    })),
  );
  await verifier.close();
  const lean = fitLean(kept);
  printSigns(kept, lean);
  const leaned = (pairs: readonly FittedPair[]) =>
    pairs.map(({ shares, signs, label }) => ({ shares: leanBy(shares, lean, signs), label }));
  const held = heldByKind.flatMap(({ pairs }) => pairs);
  console.log('\n| | claims | right as read | leaned |\n|---|---:|---:|---:|');
  console.log(`| with a sign, fitted on | ${kept.length} | ${share(kept)} | ${share(leaned(kept))} |`);
  const signed = held.filter(({ signs }) => signs.size > 0);
  console.log(`| held, with a sign | ${signed.length} | ${share(signed)} | ${share(leaned(signed))} |`);
  console.log(`| held | ${held.length} | ${share(held)} | ${share(leaned(held))} |`);
  const answers = heldByKind.flatMap(({ kind, pairs }) =>
    leaned(pairs).map((answer) => ({ ...answer, kind })),
  );
  if (values.write === undefined) return;
  const about = JSON.parse(readFileSync(values.write, 'utf8')) as object;
  const written = { ...about, leanFittedOn: kept.length, lean, curves: riskCurves(answers) };
  writeFileSync(values.write, `${JSON.stringify(written, null, 2)}\n`);
}

interface ComparedPair extends LabelledPair {
  signs: ReadonlySet<TypedSign>;
}

function compared(pair: LabelledPair): ComparedPair {
  const { claim, evidence } = pair;
  const source = new SourceIndex('evidence', evidence, textHash(evidence));
  const evidenceFacts = source.segments.flatMap(({ sentences }) => sentences);
  return { ...pair, signs: signsOf({ claim, claimFacts: extractFacts(claim), evidence, evidenceFacts }) };
}

async function readPairs(
  name: string,
  pairs: readonly ComparedPair[],
  verifier: Verifier,
): Promise<FittedPair[]> {
  const read: FittedPair[] = [];
  for (const { evidence, claim, label, signs } of pairs) {
    read.push({ shares: await readEvidence(verifier, evidence, claim), signs, label });
    progress(name, read.length, pairs.length);
  }
  return read;
}

function share(pairs: readonly Pick<FittedPair, 'shares' | 'label'>[]): string {
  return (pairs.filter(({ shares, label }) => likeliest(shares) === label).length / pairs.length).toFixed(3);
}

function printSigns(pairs: readonly FittedPair[], lean: TypedLean): void {
  console.log(
    '\n| sign | n | supported | contradicted | not addressed | lean of the three |\n|---|---:|---:|---:|---:|---|',
  );
  for (const sign of typedSigns) {
    const own = pairs.filter(({ signs }) => signs.has(sign));
    const count = (wanted: string): number => own.filter(({ label }) => label === wanted).length;
    const { supported, contradicted, notAddressed } = lean[sign];
    console.log(
      `| ${sign} | ${own.length} | ${count('supported')} | ${count('contradicted')} | ${count('not-addressed')} | ${supported}, ${contradicted}, ${notAddressed} |`,
    );
  }
}
