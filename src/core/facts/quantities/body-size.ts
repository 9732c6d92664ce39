import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import type { Draft } from './drafts';
import { isChange } from './surroundings';
import { wordAt } from '../token-reach';
import { convert } from './units';

const pounds = /^(?:kg|\[lb_av\]|\[stone_av\])$/;
const feet = /^(?:\[in_i\]|cm|m)$/;
/** What makes the amount a difference or a distance: "10 pounds overweight", "five foot ten away". */
const notOwn =
  /^(?:over|overweight|under|underweight|above|below|heavier|lighter|less|more|up|down|away|from|off|to|too|short|shy|long|wide|deep|of|on|apart|in|into|taller|shorter|ahead|behind)$/;

/**
 * What an amount that somebody "is" measures of them: "I'm five foot ten", "she's 180 pounds". Of amounts that nobody else
 * is: a grown or growing person's height (50–230 cm) and weight (20–300 kg).
 * @returns the name in the dictionary of measurements; undefined where it may be anything
 */
export function bodySizeOf(list: readonly Token[], { unit, value, from, to }: Draft): string | undefined {
  if (!isOfSomebody(list, from) || notOwn.test(wordAt(list, to))) return undefined;
  if (feet.test(unit.code)) {
    const size = convert(value, unit, { code: 'cm', dimension: 'length' });
    return size !== undefined && size >= 50 && size <= 230 ? 'body height' : undefined;
  }
  if (!pounds.test(unit.code)) return undefined;
  const size = convert(value, unit, { code: 'kg', dimension: 'mass' });
  return size !== undefined && size >= 20 && size <= 300 ? 'body weight' : undefined;
}

/** "I'm about …", "he is now …", "you stand …": the verb right before the amount, but for small words. */
function isOfSomebody(list: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (
    /^(?:about|around|roughly|only|just|now|currently|like|nearly|almost|still|uh|um)$/.test(wordAt(list, at))
  )
    at--;
  const word = wordAt(list, at);
  if (/^(?:i['’]m|you['’]re|he['’]s|she['’]s|im)$/.test(word)) return true;
  return (
    /^(?:am|is|are|was|stand|stands)$/.test(word) &&
    /^(?:i|you|he|she|patient|baby|child|who)$/.test(wordAt(list, at - 1))
  );
}

const wholeFeet = wordTable<number>({ four: 4, five: 5, six: 6 });

/**
 * "Five eleven", "six two": a height as people say it, in feet and inches; nobody is 511 of anything tall.
 * @returns the draft in inches; the same one where it is no such number
 */
export function asSaidHeight(list: readonly Token[], draft: Draft): Draft {
  const { mention, unit, value } = draft;
  const feet = wholeFeet[wordAt(list, mention.from)];
  // "Five eight and a half": a number word has three more tokens for its half.
  const isHalved = wordAt(list, mention.to - 3) === 'and' && wordAt(list, mention.to - 1) === 'half';
  const whole = mention.to - (isHalved ? 3 : 0);
  if (feet === undefined || unit.dimension !== 'none' || whole !== mention.from + 2) return draft;
  const inches = value - feet * (value > 100 ? 100 : 10);
  if (inches < 1 || inches >= 12 || draft.high !== undefined) return draft;
  const inInches = feet * 12 + inches;
  return {
    ...draft,
    value: inInches,
    unit: { code: '[in_i]', dimension: 'length' },
    mention: { ...mention, value: inInches, alternatives: [] },
  };
}

const bodyWeight = /^(?:kg|\[lb_av\])$/;
const gains = /\b(?:gain|gained|gaining|gains|up|more|heavier|(?:put|puts|putting|piled) (?:it |that )?on)\b/;
const losses = /\b(?:lost|lose|loses|losing|loss|dropped|down|less|lighter)\b/;
const changeWord =
  /\b(?:lost|lose|loses|losing|loss|gain|gained|gaining|gains|dropped|(?:put|puts|putting|piled) (?:it |that )?on)\b/;

/**
 * What an amount of body weight tells by how much it changed: "lost 10 pounds", "put on four kilos", "goes up by two kilos",
 * "is 3 lb up".
 * @returns `weight gain` or `weight loss`; `weight change` where the way is not told; undefined for a weight
 */
export function weightChangeOf(list: readonly Token[], { unit, from, to }: Draft): string | undefined {
  if (!bodyWeight.test(unit.code)) return undefined;
  const words = (first: number, last: number): string =>
    list
      .slice(Math.max(0, first), last)
      .map(({ text }) => text)
      .join(' ');
  const before = words(from - 4, from);
  const start = /^(?:of|weight)$/.test(wordAt(list, to)) ? to + 1 : to;
  const behind = wordAt(list, to) === 'more' && wordAt(list, to + 1) === 'or' ? '' : words(start, start + 2);
  const isBehind = /^(?:weight )?(?:up|down|less|more|gain|loss)\b/.test(behind);
  if (!changeWord.test(before) && !isBehind && !isChange(list, from, to)) return undefined;
  // "Denies weight loss (5 lb gain)": what stands behind is of this amount, whatever was told before.
  const said = /^(?:weight )?(?:up|down|less|more|gain|loss|heavier|lighter)\b/.exec(behind)?.[0] ?? before;
  const ways = [gains.test(said) ? ['weight gain'] : [], losses.test(said) ? ['weight loss'] : []].flat();
  return ways.length === 1 ? ways[0] : 'weight change';
}
