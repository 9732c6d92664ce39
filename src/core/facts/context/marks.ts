import { oncePer } from '../../once';
import type { Token } from '../../text/tokens';

/** What a token is to a list of findings. */
const part = { word: 0, joint: 1, opening: 2, closing: 3 } as const;

/**
 * The marks of a sentence. Whether a clause ends is asked for every cue of every term, so that it is looked up here and
 * not read each time. The arrays called next give, for a position, the next one from there on that has such a mark, and
 * {@link none} where none has.
 */
export interface SentenceMarks {
  parts: Uint8Array;
  nextComma: Int32Array;
  /** A mark that ends a clause, whatever is said before it. */
  nextEnd: Int32Array;
  /** A dash with room on both sides, which ends what a negation denies. */
  nextDash: Int32Array;
}

/** Behind any sentence. */
export const none = 2 ** 31 - 1;

/** The marks of a sentence, read once for the same list of tokens. */
export const marksOf = oncePer((list: readonly Token[]): SentenceMarks => ({
  parts: Uint8Array.from(list, ({ text }) => partOf(text)),
  nextComma: nextOf(list, ({ text }) => text === ','),
  nextEnd: nextOf(list, ({ text }) => text.length === 1 && ';:.?!'.includes(text)),
  nextDash: nextOf(list, isDash),
}));

/** True where the next of a kind stands before `to`; `from` may lie behind the sentence. */
export function comesBefore(next: Int32Array, from: number, to: number): boolean {
  return (next[from] ?? none) < to;
}

/** True when no gap between list marks is longer than `longest` tokens; what stands in brackets is said aside. */
export function gapsWithin(list: readonly Token[], from: number, to: number, longest: number): boolean {
  const { parts } = marksOf(list);
  const end = Math.min(to, parts.length);
  let gap = 0;
  let depth = 0;
  for (let at = from; at < end; at++) {
    const kind = parts[at];
    if (kind === part.opening) depth++;
    else if (kind === part.closing) depth = Math.max(0, depth - 1);
    else if (kind === part.joint) gap = 0;
    else if (depth === 0) gap++;
    if (gap > longest) return false;
  }
  return true;
}

/** True for what stands between the items of a list. */
export function isListMark(text: string): boolean {
  return text === ',' || text === '/' || text === 'or' || text === 'and' || text === 'nor';
}

function partOf(text: string): number {
  if (text === '(') return part.opening;
  if (text === ')') return part.closing;
  return isListMark(text) ? part.joint : part.word;
}

function nextOf(
  list: readonly Token[],
  isOne: (token: Token, at: number, list: readonly Token[]) => boolean,
): Int32Array {
  const next = new Int32Array(list.length + 1).fill(none);
  for (let at = list.length - 1; at >= 0; at--) {
    const token = list[at];
    next[at] = token && isOne(token, at, list) ? at : (next[at + 1] ?? none);
  }
  return next;
}

/** "No choking or cyanosis - cough pre-dated": a dash with room on both sides begins something else. */
function isDash(dash: Token, at: number, list: readonly Token[]): boolean {
  const [before, behind] = [list[at - 1], list[at + 1]];
  if (!before || !behind || !/^[-–—]$/.test(dash.text)) return false;
  return before.end < dash.start && dash.end < behind.start;
}
