import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConfidenceModel, scoreOf } from '../../../src/core/checks/confidence/finding-confidence';
import { featureNames, type FindingFeatures } from '../../../src/core/checks/confidence/finding-features';
import { mean } from '../measure/statistics';
import { type Family, families } from './families';

/** One finding: features alone, no text. */
export interface Row {
  /** Whose notes it is of: a data set, or a writer of visits. */
  set: string;
  rule: string;
  /** The kind of error that was planted; absent for a finding in a faithful note. */
  planted?: string;
  features: FindingFeatures;
}

/** The findings of sets/finding-confidence.jsonl. */
export function readRows(): Row[] {
  return readFileSync(resolve('test/bench/sets/finding-confidence.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { x, ...row } = JSON.parse(line) as Omit<Row, 'features'> & { x: number[] };
      const features = Object.fromEntries(featureNames.map((name, at) => [name, x[at] ?? 0]));
      return { ...row, features: features as FindingFeatures };
    });
}

const isRight = (row: Row): boolean => row.planted !== undefined;
const leastOf = ({ least }: Family, rule: string): number => least[rule] ?? 0;

/** Right findings count as much as wrong ones, and among the right ones every set as much as another. */
function weightsOf(rows: readonly Row[]): number[] {
  const right = rows.filter(isRight);
  const sets = new Set(right.map(({ set }) => set)).size;
  const wrong = Math.max(1, rows.length - right.length);
  return rows.map((row) =>
    isRight(row) ? wrong / sets / right.filter(({ set }) => set === row.set).length : 1,
  );
}

/** Solves a·x = b by elimination; `a` is positive definite, as it is with a ridge. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const m = a.map((row, at) => [...row, b[at] ?? 0]);
  m.forEach((pivot, at) => {
    for (const row of m.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  });
  const x = b.map(() => 0);
  for (let at = m.length - 1; at >= 0; at--) {
    const row = m[at] ?? [];
    const rest = x.reduce((sum, value, column) => (column > at ? sum + value * (row[column] ?? 0) : sum), 0);
    x[at] = ((row[m.length] ?? 0) - rest) / (row[at] ?? 1);
  }
  return x;
}

const steps = 40;

/** Fits a family's logistic regression by Newton's method. */
export function fit(family: Family, rows: readonly Row[]): ConfidenceModel {
  const own = rows.filter(({ rule }) => family.rules.includes(rule));
  const weights = weightsOf(own);
  const scale = family.features.map((name) => {
    const values = own.map(({ features }) => features[name]);
    const centre = mean(values);
    return { centre, spread: Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) || 1 };
  });
  const x = own.map(({ features }) => [
    ...family.features.map(
      (name, at) => (features[name] - (scale[at]?.centre ?? 0)) / (scale[at]?.spread ?? 1),
    ),
    1,
  ]);
  let beta = [...family.features.map(() => 0), 0];
  for (let step = 0; step < steps; step++) {
    const slope = beta.map((value, at) => (at < family.features.length ? family.ridge * value : 0));
    const curve = beta.map((_, i) =>
      beta.map((__, j) => (i === j ? (i < family.features.length ? family.ridge : 1e-6) : 0)),
    );
    x.forEach((values, at) => {
      const p = 1 / (1 + Math.exp(-values.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)));
      const weight = weights[at] ?? 0;
      const error = weight * (p - (own[at] && isRight(own[at]) ? 1 : 0));
      values.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + error * value;
        const line = curve[i] ?? [];
        values.forEach((other, j) => (line[j] = (line[j] ?? 0) + weight * p * (1 - p) * value * other));
      });
    });
    const change = solve(curve, slope);
    beta = beta.map((value, at) => value - (change[at] ?? 0));
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const raw = family.features.map((name, at) => [name, (beta[at] ?? 0) / (scale[at]?.spread ?? 1)] as const);
  const shift = raw.reduce((sum, [, value], at) => sum + value * (scale[at]?.centre ?? 0), 0);
  return {
    least: Object.fromEntries(family.rules.map((rule) => [rule, leastOf(family, rule)])),
    intercept: round((beta.at(-1) ?? 0) - shift),
    weights: Object.fromEntries(raw.map(([name, value]) => [name, round(value)])),
  };
}

/** The models of all families. */
export function fitAll(rows: readonly Row[]): ConfidenceModel[] {
  return families.map((family) => fit(family, rows));
}

/** A finding with the score that it gets from models which its own set had no part in. */
export interface ScoredRow extends Row {
  score: number;
  least: number;
}

/** Leaves one set after the other out, and scores its findings by what the others teach. */
export function leaveSetsOut(rows: readonly Row[]): ScoredRow[] {
  return [...new Set(rows.map(({ set }) => set))].flatMap((set) => {
    const others = rows.filter((row) => row.set !== set);
    return families.flatMap((family) => {
      const model = fit(family, others);
      return rows
        .filter((row) => row.set === set && family.rules.includes(row.rule))
        .map((row) => ({ ...row, score: scoreOf(model, row.features), least: leastOf(family, row.rule) }));
    });
  });
}
