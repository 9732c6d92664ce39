import { scoredVerdicts, type Verdict } from '../core/verdicts/verdict';

/** `1 note`, `3 notes`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `2 contradicted, 5 supported, 1 not scored`; verdicts that do not occur are left out. */
export function verdictCounts(verdicts: readonly Verdict[]): string {
  return [...scoredVerdicts, 'not-scored' as const]
    .map((verdict) => ({ verdict, number: verdicts.filter((one) => one === verdict).length }))
    .filter(({ number }) => number > 0)
    .map(({ verdict, number }) => `${number} ${verdict.replaceAll('-', ' ')}`)
    .join(', ');
}
