import type { Token } from '../../text/tokens';
import data from '../terms/drug-reactions.json';

const intolerance = new Set(data.intolerance);
const allergic = new Set(data.allergic);

/**
 * True when words tell of a side effect and of no allergy: "codeine makes me sick". A note may say beside it that there are no
 * allergies.
 */
export function isIntolerance(list: readonly Token[]): boolean {
  const holds = (words: ReadonlySet<string>): boolean =>
    list.some(({ text }) => words.has(text) || words.has(text.replace(/s$/, '')));
  return holds(intolerance) && !holds(allergic);
}
