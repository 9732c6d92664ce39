import type { Token } from '../../../text/tokens';
import { PhraseIndex } from '../../../text/phrases';
import data from './told-words.json';

/** A class of words or phrases of told-words.json, each lower case. */
export type PhraseClass =
  | 'plainPhrases'
  | 'endedPhrases'
  | 'governing'
  | 'correcting'
  | 'interjections'
  | 'qualifying'
  | 'denying'
  | 'praise'
  | 'former';

const indexes = new Map<PhraseClass, PhraseIndex<true>>();

function indexOf(name: PhraseClass): PhraseIndex<true> {
  const known = indexes.get(name);
  if (known) return known;
  const made = new PhraseIndex<true>();
  for (const phrase of data[name]) made.add(phrase, true);
  indexes.set(name, made);
  return made;
}

/** The token ranges of all words and phrases of a class, `to` exclusive. */
export function phrasesOf(name: PhraseClass, list: readonly Token[]): { from: number; to: number }[] {
  return indexOf(name).all(list);
}

/** The end of the word or phrase of a class that begins at token `at`; undefined for none. */
export function phraseEnd(name: PhraseClass, list: readonly Token[], at: number): number | undefined {
  return indexOf(name).at(list, at)?.to;
}

/** Single words of told-words.json. */
export const classes = {
  plain: new Set(data.plain),
  reasons: new Set(data.reasons),
  unasserting: new Set(data.unasserting),
  aimed: new Set(data.aimed),
  pointing: new Set(data.pointing),
  ending: new Set(data.ending),
  denyingStarts: new Set(data.denyingStarts),
  harmlessDenied: new Set(data.harmlessDenied),
  ofValues: new Set(data.ofValues),
  leading: new Set(data.leading),
  trailing: new Set(data.trailing),
  faded: new Set(data.faded),
};
