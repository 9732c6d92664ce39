import type { Token } from '../../text/tokens';
import type { Draft } from './drafts';
import type { NumberMention } from './numbers';
import { opensWithTime, shortTimeUnit } from '../times/short-times';
import { glued, wordAt } from '../token-reach';
import { readUnit, type Unit } from './units';

const feetMark = /^(?:feet|foot|ft|['’′])$/;
const inchMark = /^(?:inch|inches|in|["”″])$/;

/** "5 feet 6 inches", "five foot six", "5'6\"": one height, in inches. */
export function readHeight(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft | undefined {
  if (!next || number.value < 3 || number.value > 7 || next.value > 11.9) return undefined;
  const hyphen = wordAt(list, number.to) === '-' ? 1 : 0;
  const feet = wordAt(list, number.to + hyphen);
  const link = list.slice(number.to + hyphen + 1, next.from).map(({ text }) => text);
  if (!feetMark.test(feet) || link.length > 2 || !link.every((word) => /^(?:,|and|-)$/.test(word)))
    return undefined;
  const inches = inchMark.test(wordAt(list, next.to));
  // "Five feet, three times a week" is no height.
  if (!inches && (link.length > 0 || readUnit(list, next.to))) return undefined;
  const value = number.value * 12 + next.value;
  const mention = { ...number, value, alternatives: [], to: next.to, decimals: next.decimals };
  const unit: Unit = { code: '[in_i]', dimension: 'length' };
  return { value, mention, unit, from: number.from, to: next.to + (inches ? 1 : 0), perWeight: false };
}

/** Pounds in a stone. */
const stone = 14;

/** "Twelve stone four", "11 st 6 lb": one weight, in pounds. */
export function readStones(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft | undefined {
  if (next?.from !== number.to + 1 || !/^(?:stone|st)$/.test(wordAt(list, number.to))) return undefined;
  if (!Number.isInteger(number.value) || number.value > 60 || next.value >= stone) return undefined;
  const unit = readUnit(list, next.to);
  if (unit && unit.unit.code !== '[lb_av]') return undefined;
  if (!unit && (number.value < 2 || glued(list, number.to) !== glued(list, next.from))) return undefined;
  const value = number.value * stone + next.value;
  const mention = { ...number, value, alternatives: [], to: next.to, decimals: next.decimals };
  const pounds: Unit = { code: '[lb_av]', dimension: 'mass' };
  return { value, mention, unit: pounds, from: number.from, to: unit?.to ?? next.to, perWeight: false };
}

/** "3/7", "2/52" and "6/12" as British notes write days, weeks and months; told from scores by the words around. */
export function readShortTime(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft | undefined {
  if (!next || number.spoken || next.spoken || next.from !== number.to + 1) return undefined;
  const code = shortTimeUnit(list, next.from);
  if (!code) return undefined;
  // Nothing is scored out of 52, and no date has such a part.
  const isTime =
    (code === 'wk' && Number.isInteger(number.value)) ||
    beforeTime.test(wordAt(list, number.from - 1)) ||
    // "R/v 3/12", "f/u 6/12".
    /^(?:r \/ v|f \/ u)$/.test(wordsAt(list, number.from - 3, number.from)) ||
    // "TDS 5/7" is a course. Where "BID" is written, "3/7" may be a date.
    /^(?:od|om|bd|tds|qds|mane|nocte)$/.test(wordAt(list, number.from - 1)) ||
    /^(?:hx|history|ago|of|then|later|total|course|finished|post)$/.test(wordAt(list, next.to)) ||
    opensWithTime(list, number.from, next.to);
  if (!isTime) return undefined;
  const unit: Unit = { code, dimension: 'time' };
  return { value: number.value, unit, mention: number, from: number.from, to: next.to, perWeight: false };
}

const beforeTime =
  /^(?:for|in|past|last|next|after|every|since|review|x|within|approx|about|around|nearly|almost|another|further|first|rv|fu|cert|~|≈)$/;

function wordsAt(list: readonly Token[], from: number, to: number): string {
  return list
    .slice(Math.max(0, from), to)
    .map(({ text }) => text)
    .join(' ');
}

/** "7/10", "three out of six". */
export function readScore(
  list: readonly Token[],
  number: NumberMention,
  next: NumberMention | undefined,
): Draft | undefined {
  if (!next || next.value > 30 || number.value > next.value) return undefined;
  const slash = next.from === number.to + 1 && wordAt(list, number.to) === '/' && glued(list, next.from);
  const spoken =
    (next.from === number.to + 2 &&
      /^out$/.test(wordAt(list, number.to)) &&
      wordAt(list, number.to + 1) === 'of') ||
    (next.from === number.to + 1 && wordAt(list, number.to) === 'over' && next.value <= 10);
  if (!slash && !spoken) return undefined;
  return {
    value: number.value,
    // The scale is part of the unit: 3/6 and 3/10 are different things.
    unit: { code: `{/${next.value}}`, dimension: 'score' },
    mention: number,
    from: number.from,
    to: next.to,
    perWeight: false,
  };
}
