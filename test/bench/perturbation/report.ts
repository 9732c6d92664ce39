import { type Share, wilsonShare } from '../../../src/core/verdicts/score';
import {
  alertsByRule,
  type Estimate,
  isAboveHint,
  isContradicted,
  type KindFigures,
  kindFigures,
  naturalRate,
  perNote,
} from './figures';
import { groups } from './groups';
import type { NoteOutcome } from './measure';
import { kindNames, plantsPerKind } from './plant';

/** The figures of one set of notes. */
export interface SetFigures {
  set: string;
  seed: number;
  notes: number;
  statements: number;
  /** Share of the faithful statements called supported, and of the statements with an error; undefined where none was planted. */
  supported: { faithful: Share; planted: Share | undefined; plantedByKind: [string, number][] };
  falseAlerts: { contradicted: Estimate; aboveHint: Estimate; hints: Estimate; byRule: [string, number][] };
  kinds: KindFigures[];
  groups: KindFigures[];
}

/** Counts the outcomes of a set's notes into figures. */
export function setFigures(set: string, seed: number, notes: readonly NoteOutcome[]): SetFigures {
  const present = (figures: KindFigures | undefined): KindFigures[] => (figures ? [figures] : []);
  return {
    set,
    seed,
    notes: notes.length,
    statements: notes.reduce((sum, note) => sum + note.statements, 0),
    supported: supportedShares(notes),
    falseAlerts: {
      contradicted: perNote(notes, isContradicted),
      aboveHint: perNote(notes, isAboveHint),
      hints: perNote(notes, (alert) => !isAboveHint(alert)),
      byRule: alertsByRule(notes),
    },
    kinds: kindNames.flatMap((kind) => present(kindFigures(kind, notes, (outcome) => outcome.kind === kind))),
    groups: groups.flatMap(({ name, belongs }) => present(kindFigures(name, notes, belongs))),
  };
}

/** Of errors, an omission has no statement. */
function supportedShares(notes: readonly NoteOutcome[]): SetFigures['supported'] {
  const sum = (count: (note: NoteOutcome) => number): number =>
    notes.reduce((total, note) => total + count(note), 0);
  const planted = notes.flatMap(({ outcomes }) => outcomes.filter(({ kind }) => kind !== 'omission'));
  const wrong = planted.filter(({ supported }) => supported);
  const byKind = new Map<string, number>();
  for (const { kind } of wrong) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  return {
    faithful: wilsonShare(
      sum((note) => note.supported),
      sum((note) => note.statements),
    ),
    planted: planted.length === 0 ? undefined : wilsonShare(wrong.length, planted.length),
    plantedByKind: [...byKind].sort((a, b) => b[1] - a[1]),
  };
}

const interval = ({ low, high }: { low: number; high: number }): string =>
  `[${low.toFixed(3)}, ${high.toFixed(3)}]`;
const share = (figure: Share): string => `${figure.share.toFixed(3)} ${interval(figure)}`;
const estimate = (figure: Estimate | undefined): string =>
  figure ? `${figure.value.toFixed(3)} ${interval(figure)}` : 'n. a.';

function row(figures: KindFigures): string {
  const { name, planted, contradicted, aboveHint, any, evenPrecision, naturalPrecision } = figures;
  const cells = [
    name,
    planted,
    share(contradicted),
    aboveHint.share.toFixed(3),
    share(any),
    name.startsWith('drug swap') || name === 'invented medication'
      ? figures.contradictedOrNotAddressed.share.toFixed(3)
      : '',
    estimate(evenPrecision),
    estimate(naturalPrecision),
    figures.rules
      .slice(0, 3)
      .map(([rule, count]) => `${rule} ${count}`)
      .join(', ') || 'no rule',
  ];
  return `| ${cells.join(' | ')} |`;
}

const head =
  '| planted | n | contradicted [95 %] | above hint | contradicted or hint [95 %] | contradicted or not addressed | precision 1:1 [95 %] | precision at 1.5 % [95 %] | found by |\n' +
  '|---|---:|---|---:|---|---:|---|---|---|';

/** The figures as Markdown. */
export function printed(figures: SetFigures): string {
  const { falseAlerts, supported } = figures;
  const planted = figures.kinds.reduce(
    (sum, { name, planted: count }) => sum + (name === 'omission' ? 0 : count),
    0,
  );
  const wrong = supported.plantedByKind.map(([kind, count]) => `${kind} ${count}`).join(', ');
  const kinds = wrong && ` (${wrong})`;
  return [
    `\n## ${figures.set}: ${figures.notes} notes, ${figures.statements} statements, seed ${figures.seed}`,
    '\n| statements called supported | share [95 %] |\n|---|---|',
    `| faithful ones (${figures.statements}) | ${share(supported.faithful)} |`,
    ...(supported.planted
      ? [`| with a planted error (${planted}) | ${share(supported.planted)}${kinds} |`]
      : []),
    '\n| alerts on a faithful note | per note [95 %] |\n|---|---|',
    `| called contradicted | ${estimate(falseAlerts.contradicted)} |`,
    `| above hint | ${estimate(falseAlerts.aboveHint)} |`,
    `| hints | ${estimate(falseAlerts.hints)} |`,
    '\n| rule | alerts |\n|---|---:|',
    ...falseAlerts.byRule.map(([rule, count]) => `| ${rule} | ${count} |`),
    `\n${head}`,
    ...figures.kinds.map(row),
    `\n${head}`,
    ...figures.groups.map(row),
  ].join('\n');
}

/** What the columns mean. */
export const legend = [
  `One error at a time, at most ${plantsPerKind} of a kind in a note (all for the value kinds). An error is found when it brings a`,
  'finding that the faithful note has not, in the changed statement or citing it. Shares: Wilson intervals. Rates and precision:',
  'bootstrap over notes. Precision is of statements: r·p / (r·p + f·(1 − p)), where r is the share of errors called contradicted,',
  `f the share of a faithful note's statements that the same rules call contradicted (none seen counts as a half), and p the share`,
  `of statements that hold an error of the kind: 0.5 (1:1), or ${naturalRate} (natural).`,
].join('\n');
