import { parseArgs } from 'node:util';
import { isFirm } from '../../src/core/claims/firm-contradiction';
import { SourceIndex } from '../../src/core/evidence/source/source-index';
import { extractFacts } from '../../src/core/facts/extract';
import type { VerifierLabel } from '../../src/core/verdicts/abstention';
import { textHash } from '../../src/core/verdicts/suppression';
import { checkClaim } from '../../src/engine/claims/verify';
import { clinicalPairs, healthVer, writtenPairs, type LabelledPair } from './data/claim-pairs';
import { UsageError } from './measure/usage-error';

/** Sets by name; of those whose rows must not be read only the counts are printed. */
const sets: Record<string, { pairs: () => LabelledPair[]; sealed?: true }> = {
  written: { pairs: writtenPairs },
  healthver: { pairs: healthVer },
  clinical: { pairs: clinicalPairs, sealed: true },
};

/** What typed comparison said of a pair, by which rule, and in which words. */
interface Called {
  pair: LabelledPair;
  by: string;
  said: string;
  message?: string;
}

/**
 * Measures what typed facts alone say of claims with their evidence, no verifier: what each rule calls contradicted, what is
 * called supported, and how the pairs are labelled. `--set written --examples 5 --rule faithfulness/value`.
 */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'written' },
      examples: { type: 'string', default: '0' },
      rule: { type: 'string' },
      label: { type: 'string' },
    },
  });
  const set = sets[values.set];
  if (!set)
    throw new UsageError(`No set is called ${values.set}. There are: ${Object.keys(sets).join(', ')}.`);
  const pairs = set.pairs();
  const called = pairs.flatMap(calledOf);
  console.log(`\n### ${values.set}, ${pairs.length} pairs\n`);
  console.log(
    '| verdict, by | n | contradicted | supported | not addressed | right |\n|---|---:|---:|---:|---:|---:|',
  );
  const rules = [...new Set(called.map(({ said, by }) => `${said}, ${by}`))].sort();
  for (const name of rules)
    printRow(
      name,
      called.filter(({ said, by }) => `${said}, ${by}` === name),
    );
  if (set.sealed) return;
  const wanted = called.filter(
    ({ by, said, pair }) =>
      (values.rule === undefined || by.endsWith(values.rule)) &&
      (values.label === undefined ? pair.label !== said : pair.label === values.label),
  );
  for (const { pair, said, by, message } of wanted.slice(0, Number(values.examples))) {
    console.log(
      `\n${said} by ${by}, labelled ${pair.label} (${pair.kind ?? 'no kind'})\n  ${pair.claim}\n  ${pair.evidence.replace(/\n/g, '\n  ')}`,
    );
    if (message !== undefined) console.log(`  ${message}`);
  }
}

function calledOf(pair: LabelledPair): Called[] {
  const source = new SourceIndex('evidence', pair.evidence, textHash(pair.evidence));
  const claimFacts = extractFacts(pair.claim);
  const { verdict, findings } = checkClaim(pair.claim, source, claimFacts);
  const found = findings.filter((one) => one.axis === 'faithfulness' && one.verdict === 'contradicted');
  const byRule = found.map((finding) => {
    const firm = isFirm({ claim: pair.claim, claimFacts, evidence: source, finding });
    const by = `${firm ? 'firm' : 'left open'}, ${finding.rule}`;
    return { pair, by, said: 'contradicted', message: finding.message };
  });
  return [...byRule, { pair, by: 'all', said: verdict }];
}

function printRow(name: string, own: readonly Called[]): void {
  const count = (label: VerifierLabel): number => own.filter(({ pair }) => pair.label === label).length;
  const said = own[0]?.said;
  const right = own.filter(({ pair }) => pair.label === said).length;
  const cells = [count('contradicted'), count('supported'), count('not-addressed')];
  const share = said?.startsWith('not-s') ? '' : (right / own.length).toFixed(3);
  console.log(`| ${name} | ${own.length} | ${cells.join(' | ')} | ${share} |`);
}
