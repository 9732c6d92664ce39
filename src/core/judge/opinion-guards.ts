import { checkInput } from '../checks/check-input';
import { checkStatement } from '../checks/check-statement';
import { SourceIndex } from '../evidence/source/source-index';
import { textHash } from '../verdicts/suppression';
import type { Opinion } from './opinion';
import { givesNumbers, showsContradiction, showsSupport } from './quote-bearing';

/** An opinion after typed comparison looked at it. */
export interface GuardedOpinion extends Opinion {
  /** Why a verdict was taken back. */
  objection?: 'quote-missing' | 'typed-conflict' | 'number-missing' | 'turned-round';
  /** The quote itself shows the verdict, by words and facts, and no word of a model is needed for it. */
  shown: boolean;
}

/**
 * Holds an opinion against its own quote, which a model cannot talk away: a "supported" whose quote gives another value, does
 * not give the statement's numbers at all, or turns it round by a word ("forbidden" for "allowed"), is taken back.
 */
export function guard(statement: string, opinion: Opinion): GuardedOpinion {
  const { quote, verdict } = opinion;
  if (opinion.withdrawn !== undefined) return { ...opinion, shown: false, objection: 'quote-missing' };
  if (verdict === 'contradicted' && quote) {
    return { ...opinion, shown: showsContradiction(statement, quote.sentences) };
  }
  if (verdict !== 'supported' || !quote) return { ...opinion, shown: false };
  const shown = showsSupport(statement, quote.sentences);
  const objection = objectionTo(statement, quote.sentences, shown);
  return objection === undefined
    ? { ...opinion, shown }
    : { ...opinion, shown: false, verdict: 'not-sure', withdrawn: 'supported', objection };
}

/** True for an opinion that was taken back for what its own quote says. */
export function isRefuted({ objection }: GuardedOpinion): boolean {
  return objection === 'typed-conflict' || objection === 'turned-round';
}

function objectionTo(statement: string, quoted: string, shown: boolean): GuardedOpinion['objection'] {
  if (typedConflict(statement, quoted)) return 'typed-conflict';
  if (!givesNumbers(statement, quoted)) return 'number-missing';
  return !shown && showsContradiction(statement, quoted) ? 'turned-round' : undefined;
}

function typedConflict(statement: string, quoted: string): boolean {
  const source = new SourceIndex('quote', quoted, textHash(quoted));
  const whole = { start: 0, end: statement.length, text: statement, section: 0 };
  return checkStatement(checkInput(whole, undefined, [source])).verdict === 'contradicted';
}
