import type { Token } from '../../text/tokens';
import type { TimeUnit } from '../fact';
import type { NumberMention } from '../quantities/numbers';
import { opensWithTime, shortTimeUnit } from './short-times';
import timeWords from '../terms/time-words.json';
import { glued, wordAt } from '../token-reach';

/** The names of units of time. */
export const unitOf = new Map(
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

/** What a time says by itself: how much of which unit. */
export interface Amount {
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

/** The amount whose unit stands at token `at`. */
export function readAmount(
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
  // "Up to fifteen, even eighteen months".
  const isStep = /^(?:even|maybe|perhaps)$/.test(wordAt(list, link));
  if (isStep && wordAt(list, link - 1) === ',') link--;
  const isLink =
    isStep ||
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
  // "q4-6h" is how often.
  if (isLink && /^q\d+$/.test(wordAt(list, link - 1)) && glued(list, link)) return undefined;
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

/** Words that make one of a unit a round one. */
const roundWords = /^(?:good|full|whole|solid|little|long)$/;

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
  // "Year and a half.", as an answer; "an hour, hour and a half".
  if (opensAmount(list, end) && isAndAHalf(list, unitAt.to))
    return {
      ...shared,
      low: 1,
      high: 1,
      vague: false,
      article: true,
      from: end,
      number: { from: end, to: end },
    };
  const one = { low: 1, high: 1, vague: false, article: true };
  // "A good month and a half".
  if (roundWords.test(word) && /^an?$/.test(wordAt(list, end - 2))) {
    return { ...shared, ...one, vague: true, from: end - 2, number: { from: end - 2, to: end } };
  }
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

/** True where a unit whose number is left out may begin an amount. */
export function opensAmount(list: readonly Token[], at: number): boolean {
  return at === 0 || /^(?:,|or|to|maybe)$/.test(wordAt(list, at - 1));
}

/** "And a half", which belongs to the one unit before it. */
export function isAndAHalf(list: readonly Token[], at: number): boolean {
  return ['and', 'a', 'half'].every((word, offset) => wordAt(list, at + offset) === word);
}

/** "A year and a half", "two and a half weeks" is read with its number already. */
function withHalf(list: readonly Token[], amount: Amount | undefined): Amount | undefined {
  if (!amount) return undefined;
  return isAndAHalf(list, amount.to)
    ? { ...amount, low: amount.low + 0.5, high: amount.high + 0.5, to: amount.to + 3 }
    : amount;
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
    opensWithTime(list, from, at + 1) ||
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
