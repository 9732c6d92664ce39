import type { Token } from '../text/tokens';
import type { TimeUnit } from './fact';
import { glued, wordAt } from './token-reach';

/** Units below the stroke, by UCUM code. */
const units: Record<string, TimeUnit> = { 7: 'd', 52: 'wk', 12: 'mo' };

/** What is counted, so that "4/7" before it is a share. */
const shares =
  /^(?:patients?|people|days?|criteria|points?|power|strength|children|episodes?|nodes?|cores?|biops\w+|samples?|correct)$/;

/** "4/7 productive cough": a line that begins so tells for how long, where a word of what it is follows. */
export function opensWithTime(list: readonly Token[], from: number, to: number): boolean {
  const next = wordAt(list, to);
  // "7/7 considered" tells what was done about seven days.
  return from === 0 && list[to]?.kind === 'word' && !shares.test(next) && !next.endsWith('ed');
}

/** The unit of "3/7", "2/52" and "6/12", where the token at `at` is what stands below the stroke; undefined for any other. */
export function shortTimeUnit(list: readonly Token[], at: number): TimeUnit | undefined {
  return wordAt(list, at - 1) === '/' && glued(list, at) ? units[wordAt(list, at)] : undefined;
}
