import { stemmer } from 'stemmer';

// Words too common to tell passages apart. "no", "not", "without" and the like are absent on purpose: in a clinical text
// they carry meaning, and BM25 already gives a frequent word little weight. So are one-letter words: vitamin A, T cell.
const stopWords: ReadonlySet<string> = new Set(
  (
    'about above after again all also although am among an and any are as at be because been before being below ' +
    'between both but by can could did do does doing down during each either few for from further had has have ' +
    'having he her here hers herself him himself his how however if in into is it its itself just may me might more ' +
    'most must my myself of off on once only or other ought our ours ourselves out over own same shall she should ' +
    'so some such than that the their theirs them themselves then there therefore these they this those through ' +
    'thus to too under until up upon very was we were what when where whether which while who whom whose why will ' +
    'with would you your yours yourself yourselves a i s'
  ).split(' '),
);

// A number with its decimals is one word; else a run of letters and digits. An apostrophe ends a word.
const wordPattern = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+/gu;

/** True for a lower-case word that says nothing about the topic. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/**
 * Splits a text into lower-case words without accents and without stop words, in order, not stemmed. A number keeps its
 * decimals ("2.5"), and loses the commas between thousands.
 */
export function contentWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words: string[] = [];
  for (const [match] of folded.matchAll(wordPattern)) {
    if (stopWords.has(match)) continue;
    words.push(/^\p{N}{1,3}(?:,\p{N}{3})+(?:\.\p{N}+)?$/u.test(match) ? match.replaceAll(',', '') : match);
  }
  return words;
}

/** Gives the words of a text as keyword search compares them: `contentWords`, each cut to its Porter stem. */
export function tokenise(text: string): string[] {
  return contentWords(text).map((word) => (/\p{N}/u.test(word) ? word : stemmer(word)));
}

/** True when a text holds a word that says anything about a topic. */
export function hasContent(text: string): boolean {
  return contentWords(text).length > 0;
}
