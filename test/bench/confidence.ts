import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fitAll, leaveSetsOut, readRows, type Row, type ScoredRow } from './confidence/fit';
import { families } from './confidence/families';

const file = 'src/core/checks/confidence/finding-confidence.json';

/** Fits the confidence of single findings anew and writes it where the checks read it. @param rows what it is fitted to */
export function writeModels(rows: readonly Row[]): void {
  const data = {
    description:
      'What speaks for a finding being right, as weights of general features (finding-features.ts): log odds where right and wrong are as likely; below "least" a finding is a hint. Written by npm run bench -- confidence --write; docs/benchmarks.md, "Confidence".',
    date: new Date().toISOString().slice(0, 10),
    planted: rows.filter(({ planted }) => planted !== undefined).length,
    faithful: rows.filter(({ planted }) => planted === undefined).length,
    models: fitAll(rows),
  };
  writeFileSync(resolve(file), `${JSON.stringify(data, null, 2)}\n`);
  console.log(`\nWritten to ${file}.`);
}

const share = (rows: readonly ScoredRow[], least: number): string =>
  rows.length === 0 ? '–' : (rows.filter(({ score }) => score >= least).length / rows.length).toFixed(3);

/** How often a right finding has a higher score than a wrong one. */
function ranking(right: readonly ScoredRow[], wrong: readonly ScoredRow[]): string {
  const wins = wrong.flatMap((one) =>
    right.map(({ score }) => (score > one.score ? 1 : score === one.score ? 0.5 : 0)),
  );
  return wins.length === 0 ? '–' : (wins.reduce((sum: number, win) => sum + win, 0) / wins.length).toFixed(2);
}

/** Which share of right and of wrong findings stays a contradiction at which score, each set scored by what the others teach. */
function printCurve(rows: readonly ScoredRow[]): void {
  console.log(
    '\n| rules | right / wrong | ranking | least | right that stay | wrong that stay |\n|---|---:|---:|---:|---:|---:|',
  );
  for (const { rules, least } of families) {
    for (const cut of [...new Set(Object.values(least))]) {
      const names = rules.filter((rule) => least[rule] === cut);
      const own = rows.filter(({ rule }) => names.includes(rule));
      const right = own.filter(({ planted }) => planted !== undefined);
      const wrong = own.filter(({ planted }) => planted === undefined);
      for (const at of [...new Set([-Infinity, -2, -1.5, -1, -0.5, 0, 0.5, cut])].sort((a, b) => a - b)) {
        const name = at === cut ? `**${cut}**` : at === -Infinity ? 'none' : String(at);
        console.log(
          `| ${names.map((rule) => rule.replace('faithfulness/', '')).join(', ')} | ${right.length} / ${wrong.length} | ${ranking(right, wrong)} | ${name} | ${share(right, at)} | ${share(wrong, at)} |`,
        );
      }
    }
  }
}

/** Shows how well general features tell right findings from wrong ones, and with `--write` has the checks use them. */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean', default: false } } });
  const rows = readRows();
  printCurve(leaveSetsOut(rows));
  if (values.write) writeModels(rows);
}
