/**
 * `not-sure`: evidence is there but the checker abstains. `not-scored`: nothing was checked, and a reason says why;
 * it is never counted as a score.
 */
export type Verdict = 'supported' | 'contradicted' | 'not-addressed' | 'not-sure' | 'not-scored';

/** The verdicts that count in a score, in the order in which they are shown. */
export const scoredVerdicts = ['contradicted', 'not-addressed', 'not-sure', 'supported'] as const;

/** A verdict that counts in a score. */
export type ScoredVerdict = (typeof scoredVerdicts)[number];

const worstFirst: readonly Verdict[] = [
  'contradicted',
  'not-sure',
  'not-addressed',
  'supported',
  'not-scored',
];

/** What a text comes to: its worst statement's verdict; `not-scored` where there is none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'not-scored';
}
