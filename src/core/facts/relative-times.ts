import type { Span } from '../text/span';
import { tokens, type Token } from '../text/tokens';
import type { DateFact, TimeUnit } from './fact';
import { findNumbers, type NumberMention } from './numbers';
import { shortTimeUnit } from './short-times';
import timeWords from './terms/time-words.json';
import { glued, spanOf, wordAt } from './token-reach';

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

const unitOf = new Map(
  Object.entries(timeWords.units).flatMap(([unit, names]) => names.map((name) => [name, unit as TimeUnit])),
);
const amountWords = new Map(
  Object.entries(timeWords.wordsThatAreAmounts).map(([word, [count, unit]]) => [
    word,
    { count: count as number, unit: unit as TimeUnit },
  ]),
);
const vague = new Map(
  Object.entries(timeWords.vague).map(([word, [low, high]]) => [word, { low: low ?? 0, high: high ?? 0 }]),
);
const deictic = timeWords.deictic
  .map((entry) => ({ ...entry, words: tokens(entry.words).map((token) => token.text) }))
  .sort((a, b) => b.words.length - a.words.length);
const approximate = new Set(timeWords.approximate);

/** How many words ("about", "like", "the") may stand between a time and the word that places it. */
const longestLead = 5;

/** What a time says by itself: how much of which unit. */
interface Amount {
  from: number;
  to: number;
  low: number;
  high: number;
  unit: TimeUnit;
  vague: boolean;
  /** "A week": said often without meaning a length. */
  article: boolean;
  /** Token indices of the number, `to` exclusive, and of the unit. */
  number: { from: number; to: number };
  unitAt: { from: number; to: number };
}

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

