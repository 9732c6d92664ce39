import type { Token } from '../../text/tokens';
import type { TimeUnit } from '../fact';
import { glued, wordAt } from '../token-reach';

/** Units below the stroke, by UCUM code. */
const units: Record<string, TimeUnit> = { 7: 'd', 52: 'wk', 12: 'mo' };

/** What is counted, so that "4/7" before it is a share. */
const shares =
  /^(?:patients?|people|days?|criteria|points?|power|strength|children|episodes?|nodes?|cores?|biops\w+|samples?|correct)$/;

/** "4/7 productive cough": a line that begins so tells for how long, where a word of what it is follows. */
export function opensWithTime(list: readonly Token[], from: number, to: number): boolean {
  // "2/12+ headaches".
  const behind = wordAt(list, to) === '+' ? to + 1 : to;
  const next = wordAt(list, behind);
  // "7/7 considered" tells what was done about seven days.
  return opensLine(list, from) && list[behind]?.kind === 'word' && !shares.test(next) && !next.endsWith('ed');
}

/** Labels of what somebody comes with, with and without a colon: "HPC: 6/52 cough", "PC 3/7 D&V". */
const labels = /^(?:hpc|hopc|pc|hpi|hx|history|complaint|problem|c \/ o)$/;
/** Tokens. */
const longestLabel = 3;

/** True at the beginning of a line, and behind its label. */
function opensLine(list: readonly Token[], from: number): boolean {
  if (from === 0) return true;
  if (from > longestLabel + 1) return false;
  const marked = /^[:–-]$/.test(wordAt(list, from - 1));
  const label = list.slice(0, marked ? from - 1 : from).map(({ text }) => text);
  return labels.test(label.join(' ')) || (marked && label.every((word) => /^\p{L}+$/u.test(word)));
}

/**
 * "3/7 hx of D&V", "2/52 R sided back pain": a time that opens a line in short form says since when the complaint is there.
 * @param from the token that it begins at; `to` exclusive
 */
export function tellsOnset(list: readonly Token[], from: number, to: number): boolean {
  if (shortTimeUnit(list, to - 1) === undefined) return false;
  return /^(?:hx|history)$/.test(wordAt(list, to)) || opensWithTime(list, from, to);
}

/** The unit of "3/7", "2/52" and "6/12", where the token at `at` is what stands below the stroke; undefined for any other. */
export function shortTimeUnit(list: readonly Token[], at: number): TimeUnit | undefined {
  return wordAt(list, at - 1) === '/' && glued(list, at) ? units[wordAt(list, at)] : undefined;
}
