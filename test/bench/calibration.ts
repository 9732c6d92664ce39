import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Rule } from '../../src/core/checks/check';
import { allRules } from '../../src/core/checks/registry';
import { writeModels } from './confidence';
import { readRows } from './confidence/fit';
import { noteSetsNamed } from './data/note-sets';
import { UsageError } from './measure/usage-error';
import { measureNote, type NoteOutcome } from './perturbation/measure';
import { kindsNamed } from './perturbation/options';
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

interface SetFigures {
  name: string;
  notes: number;
  statements: number;
}

/** What the file holds. */
interface Calibration {
  description: string;
  date: string;
  seed: number;
  statementsPerNote: number;
  sets: SetFigures[];
  rules: Record<string, (RulePrecision & { sets?: SetFigures[] }) | null>;
}

/** The rules that a list names; all where there is none. */
function rulesNamed(names: string | undefined): readonly Rule[] {
  if (names === undefined) return allRules;
  return names.split(',').map((name) => {
    const found = allRules.find(({ rule }) => rule === name.trim());
    if (!found) throw new UsageError(`No rule is called ${name}.`);
    return found;
  });
}

/**
 * Measures how far the findings of each rule can be trusted, and with `--write` puts the figures where the confidence of
 * a finding is taken from. By default on notes that no rule was written by. With `--rules` only those are measured and
 * written, each with the sets that it was measured on, and the other rows stay.
 * @throws UsageError for a set, rule or kind that there is not
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'aci-valid,primock57-heldout,mts-heldout,written-visits-heldout' },
      rules: { type: 'string' },
      kinds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const wanted = rulesNamed(values.rules);
  const kinds = kindsNamed(values.kinds);
  const notes: NoteOutcome[] = [];
  const sets: SetFigures[] = [];
  for (const set of noteSetsNamed(values.set)) {
    const own: NoteOutcome[] = [];
    for (const pair of set.notes()) own.push(await measureNote(pair, kinds, seed));
    const statements = own.reduce((sum, note) => sum + note.statements, 0);
    sets.push({ name: set.name, notes: own.length, statements });
    notes.push(...own);
  }
  const rules: Record<string, RulePrecision | null> = {};
  console.log(
    `\n${sets.map((set) => `${set.name}: ${set.notes} notes, ${set.statements} statements`).join('; ')}\n`,
  );
  console.log('| rule | recall | false alerts | confidence [95 %] | kinds |\n|---|---|---:|---|---|');
  for (const { rule, axis } of wanted) {
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
  if (values.rules !== undefined) {
    const held = JSON.parse(readFileSync(resolve(file), 'utf8')) as Calibration;
    for (const [rule, figures] of Object.entries(rules)) held.rules[rule] = figures && { ...figures, sets };
    writeFileSync(resolve(file), `${JSON.stringify(held, null, 2)}\n`);
    console.log(`\nWritten to ${file}.`);
    return;
  }
  const data: Calibration = {
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
