import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';
import type { NumberMention } from './numbers';
import { readUnit } from './units';

/** So many tokens before two numbers a word may tell what is measured by them. */
const measuredReach = 5;
const pressureWords =
  /^(?:bp|blood|pressures?|systolic|diastolic|reading|readings|sitting|standing|lying|map)$/;

/** "Leg pain predominates (80/20)", "60/40 visceral": two numbers that make a hundred, with no word for a pressure, are shares of one. */
export function areShares(list: readonly Token[], number: NumberMention, next: NumberMention): boolean {
  return (
    number.value + next.value === 100 &&
    wordAt(list, number.from - 1) !== '' &&
    !readUnit(list, next.to) &&
    !list
      .slice(Math.max(0, number.from - measuredReach), number.from)
      .some(({ text }) => pressureWords.test(text))
  );
}
