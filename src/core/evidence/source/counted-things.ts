import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { readUnit } from '../../facts/quantities/units';
import data from './behind-number.json';

const goesOn: ReadonlySet<string> = new Set(data.words);

/** So many words may stand between a number and its unit ("two full puffs"). */
const reach = 2;

/**
 * True for a bare number that counts what is named behind it ("five little incisions", "two drops"), or is no number at all
 * ("the blue one"): it is no amount in a unit that nobody said.
 * @param sentence the sentence that the number stands in
 */
export function countsThings({ tokens }: SentenceFacts, { unit, number, value }: QuantityFact): boolean {
  if (unit.dimension !== 'none') return false;
  const at = tokens.findIndex(({ start }) => start >= number.end);
  if (value === 1 && tokens[(at < 0 ? tokens.length : at) - 1]?.text === 'one') return true;
  const behind = tokens[at];
  if (behind?.kind !== 'word' || goesOn.has(behind.text)) return false;
  for (let next = at; next <= at + reach; next++) if (readUnit(tokens, next)) return false;
  return true;
}
