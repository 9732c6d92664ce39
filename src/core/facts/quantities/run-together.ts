import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';

/** More tablets than four are not taken at a time. */
const tablets = wordTable<number>({ one: 1, two: 2, three: 3, four: 4 });

const rates = [
  '(?:tab(?:let)?|pill|cap(?:sule)?|puff|spray|drop)s?\\b',
  '(?:once|twice|thrice|daily|nightly|bd|bid|tds|tid|qds|qid|nocte|prn)\\b',
  '(?:a|per|each|every) (?:day|night|morning|evening)\\b',
  'every (?:other|\\w+ (?:hours?|hourly|days?))\\b',
  '(?:three|four|five|six) times (?:a|per|each|every) day\\b',
  'at (?:night|bedtime|breakfast|lunch|dinner|supper|tea)\\b',
  'in the (?:morning|evening)\\b',
];
const rate = new RegExp(`^(?:${rates.join('|')})`);

/** Tokens in the longest of these. */
const rateReach = 6;

/**
 * How many are taken at a time, where speech without punctuation runs it into the strength: "five hundred two twice a day" is two of
 * 500. Undefined for what no frequency and no word for tablets follows, and for more than are taken at a time.
 * @param at the token that may count them
 */
export function takenAtATime(list: readonly Token[], at: number): number | undefined {
  const count = tablets[list[at]?.text ?? ''];
  const behind = list.slice(at + 1, at + 1 + rateReach).map(({ text }) => text);
  return count !== undefined && rate.test(behind.join(' ')) ? count : undefined;
}

const periods = wordTable<number>({ week: 7, month: 31, fortnight: 14 });

/**
 * True for a number of days that a period has none of: the "two fifty three" of "two fifty three days a week" is 250, on three days.
 * @param to behind the number
 */
export function isMoreThanDays(list: readonly Token[], to: number, value: number): boolean {
  const [days, each, period] = [0, 1, 2].map((offset) => list[to + offset]?.text ?? '');
  const most = periods[period ?? ''];
  return (
    /^(?:days|nights|mornings|evenings|times)$/.test(days ?? '') &&
    /^(?:a|per|each|every)$/.test(each ?? '') &&
    most !== undefined &&
    value > most
  );
}
