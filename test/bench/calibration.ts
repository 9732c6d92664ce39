import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { allRules } from '../../src/core/checks/registry';
import { writeModels } from './confidence';
import { readRows } from './confidence/fit';
import { noteSetsNamed } from './data/note-sets';
import { measureNote, type NoteOutcome } from './perturbation/measure';
import { kindNames } from './perturbation/plant';
import {
  coveredKinds,
  precisionOfRule,
  type RulePrecision,
  statementsPerNote,
} from './perturbation/rule-precision';

const file = 'src/core/verdicts/calibration.json';

// Style and guideline findings are about the note itself or about the library: an error planted against the source says
// nothing of them.
const measurable = new Set(['faithfulness', 'consistency']);

/**
 * Measures how far the findings of each rule can be trusted, and with `--write` puts the figures where the confidence of
 * a finding is taken from. By default on notes that no rule was written by.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'aci-valid,primock57-heldout,mts-heldout,written-visits-heldout' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const notes: NoteOutcome[] = [];
  const sets: { name: string; notes: number; statements: number }[] = [];
  for (const set of noteSetsNamed(values.set)) {
    const own: NoteOutcome[] = [];
    for (const pair of set.notes()) own.push(await measureNote(pair, new Set(kindNames), seed));
    const statements = own.reduce((sum, note) => sum + note.statements, 0);
    sets.push({ name: set.name, notes: own.length, statements });
    notes.push(...own);
  }
  const rules: Record<string, RulePrecision | null> = {};
  console.log(
    `\n${sets.map((set) => `${set.name}: ${set.notes} notes, ${set.statements} statements`).join('; ')}\n`,
  );
  console.log('| rule | recall | false alerts | confidence [95 %] | kinds |\n|---|---|---:|---|---|');
  for (const { rule, axis } of allRules) {
    const figures = measurable.has(axis) ? precisionOfRule(rule, notes) : null;
    rules[rule] = figures;
    const cells = figures
      ? [
          `${figures.found} / ${figures.planted}`,
          figures.falseAlerts,
          `${figures.precision.toFixed(2)} [${figures.low.toFixed(2)}, ${figures.high.toFixed(2)}]`,
          coveredKinds(rule, notes).join(', '),
        ]
      : [
          '',
          notes.flatMap((note) => note.alerts).filter((alert) => alert.rule === rule).length,
          'not measured',
          '',
        ];
    console.log(`| ${[rule, ...cells].join(' | ')} |`);
  }
  if (!values.write) return;
  const data = {
    description:
      'Precision per rule when every other note holds one error of a kind that the rule covers: recall / (recall + false findings per note), rounded down, with its 95 % interval. Null: not measured. Written by npm run bench -- calibration --write; docs/benchmarks.md, "Confidence".',
    date: new Date().toISOString().slice(0, 10),
    seed,
    statementsPerNote,
    sets,
    rules,
  };
  writeFileSync(resolve(file), `${JSON.stringify(data, null, 2)}\n`);
  console.log(`\nWritten to ${file}.`);
  writeModels(readRows());
}
