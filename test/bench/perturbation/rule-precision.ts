import type { RuleCode } from '../../../src/core/verdicts/finding';
import { bootstrapOver } from '../measure/statistics';
import type { NoteOutcome } from './measure';

/** How far a rule's findings can be trusted, by errors planted into notes and by what it says of the notes without them. */
export interface RulePrecision {
  /** Share of its findings that are right when every other note holds one error of a kind that it covers (0…1). */
  precision: number;
  /** 95 % interval, by bootstrap over the notes. */
  low: number;
  high: number;
  /**
   * Errors of the kinds that it covers, and how many of them it reported. Those that another rule alone called
   * contradicted are that rule's: a dose is a number with a unit too, and one cause is one finding.
   */
  planted: number;
  found: number;
  /** What it reported in the notes without an error. */
  falseAlerts: number;
}

/** A note of ordinary length: the mean of ACI-Bench's. Sections of notes count by their statements. */
export const statementsPerNote = 36;

/** A rule covers a kind when it reports this many of its errors, and half as many as of the kind that it finds best. */
const coveredCount = 3;
const coveredShare = 0.5;
/** With fewer findings, right and wrong ones together, a share says nothing. */
const fewestFindings = 10;

interface Counts {
  planted: number;
  found: number;
  falseAlerts: number;
  statements: number;
}

/** recall / (recall + false findings per note): none seen counts as a half. */
export function rulePrecision(counts: readonly Counts[]): number {
  const sum = (of: (count: Counts) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const recall =
    sum(({ found }) => found) /
    Math.max(
      1,
      sum(({ planted }) => planted),
    );
  const statements = Math.max(
    1,
    sum((count) => count.statements),
  );
  const perNote =
    (Math.max(
      0.5,
      sum(({ falseAlerts }) => falseAlerts),
    ) /
      statements) *
    statementsPerNote;
  return recall / (recall + perNote);
}

/** The kinds of error that a rule is there for, by what it reported. */
export function coveredKinds(rule: RuleCode, notes: readonly NoteOutcome[]): string[] {
  const counts = new Map<string, { planted: number; found: number }>();
  for (const { kind, found } of notes.flatMap((note) => note.outcomes)) {
    const count = counts.get(kind) ?? { planted: 0, found: 0 };
    count.planted++;
    if (found.some((alert) => alert.rule === rule)) count.found++;
    counts.set(kind, count);
  }
  const shares = [...counts]
    .filter(([, { found }]) => found >= coveredCount)
    .map(([kind, { planted, found }]) => ({ kind, share: found / planted }));
  const best = Math.max(0, ...shares.map(({ share }) => share));
  return shares.filter(({ share }) => share >= coveredShare * best).map(({ kind }) => kind);
}

/** A rule's precision; null where there are too few findings to tell. */
export function precisionOfRule(rule: RuleCode, notes: readonly NoteOutcome[]): RulePrecision | null {
  const kinds = new Set(coveredKinds(rule, notes));
  const counts = notes.map((note): Counts => {
    const own = note.outcomes.filter(({ kind }) => kinds.has(kind));
    const reported = own.filter(({ found }) => found.some((alert) => alert.rule === rule));
    const left = own.filter(({ found }) => !found.some((alert) => alert.verdict === 'contradicted'));
    return {
      planted: new Set([...reported, ...left]).size,
      found: reported.length,
      falseAlerts: note.alerts.filter((alert) => alert.rule === rule).length,
      statements: note.statements,
    };
  });
  const total = (of: (count: Counts) => number): number => counts.reduce((sum, count) => sum + of(count), 0);
  const [planted, found, falseAlerts] = [
    total((count) => count.planted),
    total((count) => count.found),
    total((count) => count.falseAlerts),
  ];
  if (found === 0 || found + falseAlerts < fewestFindings) return null;
  const [low, high] = bootstrapOver(counts, rulePrecision, 1000);
  // Rounded down: a confidence that is too high does harm.
  const down = (value: number): number => Math.floor(value * 100) / 100;
  return {
    precision: down(rulePrecision(counts)),
    low: down(low),
    high: down(high),
    planted,
    found,
    falseAlerts,
  };
}
