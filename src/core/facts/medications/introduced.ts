import type { Token } from '../../text/tokens';
import { wordAt } from '../token-reach';

/** True where a name is given to what was spoken of before it: "it's called cephalexin", "the name is trimethoprim". */
export function isIntroduced(list: readonly Token[], name: number): boolean {
  const word = wordAt(list, name - 1);
  if (word === 'called') return true;
  // At the head of a sentence, or behind the order itself: "one drop four times a day, it's ofloxacin".
  if (/^(?:it's|that's)$/.test(word)) return name === 1 || wordAt(list, name - 2) === ',';
  return /^(?:is|was|are)$/.test(word) && /^(?:name|called)$/.test(wordAt(list, name - 2));
}
