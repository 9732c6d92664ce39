import { findNumbers } from '../../facts/quantities/numbers';
import type { Token } from '../../text/tokens';

/** Parts of a whole by their names; "half" needs no number before it. */
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

/**
 * A share of a group, however it is written: "one in four", "25 % of", "a quarter of the". Only one that is said of a group
 * counts, so that an ejection fraction of 30 % is none; a bound ("at least half") is a word of its own before it.
 * @returns in whole percent, with the token behind it and its "of"; undefined where none begins at `at`
 */
export function shareAt(list: readonly Token[], at: number): { percent: number; to: number } | undefined {
  const word = (index: number): string => list[index]?.text ?? '';
  const number = findNumbers(list.slice(at, at + widest)).find(({ from }) => from === 0);
  const count = number?.value ?? (/^an?$/.test(word(at)) ? 1 : undefined);
  const next = at + (number?.to ?? (count === undefined ? 0 : 1));
  // "Two thirds" is a number of its own.
  if (number && number.value < 1) return ofGroup(list, 100 * number.value, next);
  if (number && /^(?:%|percent)$/.test(word(next))) return ofGroup(list, number.value, next + 1);
  if (number && word(next) === 'per' && word(next + 1) === 'cent')
    return ofGroup(list, number.value, next + 2);
  const part = parts[word(next).replace(/s$/, '')];
  if (part !== undefined && (count !== undefined || word(next) === 'half'))
    return ofGroup(list, (100 * (count ?? 1)) / part, next + 1);
  if (!number || word(next) !== 'in') return undefined;
  const whole = findNumbers(list.slice(next + 1, next + 1 + widest)).find(({ from }) => from === 0);
  if (!whole || whole.value <= number.value || !Number.isInteger(whole.value)) return undefined;
  const to = next + 1 + whole.to;
  return { percent: Math.round((100 * number.value) / whole.value), to: behindOf(list, to) ?? to };
}

/** So many tokens may be one number. */
const widest = 4;

function ofGroup(
  list: readonly Token[],
  percent: number,
  to: number,
): { percent: number; to: number } | undefined {
  const behind = behindOf(list, to);
  return behind === undefined ? undefined : { percent: Math.round(percent), to: behind };
}

function behindOf(list: readonly Token[], at: number): number | undefined {
  if (list[at]?.text !== 'of') return undefined;
  return /^(?:the|all)$/.test(list[at + 1]?.text ?? '') ? at + 2 : at + 1;
}
