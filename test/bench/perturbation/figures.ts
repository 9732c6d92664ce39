import type { RuleCode } from '../../../src/core/verdicts/finding';
import { type Share, wilsonShare } from '../../../src/core/verdicts/score';
import { bootstrapInterval, bootstrapOver, mean } from '../measure/statistics';
import type { Alert, NoteOutcome, Outcome } from './measure';

/** A figure with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** How the errors of a kind, or of a group of kinds, came out. */
export interface KindFigures {
  name: string;
  planted: number;
  contradicted: Share;
  aboveHint: Share;
  any: Share;
  /** Found as contradicted or not addressed, the verdict on the whole statement included. */
  contradictedOrNotAddressed: Share;
  /** The rules that found one, and how many each. */
  rules: [rule: RuleCode, count: number][];
  /** Precision of the rules that call errors of this kind contradicted; undefined where none does. */
  evenPrecision: Estimate | undefined;
  naturalPrecision: Estimate | undefined;
}

/** Share of the statements that hold an error, at the natural rate. */
export const naturalRate = 0.015;

export const isContradicted = (alert: Alert): boolean => alert.verdict === 'contradicted';
export const isAboveHint = (alert: Alert): boolean => alert.severity !== 'hint';

/** Statements of the note with an alert of one of the rules that calls them contradicted. */
function falseStatements(note: NoteOutcome, rules: ReadonlySet<RuleCode>): number {
  const alerts = note.alerts.filter((alert) => isContradicted(alert) && rules.has(alert.rule));
  return new Set(alerts.map((alert) => alert.statement)).size;
}

interface Counts {
  planted: number;
  found: number;
  statements: number;
  falseStatements: number;
}

/** Precision where the share `rate` of the statements holds an error: r·p / (r·p + f·(1 − p)). */
export function precisionAt(rate: number, counts: readonly Counts[]): number {
  const sum = (of: (count: Counts) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const recall =
    sum((count) => count.found) /
    Math.max(
      1,
      sum((count) => count.planted),
    );
  // None seen is no proof that there is none: it counts as a half.
  const alarms =
    Math.max(
      0.5,
      sum((count) => count.falseStatements),
    ) /
    Math.max(
      1,
      sum((count) => count.statements),
    );
  return recall === 0 ? 0 : (recall * rate) / (recall * rate + alarms * (1 - rate));
}

function precision(rate: number, counts: readonly Counts[]): Estimate {
  const [low, high] = bootstrapOver(counts, (drawn) => precisionAt(rate, drawn), 1000);
  return { value: precisionAt(rate, counts), low, high };
}

/** The figures of the errors that belong to a kind or a group; undefined where none was planted. */
export function kindFigures(
  name: string,
  notes: readonly NoteOutcome[],
  belongs: (outcome: Outcome) => boolean,
): KindFigures | undefined {
  const outcomes = notes.flatMap((note) => note.outcomes.filter(belongs));
  if (outcomes.length === 0) return undefined;
  const share = (is: (outcome: Outcome) => boolean): Share =>
    wilsonShare(outcomes.filter(is).length, outcomes.length);
  const byRule = new Map<RuleCode, number>();
  for (const outcome of outcomes) {
    for (const rule of new Set(outcome.found.map((alert) => alert.rule))) {
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    }
  }
  const callers = new Set(
    outcomes.flatMap(({ found }) => found.filter(isContradicted).map(({ rule }) => rule)),
  );
  const counts = notes.map((note): Counts => {
    const own = note.outcomes.filter(belongs);
    return {
      planted: own.length,
      found: own.filter(({ found }) => found.some(isContradicted)).length,
      statements: note.statements,
      falseStatements: falseStatements(note, callers),
    };
  });
  return {
    name,
    planted: outcomes.length,
    contradicted: share(({ found }) => found.some(isContradicted)),
    aboveHint: share(({ found }) => found.some(isAboveHint)),
    any: share(({ found }) => found.length > 0),
    contradictedOrNotAddressed: share(
      ({ found, turned }) =>
        turned || found.some(({ verdict }) => verdict === 'contradicted' || verdict === 'not-addressed'),
    ),
    rules: [...byRule].sort((a, b) => b[1] - a[1]),
    evenPrecision: callers.size === 0 ? undefined : precision(0.5, counts),
    naturalPrecision: callers.size === 0 ? undefined : precision(naturalRate, counts),
  };
}

/** Alerts per faithful note. */
export function perNote(notes: readonly NoteOutcome[], counts: (alert: Alert) => boolean): Estimate {
  const values = notes.map((note) => note.alerts.filter(counts).length);
  const [low, high] = bootstrapInterval(values);
  return { value: mean(values), low, high };
}

/** False alerts by rule, verdict and severity, the most frequent first. */
export function alertsByRule(notes: readonly NoteOutcome[]): [what: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { rule, verdict, severity } of notes.flatMap((note) => note.alerts)) {
    const key = `${rule} (${verdict}, ${severity})`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
