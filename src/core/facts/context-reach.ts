import type { Token } from '../text/tokens';
import type { CueMention } from './context-cues';
import type { CueMeaning } from './cue-table';
import { wordAt } from './token-reach';

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
  /** Speech without marks: nothing shows where a clause ends. */
  runsOn: boolean;
}

/** Tokens between a cue and a term, on whichever side it stands. */
export function distance(cue: CueMention, term: Term): number {
  return cue.to <= term.from ? term.from - cue.to : cue.from - term.to;
}

/** True for what stands between the items of a list. */
export function isListMark(text: string): boolean {
  return text === ',' || text === '/' || text === 'or' || text === 'and' || text === 'nor';
}

/** Where the clause of a cue goes on: a verb right behind it is its own ("no longer has", "if you have", "mother has"). */
export function behind({ list, cues }: Reading, cue: CueMention): number {
  // "Denies: fever", "mother: asthma".
  if (wordAt(list, cue.to) === ':') return cue.to + 1;
  // "My husband that has diabetes", "a sister who had lupus".
  const isRelative = cue.says === 'family' && /^(?:that|who)$/.test(wordAt(list, cue.to));
  const next = cues.find(({ says, from }) => says === 'clause-end' && from === cue.to + (isRelative ? 1 : 0));
  if (!next) return cue.to;
  const isVerb = next.to === next.from + 1 && ownVerb.test(wordAt(list, next.from));
  const own = cue.says === 'absent' ? isVerb : isVerb || next.to > next.from + 1;
  return own ? next.to : cue.to;
}

const ownVerb =
  /^(?:has|reports|reported|endorses|endorsed|complains|complaining|states|stated|presents|notes|admits|i)$/;

/** True when a cue reaches `to`: no gap between list marks is too long; what stands in brackets is said aside. */
export function reaches(list: readonly Token[], cue: CueMention, to: number): boolean {
  let gap = 0;
  let depth = 0;
  for (const { text } of list.slice(cue.to, to)) {
    if (text === '(') depth++;
    else if (text === ')') depth = Math.max(0, depth - 1);
    else if (isListMark(text)) gap = 0;
    else if (depth === 0) gap++;
    if (gap > cue.reach) return false;
  }
  return true;
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

/** True when a clause ends between two token positions. */
export function clauseEnds({ list, cues }: Reading, from: number, to: number, negated = false): boolean {
  const ends = (cue: CueMention): boolean =>
    cue.says === 'clause-end' || (negated && cue.says === 'negation-end' && cue.from > from);
  if (cues.some((cue) => ends(cue) && cue.from >= from && cue.to <= to)) return true;
  // Asked for every cue of every term: marks are told by their length before they are looked at.
  for (let at = from; at < to; at++) {
    const { text = '' } = list[at] ?? {};
    if (text.length !== 1) continue;
    if (ending.test(text) || (negated && at > from && isDash(list, at))) return true;
  }
  return false;
}

const ending = /^[;:.?!]$/;

/** "No choking or cyanosis - cough pre-dated": a dash with room on both sides begins something else. */
function isDash(list: readonly Token[], at: number): boolean {
  const [before, dash, behind] = [list[at - 1], list[at], list[at + 1]];
  if (!dash || !before || !behind || !/^[-–—]$/.test(dash.text)) return false;
  return before.end < dash.start && dash.end < behind.start;
}
