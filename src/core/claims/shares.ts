import type { Token } from '../text/tokens';
import words from './words.json';

const shares = new Set(words.shares.words);
const groups = new Set(words.shares.groups);

/** Tells whether words speak of so many of a group ("20 % of patients", "12 women"): what they have, they have together. */
export function isOfShare(list: readonly Token[]): boolean {
  return list.some(
    ({ text }, at) => shares.has(text) || (groups.has(text) && list[at - 1]?.kind === 'number'),
  );
}
