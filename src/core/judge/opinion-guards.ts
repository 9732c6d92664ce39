import { checkInput } from '../checks/check-input';
import { checkStatement } from '../checks/check-statement';
import { SourceIndex } from '../evidence/source/source-index';
import { sameValue } from '../facts/compare';
import { extractFacts } from '../facts/extract';
import { contentWords, tokenise } from '../text/words';
import { textHash } from '../verdicts/suppression';
import type { Opinion } from './opinion';

/** An opinion after typed comparison looked at it. */
export interface GuardedOpinion extends Opinion {
  /** Why a verdict was taken back. */
  objection?: 'quote-missing' | 'typed-conflict' | 'number-missing';
  /** The quote shares a word or fact with the statement: it is plain to see what it has to do with it. */
  anchored: boolean;
}

/**
 * Holds an opinion against the typed facts of its own quote, which a model cannot talk away: a "supported" whose quote gives
 * another value, or does not give the statement's numbers at all, is taken back.
 */
export function guard(statement: string, opinion: Opinion): GuardedOpinion {
  const { quote } = opinion;
  const anchored = quote !== undefined && sharesWord(statement, quote.sentences);
  if (opinion.withdrawn !== undefined) return { ...opinion, anchored, objection: 'quote-missing' };
  if (opinion.verdict !== 'supported' || !quote) return { ...opinion, anchored };
  const objection = typedConflict(statement, quote.sentences)
    ? 'typed-conflict'
    : givesNumbers(statement, quote.sentences)
      ? undefined
      : 'number-missing';
  return objection === undefined
    ? { ...opinion, anchored }
    : { ...opinion, anchored, verdict: 'not-sure', withdrawn: 'supported', objection };
}

function typedConflict(statement: string, quoted: string): boolean {
  const source = new SourceIndex('quote', quoted, textHash(quoted));
  const whole = { start: 0, end: statement.length, text: statement, section: 0 };
  return checkStatement(checkInput(whole, undefined, [source])).verdict === 'contradicted';
}

/** True when each number of the statement stands in the quote, as the same quantity or as the same digits. */
function givesNumbers(statement: string, quoted: string): boolean {
  const ours = extractFacts(statement).flatMap(({ quantities }) => quantities);
  const theirs = extractFacts(quoted).flatMap(({ quantities }) => quantities);
  const inWords = new Set(contentWords(quoted).filter((word) => /\p{N}/u.test(word)));
  const held = ours.filter((fact) => theirs.some((other) => sameValue(fact, other)));
  if (held.length < ours.length) return false;
  return [...statement.matchAll(/\p{N}+(?:[.,]\p{N}+)*/gu)].every(
    ({ 0: digits, index }) =>
      inWords.has(digits.replace(/,(?=\p{N}{3}\b)/gu, '')) ||
      held.some(({ start, end }) => start <= index && index < end),
  );
}

function sharesWord(statement: string, quoted: string): boolean {
  const theirs = new Set(tokenise(quoted));
  return tokenise(statement).some((word) => !/^\p{N}/u.test(word) && theirs.has(word));
}
