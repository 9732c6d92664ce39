import { matchesOf, type Identifier } from './identifier';
import { spokenBelowHundred, spokenGap, spokenNumber, spokenOrdinal } from './spoken';

const year = `(?:(?:19|20)?\\d{2}|nineteen ${spokenBelowHundred}|twenty ${spokenBelowHundred}|two thousand(?: and)?(?: ${spokenBelowHundred})?|nineteen oh ${spokenBelowHundred}|${spokenBelowHundred})`;
const englishMonths = 'january|february|march|april|may|june|july|august|september|october|november|december';
const foreignMonths =
  'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|' +
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|' +
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|' +
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia';
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])';
/** Behind these, what is said in numbers is a day of birth. Some words may stand between: "and your date of birth? it's …". */
const birth =
  '\\b(?:date of birth|birth ?day|birth ?date|d\\.? ?o\\.? ?b\\.?|born(?: on)?)[^\\d\\n|]{0,50}?\\n?[^\\d\\n|]{0,30}?';

const patterns = [
  `${birth}(?<![\\p{L}-])(?<it>(?:${spokenNumber}${spokenGap}){2,5}${spokenNumber})(?![\\p{L}])`,
  `${birth}(?<it>${dayNumber} \\d{1,2} (?:19|20)?\\d{2})(?!\\d)`,
  // "the first of the fourth sixty-five"
  `(?<!\\p{L})(?<it>(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)) of the (?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th))(?:,? ${year})?)(?![\\p{L}\\d])`,
  // "the ninth to the fourteenth"
  `(?<!\\p{L})(?<it>(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)) (?:to|till|until|and) the (?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)))(?= ?(?:[.,;:?!)\\n]|$)| (?:of|and|but|so|at|in|because|with|when)\\b)`,
  // "the fifth of november thirty three"
  `(?<!\\p{L})(?<it>(?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)?)(?: of)? (?:${englishMonths}),? (?!(?:nineteen|twenty)[ -](?:oh|ten|eleven|twelve|\\p{Ll}+t(?:een|y))(?!\\p{L}|-teen))(?:'?\\d{2}|(?:${spokenBelowHundred})))(?![\\p{L}\\d:]| (?:times|days|hours|mg|milli))`,
  // "3. März 1941", "4 de enero de 2027"
  `(?<![\\p{L}\\d./-])${dayNumber}\\.?(?:er|º)? (?:de )?(?:${foreignMonths})(?:,? (?:del? )?(?:19|20)\\d{2})?(?![\\p{L}\\d])`,
  // A day of this month: "on the ninth", "since the 14th". A noun behind it makes it something else.
  `(?<!\\p{L})(?:on|since|from|until|till|by|before|after|for|dated?|back) (?<it>the (?:${spokenOrdinal}|${dayNumber}(?:st|nd|rd|th)))(?= ?(?:[.,;:?!)\\n]|$)| (?:and|but|so|at|because|with|when|i|he|she|we|my|it|is|was|in)\\b)`,
].map((pattern) => new RegExp(pattern, 'dgiu'));

/**
 * Finds days that are said in words, written in other languages, or named by their number in the month alone. No other day
 * is written instead of one of these.
 */
export function* findSpokenDays(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'date');
}
