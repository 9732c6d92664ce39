import { verifierLabels, type VerifierLabel } from '../../../src/core/verdicts/abstention';
import { bootstrapOver } from '../measure/statistics';

/** What was said of a pair, and what is right. */
export interface Answer {
  label: VerifierLabel;
  said: VerifierLabel;
  /** How sure it was; orders the answers when some are withheld. */
  sureness: number;
  kind?: string;
}

const rounds = 1000;

/** Share of the answers that are right. */
export function accuracy(answers: readonly Answer[]): number {
  return answers.filter(({ label, said }) => label === said).length / Math.max(1, answers.length);
}

/** Mean of the F1 of the three labels. */
export function macroF1(answers: readonly Answer[]): number {
  const each = verifierLabels.map((wanted) => {
    const right = answers.filter(({ label, said }) => label === wanted && said === wanted).length;
    const named = answers.filter(({ label, said }) => label === wanted || said === wanted).length;
    return named === 0 ? 0 : (2 * right) / (named + right);
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** A figure with its 95 % interval by bootstrap over the items. */
export function figure<T>(items: readonly T[], statistic: (sample: readonly T[]) => number): string {
  const [low, high] = bootstrapOver(items, statistic, rounds);
  return `${statistic(items).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** The surest share of the answers. */
export function surest(answers: readonly Answer[], share: number): Answer[] {
  const ordered = [...answers].sort((a, b) => b.sureness - a.sureness);
  return ordered.slice(0, Math.round(share * ordered.length));
}

/** The label that is most frequent, for everything. */
export function majority(labels: readonly VerifierLabel[]): Answer[] {
  const count = (wanted: VerifierLabel): number => labels.filter((label) => label === wanted).length;
  const said = [...verifierLabels].sort((a, b) => count(b) - count(a))[0] ?? 'not-addressed';
  return labels.map((label) => ({ label, said, sureness: 0 }));
}

/**
 * What a score of closeness makes of the pairs: supported from a threshold on, else not addressed; closeness cannot
 * contradict. The threshold is the one that suits these very pairs best, which no real use would know.
 */
export function byCloseness(
  pairs: readonly { label: VerifierLabel; score: number }[],
  measure: (answers: readonly Answer[]) => number,
): Answer[] {
  const scores = [...new Set(pairs.map(({ score }) => score))].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(scores.length / 100));
  const answersAt = (threshold: number): Answer[] =>
    pairs.map(({ label, score }) => ({
      label,
      said: score >= threshold ? 'supported' : 'not-addressed',
      sureness: Math.abs(score - threshold),
    }));
  const tries = [...scores.filter((_, at) => at % step === 0), Infinity].map(answersAt);
  return tries.reduce((best, answers) => (measure(answers) > measure(best) ? answers : best), answersAt(0));
}
