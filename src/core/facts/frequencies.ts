import type { Token } from '../text/tokens';
import type { NumberMention } from './numbers';

/** How often something is taken, per day, found in tokens `from`…`to` (exclusive). */
export interface FrequencyMention {
  perDay: number;
  from: number;
  to: number;
}

const latin: Record<string, number> = {
  qd: 1, od: 1, bid: 2, bd: 2, tid: 3, tds: 3, qid: 4, qds: 4, qhs: 1, nocte: 1, qam: 1, qpm: 1, qod: 0.5, qwk: 1 / 7,
}; // prettier-ignore
const adverbs: Record<string, number> = {
  daily: 1, nightly: 1, weekly: 1 / 7, hourly: 24, monthly: 1 / 30.44,
}; // prettier-ignore
const counts: Record<string, number> = { once: 1, twice: 2, thrice: 3 };
const periodDays: Record<string, number> = {
  hour: 1 / 24, hours: 1 / 24, hrs: 1 / 24, hr: 1 / 24, h: 1 / 24, day: 1, days: 1, d: 1, week: 7, weeks: 7, wk: 7,
  month: 30.44, months: 30.44, morning: 1, evening: 1, night: 1, bedtime: 1, year: 365.25,
}; // prettier-ignore

/**
 * Finds dosing frequencies: "twice daily", "3 times a day", "every 8 hours", "8 hourly", "q8h", "b.i.d.", "nightly".
 * @param numbers the numbers of the same tokens
 */
export function findFrequencies(
  list: readonly Token[],
  numbers: readonly NumberMention[],
): FrequencyMention[] {
  const found: FrequencyMention[] = [];
  for (let at = 0; at < list.length;) {
    const mention = readFrequency(list, numbers, at);
    if (mention) found.push(mention);
    at = mention ? mention.to : at + 1;
  }
  return found;
}

function readFrequency(
  list: readonly Token[],
  numbers: readonly NumberMention[],
  at: number,
): FrequencyMention | undefined {
  const word = (index: number): string => list[index]?.text ?? '';
  const numberAt = (index: number): NumberMention | undefined =>
    numbers.find((number) => number.from === index);

  const dotted = readDotted(list, at);
  if (dotted) return dotted;
  const abbreviation = latin[word(at)];
  if (abbreviation !== undefined) return { perDay: abbreviation, from: at, to: at + 1 };
  const glued = /^q(\d{1,2})(h|hr|hrs|d|w|wk)$/.exec(word(at));
  if (glued) {
    const days = Number(glued[1]) * (periodDays[glued[2]?.replace(/^w$/, 'wk') ?? ''] ?? 1);
    return days > 0 ? { perDay: 1 / days, from: at, to: at + 1 } : undefined;
  }

  const number = numberAt(at);
  const times = /^(?:times|x|×)$/.test(word(number?.to ?? -1)) ? number : undefined;
  const count = counts[word(at)] ?? times?.value;
  if (count !== undefined) {
    const after = times ? times.to + 1 : at + 1;
    const period = readPeriod(list, numbers, after);
    if (period && count > 0) return { perDay: count / period.days, from: at, to: period.to };
    return undefined;
  }
  if (number && number.value > 0 && (word(number.to) === 'hourly' || word(number.to + 1) === 'hourly')) {
    const to = word(number.to) === 'hourly' ? number.to + 1 : number.to + 2;
    return { perDay: 24 / number.value, from: at, to };
  }
  if (/^(?:every|each)$/.test(word(at))) {
    const period = readPeriod(list, numbers, at);
    return period ? { perDay: 1 / period.days, from: at, to: period.to } : undefined;
  }
  const adverb = adverbs[word(at)];
  if (adverb !== undefined) return { perDay: adverb, from: at, to: at + 1 };
  return undefined;
}

/** "b.i.d.", "q.d.", "t.i.d" as separate tokens. */
function readDotted(list: readonly Token[], at: number): FrequencyMention | undefined {
  let letters = '';
  let to = at;
  while (/^\p{L}$/u.test(list[to]?.text ?? '') && list[to + 1]?.text === '.' && letters.length < 3) {
    letters += list[to]?.text ?? '';
    to += 2;
  }
  if (
    /^\p{L}$/u.test(list[to]?.text ?? '') &&
    list[to]?.start === list[to - 1]?.end &&
    letters.length === 2
  ) {
    letters += list[to]?.text ?? '';
    to++;
  }
  const perDay = letters.length >= 2 ? latin[letters] : undefined;
  return perDay === undefined ? undefined : { perDay, from: at, to };
}

/** "daily", "a day", "per week", "every 8 hours", "in the morning": the length of the period in days. */
function readPeriod(
  list: readonly Token[],
  numbers: readonly NumberMention[],
  at: number,
): { days: number; to: number } | undefined {
  const word = (index: number): string => list[index]?.text ?? '';
  const adverb = adverbs[word(at)];
  if (adverb !== undefined) return { days: 1 / adverb, to: at + 1 };
  if (!/^(?:a|an|per|each|every|in|at|\/)$/.test(word(at))) return undefined;
  let next = at + 1;
  if (/^(?:the|other|single)$/.test(word(next))) next++;
  const number = numbers.find((mention) => mention.from === next);
  const days = periodDays[word(number?.to ?? next)];
  if (days === undefined || (number && number.value <= 0)) return undefined;
  const other = word(at + 1) === 'other' ? 2 : 1;
  return { days: days * (number?.value ?? 1) * other, to: (number?.to ?? next) + 1 };
}
