import { checkInput } from '../checks/check-input';
import { checkStatement } from '../checks/check-statement';
import { SourceIndex } from '../evidence/source/source-index';
import { textHash } from '../verdicts/suppression';
import type { Opinion } from './opinion';
import { givesNumbers, showsContradiction, showsSupport } from './quote-bearing';

/** An opinion after typed comparison looked at it. */
export interface GuardedOpinion extends Opinion {
  /** Why a verdict was taken back. */
  objection?: 'quote-missing' | 'typed-conflict' | 'number-missing';
  /** The quote itself shows the verdict, by words and facts, and no word of a model is needed for it. */
  shown: boolean;
}

/**
 * Holds an opinion against the typed facts of its own quote, which a model cannot talk away: a "supported" whose quote gives
 * another value, or does not give the statement's numbers at all, is taken back.
 */
export function guard(statement: string, opinion: Opinion): GuardedOpinion {
  const { quote, verdict } = opinion;
  if (opinion.withdrawn !== undefined) return { ...opinion, shown: false, objection: 'quote-missing' };
  if (verdict === 'contradicted' && quote) {
    return { ...opinion, shown: showsContradiction(statement, quote.sentences) };
  }
  if (verdict !== 'supported' || !quote) return { ...opinion, shown: false };
  const objection = typedConflict(statement, quote.sentences)
    ? 'typed-conflict'
    : givesNumbers(statement, quote.sentences)
      ? undefined
      : 'number-missing';
  return objection === undefined
    ? { ...opinion, shown: showsSupport(statement, quote.sentences) }
    : { ...opinion, shown: false, verdict: 'not-sure', withdrawn: 'supported', objection };
}

function typedConflict(statement: string, quoted: string): boolean {
  const source = new SourceIndex('quote', quoted, textHash(quoted));
  const whole = { start: 0, end: statement.length, text: statement, section: 0 };
  return checkStatement(checkInput(whole, undefined, [source])).verdict === 'contradicted';
}
