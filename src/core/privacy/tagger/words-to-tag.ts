import type { Span } from '../../text/span';

/** A word, a mark or a line end of a text, with the way it is written. */
export interface WordToTag extends Span {
  text: string;
  /** 0 without a capital, 1 "Rose", 2 "ROSE", 3 "McRose"; 4 more where it touches what is before. */
  way: number;
}

/** So much more the way of a word is that touches what is before. */
const touching = 4;
const parts = /(?<word>[\p{L}\p{M}\p{N}]+)|(?<end>\n)|(?<mark>[^\s\p{L}\p{M}\p{N}])/gu;

/**
 * The words of a text as the tagger of identifiers was trained to read them (`training/deidentifier/words.py` does the same):
 * letters and digits together, each mark alone, line ends too, since headers and lists are read by their lines.
 */
export function wordsToTag(text: string): WordToTag[] {
  const words: WordToTag[] = [];
  let before: WordToTag | undefined;
  for (const match of text.matchAll(parts)) {
    const start = match.index;
    const end = start + match[0].length;
    const touches = before?.end === start && before.text !== '\n';
    const way = match.groups?.['end'] === undefined ? caseOf(match[0]) + (touches ? touching : 0) : 0;
    before = { start, end, text: match[0], way };
    words.push(before);
  }
  return words;
}

function caseOf(word: string): number {
  let letters = 0;
  let capitals = 0;
  let startsWithCapital = false;
  for (const letter of word) {
    const isCapital = /\p{Uppercase}/u.test(letter);
    if (!isCapital && !/\p{Lowercase}/u.test(letter)) continue;
    if (letters === 0) startsWithCapital = isCapital;
    letters++;
    if (isCapital) capitals++;
  }
  if (capitals === 0) return 0;
  if (capitals === 1 && startsWithCapital) return 1;
  return capitals === letters ? 2 : 3;
}
