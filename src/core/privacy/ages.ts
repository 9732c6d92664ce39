import { matchesOf, type Identifier } from './identifier';
import { spokenHighAge } from './spoken';
import { cellsUnder } from './table-columns';

/** Ninety to a hundred and nineteen: so few are as old that the age tells who it is (45 CFR 164.514(b)(2)(i)(C)). */
const high = '(?:9\\d|1[01]\\d)';
const any = `(?:${high}|${spokenHighAge})`;
/** No measurement: "she is 94 kg", "is 96%", "94/60". */
const bare =
  '(?![\\p{L}\\d%]|[./:-]\\d| ?(?:%|kg|kgs|lbs?|cm|bpm|mm|mg|mmol|beats|percent|degrees|over|on room|on air))';
const person = '(?:he|she|i|patient|pt|mum|mom|mam|dad|gran|grandma|grandpa|mother|father|husband|wife|nan)';

const patterns = [
  `(?<![\\p{L}\\d./-])(?<it>${any})[- ]?(?:years?|yrs?|y)[-. ]?(?:old|o\\b|of age)`,
  `(?<![\\p{L}\\d./-])(?<it>${high}) ?(?:y/?o|yo[mf]?|y|yrs?|jährige[rns]?|ans|años)(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d./-])(?<it>${high}) ?(?:[MF]|male|female|man|woman|lady|gentleman)(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d])[MF] ?(?<it>${high})${bare}`,
  `(?<![\\p{L}\\d])(?:age[ds]?|turn(?:s|ed|ing)?|birthday|alter|edad)(?: (?:of|is|was))?["']?[:,= ]{1,4}["']?(?<it>${any})${bare}`,
  `(?<![\\p{L}\\d])${person}(?:'s|’s|'m|’m| is| am)(?: now| nearly| almost| already)? (?<it>${any})${bare}`,
  `(?<![\\p{L}\\d])(?:you're|you are|i'll be|will be)(?: now| nearly| almost)? (?<it>${any})${bare}`,
  `(?<![\\p{L}\\d])(?<it>${spokenHighAge})(?= (?:now|last (?:week|month|year|birthday)|next (?:week|month|year|birthday)|well done|years? young))`,
].map((pattern) => new RegExp(pattern, 'dgiu'));

const lone = new RegExp(`^${high}$`);
const numberBehindName = new RegExp(
  `^(?:,? \\(?|\\||,? (?:is|was|turned|turns)(?: now| nearly)? )(?<it>${high})${bare}(?=[ ,.:;)|\n]|$)`,
  'diu',
);

/**
 * Finds ages over 89.
 * @param names where names stand: a number right behind one is an age ("Mr Roe, 97")
 */
export function* findAges(text: string, names: readonly Identifier[]): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'age');
  for (const { end } of names) {
    const span = numberBehindName.exec(text.slice(end, end + 12))?.indices?.groups?.['it'];
    if (span) yield { kind: 'age', start: end + span[0], end: end + span[1] };
  }
  for (const { start, end } of cellsUnder(text, /^age$/i)) {
    if (lone.test(text.slice(start, end))) yield { kind: 'age', start, end };
  }
}
