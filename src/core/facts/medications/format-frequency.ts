import { formatNumber } from '../format';
import type { MedicationFrequency } from './medication-fact';

const times: Record<number, string> = { 1: 'once', 2: 'twice', 3: 'three times', 4: 'four times' };
// "QD" and "QOD" have been misread (The Joint Commission, Official "Do Not Use" List), so neither is proposed.
const latin: Record<number, string> = { 2: 'bid', 3: 'tid', 4: 'qid' };

/** "every 6 hours", "q8h": said as an interval. */
function isInterval(text: string): boolean {
  return /\bh(?:ours?|rs?|ourly)?\b|\bq\.? ?\d/i.test(text);
}

function hours({ perDay, perDayHigh }: MedicationFrequency, joint: string): string {
  const most = formatNumber(24 / perDay, 1);
  return perDayHigh === undefined ? most : `${formatNumber(24 / perDayHigh, 1)}${joint}${most}`;
}

/**
 * A frequency as the writer of another one would put it: "BID" beside "TID", "twice a day" beside "three times a day".
 * @param frequency what to write
 * @param like how the writer wrote the other one
 */
export function frequencyLike(frequency: MedicationFrequency, like: string): string {
  const { perDay, perDayHigh, text } = frequency;
  const short = /^(?:q|[bt]\.?i\.?d|b\.?d\.?$|t\.?d\.?s)/i.test(like);
  const upper = short && like === like.toUpperCase();
  const cased = (words: string): string => (upper ? words.toUpperCase() : words);
  if (isInterval(text)) {
    return short ? cased(`q${hours(frequency, '-')}h`) : `every ${hours(frequency, ' to ')} hours`;
  }
  if (short && latin[perDay] !== undefined && perDayHigh === undefined) return cased(latin[perDay]);
  const count = perDayHigh === undefined ? times[perDay] : undefined;
  if (count === undefined) return text;
  if (perDay === 1 && /^daily$/i.test(like)) return like;
  return / a day$/i.test(like) ? `${count} a day` : perDay === 1 && short ? 'daily' : `${count} daily`;
}
