import { stemmer } from 'stemmer';
import type { Token } from '../../text/tokens';
import { isStopWord } from '../../text/words';

/** A shorter word is an abbreviation that much is called by, or none that tells the topic. Letters. */
const shortest = 4;

/** True for a word that tells what a text is about. */
export function isTelling({ kind, text }: Token): boolean {
  return kind === 'word' && text.length >= shortest && !isStopWord(text);
}

/** The stems of the words that tell what a text is about. */
export function stemsOf(list: readonly Token[]): Set<string> {
  return new Set(list.filter(isTelling).map(({ text }) => stemmer(text)));
}

/** How many of the stems a list of tokens holds. */
export function sharedStems(stems: ReadonlySet<string>, list: readonly Token[]): number {
  return [...stemsOf(list)].filter((stem) => stems.has(stem)).length;
}
