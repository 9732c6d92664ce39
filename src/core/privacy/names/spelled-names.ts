import { matchesOf, type Identifier } from '../identifier';
import { spelledLetters } from '../spoken';

const edge = "(?<![\\p{L}\\p{N}'’.-])";
const end = "(?![\\p{L}\\p{N}'’]|-\\p{L})";

const patterns = [
  // Behind a word for it, two letters are enough.
  `(?<!\\p{L})spel(?:led|t|ling|l)(?: (?:it|that|is|as|out|with))*[:,]? (?<it>${spelledLetters(2)})${end}`,
  // With dashes, as a transcript writes it.
  `${edge}(?<it>\\p{L}(?:[-–]\\p{L}){2,30})${end}`,
  // With blanks: longer than any abbreviation that is read out.
  `${edge}(?<it>${spelledLetters(5)})${end}`,
].map((pattern) => new RegExp(pattern, 'dgiu'));

/** Finds names that are read out letter by letter. */
export function* findSpelledNames(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'name');
}
