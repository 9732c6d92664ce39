import type { Span } from '../../text/span';
import type { Identifier, IdentifierKind } from '../identifier';
import { isClinicalWord, nameStrength } from '../names/name-lexicon';

/** What a reader takes a word for. */
export interface Tag {
  /** The likeliest kind, if it tells anything. */
  kind: IdentifierKind;
  /** The probability that it tells anything, from 0 to 1. */
  share: number;
}

/** A word, a mark or a line end with its tag. */
export type TaggedWord = Span & Tag;

/**
 * A word of medicine that is nobody's name has to be so much surer, as a share of the way from the threshold to 1:
 * "Ventolin" looks like a name.
 */
const surerOfMedicine = 0.8;
/** Beside a word that is taken a smaller share is enough, as a share of the threshold: "Rose Long", "12, The Beeches". */
const besideTaken = 0.5;

/** What may stand between two words of one identifier: blanks, and marks that hold names, places and numbers together. */
const joins = /^[ \t.,'’/@:&()+_-]{0,3}$/;
const tells = /[\p{L}\p{N}]/u;

/**
 * Makes identifiers of tagged words: those that are sure enough, and their neighbours that nearly are. Neighbours of one
 * kind are one identifier, with the marks between them. Marks alone tell nobody.
 * @param tagged each word of the text, in order
 * @param threshold the share from which a word is taken, from 0 to 1
 * @returns identifiers in order, without overlap; each begins and ends with a letter or a digit
 */
export function joinTags(text: string, tagged: readonly TaggedWord[], threshold: number): Identifier[] {
  const words = tagged
    .map((word) => ({ ...word, text: text.slice(word.start, word.end) }))
    .filter((word) => tells.test(word.text))
    .map((word) => ({ ...word, needed: neededFor(word.text, threshold) }));
  const taken = words.map(({ share, needed }) => share >= needed);
  const touches = (left: number): boolean => {
    const [one, other] = [words[left], words[left + 1]];
    return one !== undefined && other !== undefined && joins.test(text.slice(one.end, other.start));
  };
  const isBesideTaken = (at: number): boolean =>
    (taken[at - 1] === true && touches(at - 1)) || (taken[at + 1] === true && touches(at));
  const found: Identifier[] = [];
  let last = -1;
  for (const [at, { start, end, kind, share, needed }] of words.entries()) {
    if (!taken[at] && !(share >= needed * besideTaken && isBesideTaken(at))) continue;
    const before = found.at(-1);
    if (before?.kind === kind && last === at - 1 && touches(last)) before.end = end;
    else found.push({ kind, start, end });
    last = at;
  }
  return found;
}

function neededFor(word: string, threshold: number): number {
  return isClinicalWord(word) && nameStrength(word) === 'word'
    ? threshold + (1 - threshold) * surerOfMedicine
    : threshold;
}
