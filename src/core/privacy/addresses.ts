import { matchesOf, type Identifier } from './identifier';

/** Each word as "street", "Street" and "STREET": a flag that ignores case would make every word a capitalised one. */
function inAllCases(words: string): string {
  const forms = words
    .split(' ')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]);
  return `(?:${forms.join('|')})`;
}

const street = inAllCases(
  'street str st road rd avenue ave av lane ln drive dr close court ct crescent cres way place pl boulevard blvd terrace terr ' +
    'gardens gdns grove square sq hill row walk mews parkway pkwy highway hwy circle cir trail trl quay park rise view green ' +
    'parade loop path pike plaza alley bend cottages paddocks yard wharf heights meadows ridge crossing estate',
);
const spokenStreet = '(?:street|road|avenue|lane|drive|boulevard|court|crescent|terrace)';
const door = inAllCases('apt apartment unit suite ste flat room');
const states =
  '(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])';
const postcode = [
  '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}', // United Kingdom
  '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d', // Canada
  '[A-Z]\\d{2} ?[A-Z\\d]{4}', // Ireland
  `${states} \\d{5}(?:-\\d{4})?`,
].join('|');

/** A word of a street's or a town's name, and "5th". */
const name = "(?:\\p{Lu}[\\p{L}.'’]*(?:-\\p{Lu}[\\p{L}]*)*|\\d{1,3}(?:st|nd|rd|th)|of|the|de|del|la)";
const names = `${name}(?: ${name}){0,3}`;
// What follows a street and still belongs to it: flat, town, county, state, postcode.
const rest =
  `(?:,? ?(?:${door}\\.?|#) ?[\\p{L}\\d]{1,5}\\b)?` +
  `(?:, (?:[Cc]o\\. )?(?!(?:${postcode})(?![\\p{L}\\d]))\\p{Lu}[\\p{L}.'’-]*(?: (?!${states}\\b)\\p{Lu}[\\p{L}.'’-]*){0,2}(?! ?\\d)){0,3}` +
  `(?:,? (?:\\p{Lu}[\\p{L}]+ )?(?:${postcode})|, ${states}\\b)?`;
const before = '(?<![\\p{L}\\d.,/-])';

const patterns = [
  // "48 Larkspur Lane, Millbrook, NY 12545"
  `${before}(?:${door}\\.? ?[\\p{L}\\d]{1,5},? )?\\d{1,5}[a-zA-Z]?,? (?:[NSEW]\\.? )?${names} ${street}\\b\\.?${rest}`,
  // "33 Rue Saint-Paul", "7 The Paddocks"
  `${before}(?:${door}\\.? ?[\\p{L}\\d]{1,5},? )?\\d{1,5}[a-zA-Z]?,? (?:The|Rue|Calle|Via|Avenida|Chemin|Camino|Rua|Avenue|Boulevard|Plaza) (?:d[eu]l?s? |la )?${names}${rest}`,
  // A street without a number, and one whose number comes last.
  `(?<![\\p{L}\\d])(?:\\p{Lu}[\\p{L}'’-]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|Terrace)\\b${rest}`,
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}-]*(?:stra(?:ß|ss)e|str\\.|weg|gasse|platz|straat|laan|gatan|vej) \\d{1,4}[a-z]?(?:, \\d{4,5} \\p{Lu}[\\p{L}-]+)?`,
  // A house with a name, up to its postcode.
  `(?<![\\p{L}\\d])(?:The )?(?:\\p{Lu}[\\p{L}'’-]+ ){0,3}(?:Cottage|House|Lodge|Farm|Forge|Mill|Barn|Rectory|Vicarage|Villa|Manor|Hall), [\\p{L}\\d ,.'’-]{2,60}? (?:${postcode})(?![\\p{L}\\d])`,
  `\\b[Pp]\\.? ?[Oo]\\.? ?(?:[Bb]ox|BOX) \\d{1,6}${rest}`,
  // A town with its state and number, and a postcode alone.
  `\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2},? (?:${postcode})(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d-])(?:${postcode})(?![\\p{L}\\d-])`,
].map((pattern) => new RegExp(pattern, 'gu'));

const withCues = [
  // As it is dictated, with no capitals.
  new RegExp(
    `${before}\\d{1,5} (?!(?:m|k|mc|u)?g\\b|ml\\b|units?\\b)(?:[a-z]+ ){1,3}${spokenStreet}\\b`,
    'gu',
  ),
  // All that stands behind the label, to the end of the line or the next label.
  /\b(?:home |postal |mailing |patient |street )?address["']?[ \t]*[:=][ \t"'[]*(?<it>[^\n|;"{}]{4,120}?)(?=\.? *(?:\n|$|\||;|"|\b(?:tel|phone|e-?mail|dob|mrn|mobile)\b))/dgiu,
  // A town behind a word for living, coming or going.
  /\b(?:[Ll]iv(?:es?|ing|ed)|[Rr]esid(?:es?|ing|ent)|[Bb]orn|[Rr]aised|[Ww]ork(?:s|ing|ed)?|[Mm]ov(?:ed|ing)|[Bb]ased|[Rr]elocated|[Tt]ravell?ed|[Rr]eturned|[Cc]ame|[Hh]ails?|[Ss]taying)(?: [a-z]+){0,3}? (?:in|at|from|to|near|outside|of) (?<it>(?:the )?\p{Lu}[\p{L}'’-]+(?:,? \p{Lu}[\p{L}'’-]+){0,3})/dgu,
];

/** Finds addresses: streets with what follows them, post boxes, postcodes, and towns where somebody lives. */
export function* findAddresses(text: string): Generator<Identifier> {
  for (const pattern of [...patterns, ...withCues]) yield* matchesOf(text, pattern, 'address');
}
