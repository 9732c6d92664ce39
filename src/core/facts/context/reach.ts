import type { Token } from '../../text/tokens';
import type { CueMention } from './cues';
import { comesBefore, gapsWithin, marksOf } from './marks';
import type { CueMeaning } from './cue-table';
import { wordAt } from '../token-reach';

/** The tokens of a term in its sentence, `to` exclusive. */
export interface Term {
  from: number;
  to: number;
}

/** What cues say that deny. */
export const negatives: ReadonlySet<CueMeaning> = new Set(['absent', 'absent-narrowed', 'unlikely']);

/** A sentence with what was found in it. */
export interface Reading {
  list: readonly Token[];
  terms: readonly Term[];
  /** All cues but those inside the term that is asked about. */
  cues: readonly CueMention[];
  /** Those of the cues that end a clause or a negation. */
  ends: readonly CueMention[];
  /** Speech without marks: nothing shows where a clause ends. */
  runsOn: boolean;
}

/** Tokens between a cue and a term, on whichever side it stands. */
export function distance(cue: CueMention, term: Term): number {
  return cue.to <= term.from ? term.from - cue.to : cue.from - term.to;
}

/** Where the clause of a cue goes on: a verb right behind it is its own ("no longer has", "if you have", "mother has"). */
export function behind({ list, ends }: Reading, cue: CueMention): number {
  // "Denies: fever", "mother: asthma".
  if (wordAt(list, cue.to) === ':') return cue.to + 1;
  // "My husband that has diabetes", "a sister who had lupus".
  const isRelative = cue.says === 'family' && /^(?:that|who)$/.test(wordAt(list, cue.to));
  const next = ends.find(({ says, from }) => says === 'clause-end' && from === cue.to + (isRelative ? 1 : 0));
  if (!next) return cue.to;
  const isVerb = next.to === next.from + 1 && ownVerb.test(wordAt(list, next.from));
  const own = cue.says === 'absent' ? isVerb : isVerb || next.to > next.from + 1;
  return own ? next.to : cue.to;
}

const ownVerb =
  /^(?:has|reports|reported|endorses|endorsed|complains|complaining|states|stated|presents|notes|admits|i)$/;

/** True when a cue reaches `to`: no gap between list marks is too long; what stands in brackets is said aside. */
export function reaches(list: readonly Token[], cue: CueMention, to: number): boolean {
  return gapsWithin(list, cue.to, to, cue.reach);
}

/** True when a bracket opens between two token positions and does not close, or the other way round. */
export function opensBracket(list: readonly Token[], from: number, to: number): boolean {
  let depth = 0;
  for (const token of list.slice(from, to)) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

/**
 * True when a clause ends between two token positions.
 * @param isPassed true for a cue that ends others and not this clause
 */
export function clauseEnds(
  { list, ends }: Reading,
  from: number,
  to: number,
  negated = false,
  isPassed?: (end: CueMention) => boolean,
): boolean {
  const { nextEnd, nextDash } = marksOf(list);
  if (comesBefore(nextEnd, from, to) || (negated && comesBefore(nextDash, from + 1, to))) return true;
  return ends.some(
    (cue) =>
      !isPassed?.(cue) &&
      cue.from >= from &&
      cue.to <= to &&
      (cue.says === 'clause-end' || (negated && cue.says === 'negation-end' && cue.from > from)),
  );
}
