import { wordTable } from '../../text/word-table';

/** One of the two sides of the body. */
export type OneSide = 'left' | 'right';

/** The other one of the two sides. */
export const oppositeSide: Readonly<Record<OneSide, OneSide>> = { left: 'right', right: 'left' };

/** The short forms of the words for a side; by itself each may be something else ("2 L"). */
export const shortSides = wordTable<OneSide>({ l: 'left', lt: 'left', r: 'right', rt: 'right' });

/** The side that a word in lower case writes out, be it before an "is" ("the left's fine"). */
export function writtenSide(word: string): OneSide | undefined {
  return /^(left|right)(?:['’]s)?$/.exec(word)?.[1] as OneSide | undefined;
}

/** True when a text has the words for both sides, whatever each is said of. */
export function namesBothSides(text: string): boolean {
  return /\bleft\b/i.test(text) && /\bright\b/i.test(text);
}
