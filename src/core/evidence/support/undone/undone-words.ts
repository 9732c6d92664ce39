import { PhraseIndex } from '../../../text/phrases';
import type { Token } from '../../../text/tokens';
import data from './undone-words.json';

/** A class of words or phrases of undone-words.json, each lower case. */
export type PhraseClass = 'exceptions' | 'softExceptions' | 'openers' | 'objections' | 'riskTalk';

function indexOf(phrases: readonly string[]): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const phrase of phrases) index.add(phrase, phrase);
  return index;
}

const indexes: Record<PhraseClass, PhraseIndex<string>> = {
  exceptions: indexOf(data.exceptions),
  softExceptions: indexOf(data.softExceptions),
  openers: indexOf(data.openers),
  objections: indexOf(data.objections),
  riskTalk: indexOf(data.riskTalk),
};

/** The token ranges of all words and phrases of a class, `to` exclusive, with the phrase itself. */
export function phrasesOf(
  name: PhraseClass,
  list: readonly Token[],
): { from: number; to: number; value: string }[] {
  return indexes[name].all(list);
}

/** True when a list of tokens begins with a word or phrase of a class. */
export function startsWith(name: PhraseClass, list: readonly Token[]): boolean {
  return indexes[name].at(list, 0) !== undefined;
}

/** Single words of undone-words.json. */
export const classes = {
  friendly: new Set(data.friendly),
  neutral: new Set(data.neutral),
  loose: new Set(data.loose),
  wholes: new Set(data.wholes),
  touching: new Set(data.touching),
  risks: new Set(data.risks),
};

/** The words that ask for the same thing where it is touched, for each word its group. */
export const examined = new Map(data.examined.flatMap((group) => group.map((word) => [word, group[0]])));
