import type { ScoredVerdict } from './verdict';

/** What one checker that needs no language model says by itself. */
export interface CheckerOpinion {
  /** Typed facts with the very words, the embedded verifier, or a rule of the note's check. */
  by: 'typed-facts' | 'verifier' | 'rule';
  verdict: ScoredVerdict;
  /** It leans that way, and is not sure enough to decide by itself. */
  leans?: true;
}

/**
 * True where checkers differ: one says, or leans to, what another says the opposite of, or one is sure that it is supported and
 * another that it is not spoken of. One that is not sure differs from nobody.
 */
export function differ(opinions: readonly CheckerOpinion[]): boolean {
  const says = (verdict: ScoredVerdict, surely: boolean): boolean =>
    opinions.some((one) => one.verdict === verdict && !(surely && one.leans));
  return (
    (says('supported', false) && says('contradicted', false)) ||
    (says('supported', true) && says('not-addressed', true))
  );
}

/** True where typed facts or a rule say without a doubt of their own that it is contradicted: no model takes that back. */
export function vetoes(opinions: readonly CheckerOpinion[]): boolean {
  return opinions.some(({ by, verdict, leans }) => by !== 'verifier' && verdict === 'contradicted' && !leans);
}
