import { type Token, tokenIndexAt } from '../../text/tokens';
import type { Concept, QuantityFact } from '../fact';
import { smoked } from './measured-concept';
import { namesOthers } from '../persons/persons';
import { contextOf } from './surroundings';
import { spanOf, wordAt } from '../token-reach';

const aDay = /^(?:a|per|each|every|\/)$/;

/** "A pack or two": what is counted by the second number is packs. */
function isOrTwo(list: readonly Token[], at: number): boolean {
  return wordAt(list, at) === 'or' && wordAt(list, at + 1) === 'two';
}

/** "A pack a day", "about a pack and a half a day", "half pack per day": packs that are smoked, without a number of their own. */
export function smokedPacks(list: readonly Token[]): QuantityFact[] {
  return list.flatMap(({ text }, at): QuantityFact[] => {
    const before = wordAt(list, at - 1);
    if (text !== 'pack' || !/^(?:a|half|full|whole)$/.test(before)) return [];
    // "Half a pack" has a number.
    if (wordAt(list, at - 2) === 'half') return [];
    const isMore = [1, 2, 3].map((step) => wordAt(list, at + step)).join(' ') === 'and a half';
    const isRange = before === 'a' && isOrTwo(list, at + 1);
    const to = at + (isMore ? 4 : isRange ? 3 : 1);
    if (!aDay.test(wordAt(list, to)) || wordAt(list, to + 1) !== 'day') return [];
    const value = (before === 'half' ? 0.5 : 1) + (isMore ? 0.5 : 0);
    const span = spanOf(list, at - 1, to + 2);
    const number = spanOf(list, at - 1, at);
    const concept: Concept = { kind: 'measurement', name: smoked, ...number };
    return [
      {
        kind: 'quantity',
        ...span,
        number,
        value,
        ...(isRange && { high: 2 }),
        alternatives: [],
        decimals: 1,
        unit: { code: '{pack}/d', dimension: 'consumption' },
        comparator: '=',
        perWeight: false,
        spoken: true,
        context: contextOf(list, at - 1, to + 2),
        ...(namesOthers(list) ? { loose: true as const } : { concept }),
      },
    ];
  });
}

const smokes = /^(?:smokes?|smoking|smoked)$/;
const roughly = /^(?:about|around|approximately|roughly|only|just|maybe|like|up|to|down|~)$/;

/** True for a number that is said of a day: "ten a day", "20/day", "20 daily". */
function isADay(list: readonly Token[], { number, unit, concept, perWeight }: QuantityFact): boolean {
  if (concept !== undefined || perWeight || !/^(?:none|frequency)$/.test(unit.dimension)) return false;
  const to = tokenIndexAt(list, number.end);
  const next = wordAt(list, to);
  return next === 'daily' || (aDay.test(next) && wordAt(list, to + 1) === 'day');
}

/**
 * Takes a number without a noun that is smoked in a day for cigarettes, in place: "smokes 20/day"; "ten a day", where smoking
 * was asked for.
 * @param asked the words before ask how much is smoked
 */
export function nameSmoked(list: readonly Token[], facts: readonly QuantityFact[], asked: boolean): void {
  const isDaily = list.some(({ text }) => text === 'day' || text === 'daily');
  if (!isDaily || namesOthers(list)) return;
  for (const fact of facts) {
    if (!isADay(list, fact)) continue;
    let at = tokenIndexAt(list, fact.number.start) - 1;
    if (wordAt(list, at - 1) === 'pack' && isOrTwo(list, at)) continue;
    while (roughly.test(wordAt(list, at))) at--;
    if (!asked && !smokes.test(wordAt(list, at))) continue;
    fact.unit = { code: '{cigarette}/d', dimension: 'consumption' };
    fact.concept = { kind: 'measurement', name: smoked, ...fact.number };
    delete fact.loose;
  }
}
