import { bootstrapOver } from './statistics';

/** What was found of what was looked for. */
export interface Counts {
  right: number;
  /** Found, and not there or not so. */
  wrong: number;
  /** There, and not found or not so. */
  missed: number;
}

/** Sums counts. */
export function total(all: readonly Counts[]): Counts {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of all) {
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}

/** Share of what was found that is right; undefined when nothing was found. */
export function precisionOf({ right, wrong }: Counts): number | undefined {
  return right + wrong === 0 ? undefined : right / (right + wrong);
}

/** Share of what is there that was found; undefined when nothing is there. */
export function recallOf({ right, missed }: Counts): number | undefined {
  return right + missed === 0 ? undefined : right / (right + missed);
}

/** Harmonic mean of precision and recall; undefined when there was nothing to find and nothing was found. */
export function f1Of({ right, wrong, missed }: Counts): number | undefined {
  return right + wrong + missed === 0 ? undefined : (2 * right) / (2 * right + wrong + missed);
}

/**
 * Precision, recall and F1 as cells of a Markdown row, F1 with its 95 % interval by bootstrap over the sentences.
 * @param sentences the counts of each sentence
 */
export function scoreCells(sentences: readonly Counts[]): string[] {
  const sum = total(sentences);
  const figure = (value: number | undefined): string => value?.toFixed(3) ?? 'n. a.';
  const [low, high] = bootstrapOver(sentences, (drawn) => f1Of(total(drawn)) ?? 0, 1000);
  const interval = f1Of(sum) === undefined ? '' : ` [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  return [figure(precisionOf(sum)), figure(recallOf(sum)), figure(f1Of(sum)) + interval];
}
