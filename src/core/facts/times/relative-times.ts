import type { Span } from '../../text/span';
import { tokens, type Token } from '../../text/tokens';
import type { DateFact, TimeUnit } from '../fact';
import { findNumbers } from '../quantities/numbers';
import timeWords from '../terms/time-words.json';
import { spanOf, wordAt } from '../token-reach';
import { readAmount, unitOf, type Amount } from './amounts';

/** A time that lasts, or that is counted from the visit. Token indices, `to` exclusive. */
export interface TimeMention extends Pick<DateFact, 'amount' | 'direction' | 'vague'> {
  from: number;
  to: number;
  form: 'relative' | 'span';
  days: { low: number; high: number };
  precision: TimeUnit;
}

/** Days in a unit of time; a month and a year as the mean of the Gregorian calendar. */
export const daysIn: Record<TimeUnit, number> = { h: 1 / 24, d: 1, wk: 7, mo: 30.44, a: 365.25 };

const deictic = timeWords.deictic
  .map((entry) => ({ ...entry, words: tokens(entry.words).map((token) => token.text) }))
  .sort((a, b) => b.words.length - a.words.length);

const approximate = new Set(timeWords.approximate);

/** How many words ("about", "like", "the") may stand between a time and the word that places it. */
const longestLead = 5;

/**
 * Finds times that last ("for 3 days", "a 2-week history", "3/7") and times counted from the visit ("two weeks ago",
 * "in 6 months", "since yesterday", "next week"). Ages and frequencies ("every 6 hours", "twice a day") are not times.
 */
export function findRelativeTimes(list: readonly Token[]): TimeMention[] {
  const numbers = findNumbers(list);
  const numberEnds = new Map(numbers.map((number) => [number.to, number]));
  const found: TimeMention[] = [];
  for (let at = 0; at < list.length; at++) {
    const mention = readDeictic(list, at) ?? placed(list, readAmount(list, at, numbers, numberEnds));
    if (mention && mention.from >= (found.at(-1)?.to ?? 0)) found.push(mention);
  }
  return found;
}

function readDeictic(list: readonly Token[], at: number): TimeMention | undefined {
  const entry = deictic.find(({ words }) =>
    words.every((word, offset) => wordAt(list, at + offset) === word),
  );
  // "For the last week" is a length of time; "last week" is a time.
  const isLength = wordAt(list, at - 1) === 'the' && /^(?:last|next|previous)$/.test(wordAt(list, at));
  // "A year last week" is a year and a week ago, and "of the previous year" is counted from another time.
  const isCounted = unitOf.has(wordAt(list, at - 1)) || wordAt(list, at - 1) === 'of';
  if (!entry || isLength || isCounted) return undefined;
  const [low = 0, high = 0] = entry.days;
  return {
    from: at,
    to: at + entry.words.length,
    form: 'relative',
    days: { low, high },
    precision: high > 100 ? 'a' : high > 30 ? 'mo' : high > 7 ? 'wk' : 'd',
    direction: entry.direction as 'past' | 'future',
    vague: low !== high,
  };
}

const age = /^(?:old|of age|\/ o)\b|^(?:-|–) (?:old\b|of)/;
const frequencyBefore = /^(?:every|each|per|times|q|\/)$/;

const spanBefore =
  /^(?:for|x|×|during|over|throughout|within|lasting|lasts|lasted|last|took|takes|spanning)$/;

const pastBefore = /^(?:past|previous|preceding|since|prior)$/;
const futureBefore = /^(?:next|coming|following|upcoming)$/;

/** Reads the words around an amount: ago, ahead, lasting; none where it is an age or a frequency. */
function placed(list: readonly Token[], amount: Amount | undefined): TimeMention | undefined {
  if (!amount) return undefined;
  const { to, unit } = amount;
  const after = [0, 1, 2].map((offset) => wordAt(list, to + offset)).join(' ');
  // "One day a week", "three days weekly", "2h" in "q.2h".
  const isRate =
    /^(?:(?:a|per|each|every|\/|out of each) (?:day|week|month|year)|weekly|monthly|yearly)\b/.test(after) ||
    /^q$/.test(wordAt(list, amount.from - 2));
  if (age.test(after) || isRate) return undefined;
  let lead = amount.from - 1;
  const leads: string[] = [];
  for (let steps = 0; steps < longestLead && approximate.has(wordAt(list, lead)); steps++) {
    leads.push(wordAt(list, lead));
    lead--;
  }
  const before = wordAt(list, lead);
  const beforeThat = wordAt(list, lead - 1);
  if (frequencyBefore.test(before) || frequencyBefore.test(wordAt(list, amount.from - 1))) return undefined;
  const isPast = pastBefore.test(before) || (before === 'last' && list[lead + 1] !== undefined);
  const placing = ((): Pick<TimeMention, 'form' | 'direction'> | undefined => {
    if (/^(?:ago|back)\b/.test(after)) return { form: 'relative', direction: 'past' };
    if (/^(?:out from|post|status post|s \/ p|postop)/.test(after))
      return { form: 'relative', direction: 'past' };
    if (/^(?:from now|from today|' time|time)/.test(after)) return { form: 'relative', direction: 'future' };
    if (/^(?:'s time)/.test(after)) return { form: 'relative', direction: 'future' };
    if (/^(?:- )?(?:history|hx|h \/ o)\b/.test(after)) return { form: 'span', direction: 'past' };
    if (/^(?:earlier|later|prior|before|beforehand|after|apart)\b/.test(after))
      return { form: 'span', direction: 'none' };
    if (isPast) return { form: 'span', direction: 'past' };
    if (futureBefore.test(before)) return { form: 'span', direction: 'future' };
    if (before === 'in') return { form: 'relative', direction: 'future' };
    if (spanBefore.test(before)) return { form: 'span', direction: 'none' };
    if (before === 'after' || beforeThat === 'after') return { form: 'span', direction: 'none' };
    // A bare "a week" is mostly a rate ("twice a week"); "about a week" is none.
    return amount.article && !leads.some((word) => /^(?:about|around|roughly|nearly|almost)$/.test(word))
      ? undefined
      : { form: 'span', direction: 'none' };
  })();
  if (!placing) return undefined;
  const approximateLead = leads.some((word) =>
    /^(?:about|around|approximately|approx|roughly|like|probably|maybe|almost|nearly|over|least|more|less|~|>|<|under|up)$/.test(
      word,
    ),
  );
  const orSo = /^or (?:so|more|two|something)\b/.test(after);
  const span = (part: { from: number; to: number }): Span =>
    part.from === part.to
      ? { start: list[part.from]?.start ?? 0, end: list[part.from]?.start ?? 0 }
      : spanOf(list, part.from, part.to);
  return {
    from: amount.from,
    to,
    ...placing,
    days: { low: amount.low * daysIn[unit], high: amount.high * daysIn[unit] },
    amount: {
      ...span(amount.number),
      low: amount.low,
      high: amount.high,
      unit,
      unitSpan: spanOf(list, amount.unitAt.from, amount.unitAt.to),
    },
    precision: unit,
    vague: amount.vague || (amount.article && (approximateLead || orSo)),
  };
}
