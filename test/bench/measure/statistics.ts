import { wilsonShare } from '../../../src/core/verdicts/score';

/** Mean of the values; 0 for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The value below which the share `q` (0…1) of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

/** Random numbers in 0…1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * 95 % interval of a statistic by bootstrap over the items that it is taken of (seeded).
 * @param statistic gives the figure for a sample with replacement, as many as the items
 */
export function bootstrapOver<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  rounds = 2000,
): [low: number, high: number] {
  const random = seededRandom(1);
  const results = Array.from({ length: rounds }, () =>
    statistic(items.map(() => items[Math.floor(random() * items.length)] as T)),
  );
  return [quantile(results, 0.025), quantile(results, 0.975)];
}

/** 95 % interval of the mean by bootstrap over the values (2,000 resamples, seeded). */
export function bootstrapInterval(values: readonly number[]): [low: number, high: number] {
  return bootstrapOver(values, mean);
}

/** A share with its 95 % interval (Wilson score) as a table shows it. @param total more than 0 */
export function shareCell(count: number, total: number): string {
  const { share, low, high } = wilsonShare(count, total);
  return `${share.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}
