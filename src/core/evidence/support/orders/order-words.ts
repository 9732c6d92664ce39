import { PhraseIndex } from '../../../text/phrases';
import type { Token } from '../../../text/tokens';
import data from './order-words.json';

/** Single words of order-words.json, each lower case. */
export const words = {
  framing: new Set(data.framing),
  taking: new Set(data.taking),
  ordering: new Set(data.ordering),
  opening: new Set(data.opening),
  turning: new Set(data.turning),
  written: new Set(data.written),
  ending: new Set(data.ending),
  timed: new Set(data.timed),
};

const asIs = new PhraseIndex<true>();
for (const phrase of data.asIs) asIs.add(phrase, true);

/** The token ranges, `to` exclusive, of phrases that leave an order as it is ("I'd like you to"). */
export function asIsIn(list: readonly Token[]): { from: number; to: number }[] {
  return asIs.all(list);
}
