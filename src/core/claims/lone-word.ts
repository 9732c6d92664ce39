import type { Terminology } from '../terminology/terminology';
import { valueWordAt } from '../terminology/value-findings';
import { tokens } from '../text/tokens';

const findings = new Set(['finding'] as const);

/**
 * Makes the test for a word that says something of a person by itself: a finding ("pregnant"), or what a value is
 * ("febrile", "tachycardic").
 */
export function loneWords(terminology: Terminology): (word: string) => boolean {
  return (word) => {
    const list = tokens(word);
    return (
      list.length === 1 &&
      (terminology.findTerms(list, findings).length > 0 || valueWordAt(list, 0) !== undefined)
    );
  };
}