/** The amount whose unit stands at token `at`. */
function readAmount(
  list: readonly Token[],
  at: number,
  numbers: readonly NumberMention[],
  numberEnds: ReadonlyMap<number, NumberMention>,
): Amount | undefined {
  const word = wordAt(list, at);
  const single = amountWords.get(word.replace(/s$/, ''));
  if (single) {
    const article = /^(?:a|one|1)$/.test(wordAt(list, at - 1)) ? at - 1 : at;
    const number = { from: article, to: at + 1 };
    if (word.endsWith('s') || (article === at && word !== 'fortnight')) return undefined;
    return {
      ...{ from: article, to: at + 1, low: single.count, high: single.count, unit: single.unit, vague: true },
      ...{ article: true, number, unitAt: { from: at, to: at + 1 } },
    };
  }
  const short = readShort(list, at);
  if (short) return short;
  // "In a week's time".
  const unit = unitOf.get(wordAt(list, at + 1) === 'time' ? word.replace(/s?'s?$/, '') : word);
  if (unit === undefined) return undefined;
  // One letter is a unit only where it is glued to digits: "3d".
  if (word.length === 1 && !(glued(list, at) && list[at - 1]?.kind === 'number')) return undefined;
  const hyphen = /^[-–]$/.test(wordAt(list, at - 1)) && glued(list, at - 1);
  const end = hyphen ? at - 1 : at;
  const unitAt = { from: at, to: at + 1 };
  const last = numberEnds.get(end);
  if (last) return withHalf(list, counted(list, last, numbers, numberEnds, unit, unitAt));
  return withHalf(list, uncounted(list, end, unit, unitAt));
}

/** "6 weeks", "6 to 8 weeks", "between 2 and 3 days", "four five days". */
function counted(
  list: readonly Token[],
  last: NumberMention,
  numbers: readonly NumberMention[],
  numberEnds: ReadonlyMap<number, NumberMention>,
  unit: TimeUnit,
  unitAt: { from: number; to: number },
): Amount | undefined {
  const { alternatives } = last;
  const said =
    alternatives.length > 1 && alternatives.every((value) => value < 25) ? alternatives : [last.value];
  let low = Math.min(...said);
  const high = Math.max(...said);
  let from = last.from;
  let link = from - 1;
  if (/^[-–]$/.test(wordAt(list, link)) && /^(?:to|or)$/.test(wordAt(list, link - 1))) link--;
  const isLink =
    /^(?:-|–|to|or)$/.test(wordAt(list, link)) ||
    (wordAt(list, link) === 'and' && numbers.some(({ to }) => to === link));
  let before = isLink ? numberEnds.get(link) : undefined;
  if (!before && isLink && /^[-–]$/.test(wordAt(list, link - 1))) before = numberEnds.get(link - 1);
  const between = wordAt(list, link) !== 'and' || wordAt(list, (before?.from ?? 0) - 1) === 'between';
  if (before && between && before.value < low && before.value > 0) {
    low = before.value;
    from = before.from;
  } else if (/^(?:to|or)$/.test(wordAt(list, link)) && unitOf.get(wordAt(list, link - 1)) === unit) {
    // "A week to two weeks".
    const first = numberEnds.get(link - 1)?.value ?? 1;
    if (first < low && first > 0) low = first;
  }
  if (!(high > 0) || high > 1000) return undefined;
  return {
    from,
    to: unitAt.to,
    low,
    high,
    unit,
    vague: false,
    article: false,
    number: { from, to: last.to },
    unitAt,
  };
}

/** "A week", "a couple of days", "the past few months", "several years". */
function uncounted(
  list: readonly Token[],
  end: number,
  unit: TimeUnit,
  unitAt: { from: number; to: number },
): Amount | undefined {
  const of = wordAt(list, end - 1) === 'of' ? end - 1 : end;
  const word = wordAt(list, of - 1);
  const range = vague.get(word);
  const shared = { unit, unitAt, to: unitAt.to };
  if (range) {
    const article = wordAt(list, of - 2) === 'a' ? of - 2 : of - 1;
    return {
      ...shared,
      ...range,
      from: article,
      vague: true,
      article: false,
      number: { from: article, to: end },
    };
  }
  if (of !== end) return undefined;
  const one = { low: 1, high: 1, vague: false, article: true };
  if (/^an?$/.test(word)) {
    return { ...shared, ...one, from: end - 1, number: { from: end - 1, to: end } };
  }
  // "Over the past week", "the last month or so".
  if (
    /^(?:past|last|next|coming|following)$/.test(word) &&
    /^(?:the|this|for|over|in)$/.test(wordAt(list, end - 2))
  ) {
    return { ...shared, ...one, vague: true, from: end, number: { from: end, to: end } };
  }
  return undefined;
}

/** "A year and a half", "two and a half weeks" is read with its number already. */
function withHalf(list: readonly Token[], amount: Amount | undefined): Amount | undefined {
  if (!amount) return undefined;
  const half = ['and', 'a', 'half'].every((word, offset) => wordAt(list, amount.to + offset) === word);
  return half ? { ...amount, low: amount.low + 0.5, high: amount.high + 0.5, to: amount.to + 3 } : amount;
}

/** "3/7", "2/52" and "6/12", as British notes write days, weeks and months. */
function readShort(list: readonly Token[], at: number): Amount | undefined {
  const unit = shortTimeUnit(list, at);
  if (unit === undefined || !glued(list, at - 1)) return undefined;
  const count = /^\d{1,2}$/.test(wordAt(list, at - 2)) ? Number(wordAt(list, at - 2)) : 0;
  // "3-4/52".
  const least =
    /^[-–]$/.test(wordAt(list, at - 3)) && glued(list, at - 2) ? Number(wordAt(list, at - 4)) : NaN;
  const isRange = least > 0 && least < count;
  const from = isRange ? at - 4 : at - 2;
  const after = wordAt(list, at + 1);
  const isTime =
    isRange ||
    /^(?:for|in|past|last|after|every|since|review|x|~|about)$/.test(wordAt(list, from - 1)) ||
    /^(?:hx|history|ago|of|h|post)$/.test(after);
  if (count === 0 || !isTime || after === '/') return undefined;
  const number = { from, to: at - 1 };
  const unitAt = { from: at - 1, to: at + 1 };
  return {
    from,
    to: at + 1,
    low: isRange ? least : count,
    high: count,
    unit,
    vague: false,
    article: false,
    number,
    unitAt,
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
  // "One day a week", "2h" in "q.2h".
  const isRate =
    /^(?:a|per|each|every) (?:day|week|month|year)\b/.test(after) ||
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
    // A bare "a week" is mostly a rate ("twice a week").
    return amount.article ? undefined : { form: 'span', direction: 'none' };
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
