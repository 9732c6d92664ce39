import { capitalised } from '../../text/letter-case';

/** Words and parts that addresses are made of, for patterns that tell capitals. */

/** Each word as "street", "Street" and "STREET": a flag that ignores case would make every word a capitalised one. */
function inAllCases(words: string): string {
  return `(?:${words.split(' ').join('|')}|${withCapitals(words)})`;
}

/** Each word as "Street" and "STREET". */
function withCapitals(words: string): string {
  const forms = words.split(' ').flatMap((word) => [capitalised(word), word.toUpperCase()]);
  return `(?:${forms.join('|')})`;
}

const usualStreet = inAllCases(
  'street str st road rd avenue ave av lane ln drive dr close court ct crescent cres way place pl boulevard blvd terrace terr ' +
    'gardens gdns grove square sq hill row walk mews parkway pkwy highway hwy circle cir trail trl quay park rise view green ' +
    'parade loop path pike plaza alley bend cottages paddocks yard wharf heights meadows ridge crossing estate',
);
/** These mean other things too, and are asked to have a capital. */
const openStreet = withCapitals(
  'hollow cove glen heath croft fold gate mead pde tce esplanade promenade approach broadway chase garth lea mount orchard ' +
    'vale villas causeway wynd brae bypass turnpike nagar colony marg layout vihar salai chowk weg straat laan steg gasse ' +
    'allee platz street expressway township village residences mansions towers apartments',
);
export const street = `(?:${usualStreet}|${openStreet})`;
export const door = inAllCases('apt apartment unit suite ste flat room box lot floor blk block bldg bureau');
export const states =
  '(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])';
export const postcode = [
  '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}', // United Kingdom
  '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d', // Canada
  '[A-Z]\\d{2} ?[A-Z\\d]{4}', // Ireland
  `${states} \\d{5}(?:-\\d{4})?`,
  '(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \\d{4}', // Australia
].join('|');

/** A word of a street's or a town's name, and "5th". */
const name =
  "(?:\\p{Lu}[\\p{L}.'’]{0,40}(?:-\\p{Lu}[\\p{L}]{0,40}){0,3}|\\d{1,3}(?:st|nd|rd|th)|of|the|de|del|la)";
export const names = `${name}(?: ${name}){0,3}`;
/** A word of a town's or a county's name; a full stop ends the sentence but behind an abbreviation. */
export const town = "(?:(?:St|Mt|Ft|Co|[NSEW])\\.|\\p{Lu}[\\p{L}'’-]{0,40})";
/** What follows a street and still belongs to it: flat, town, county, state, postcode. */
export const rest =
  `(?:,? ?(?:${door}\\.?|#) ?[\\p{L}\\d]{1,5}\\b)?` +
  `(?:, (?:[Cc]o\\. )?(?!(?:${postcode})(?![\\p{L}\\d]))${town}(?: (?!${states}\\b)${town}){0,2}(?![\\p{L}])(?! ?\\d)){0,3}` +
  `(?:,? (?:\\p{Lu}[\\p{L}]{1,40} )?(?:${postcode})|,? \\p{Lu}[\\p{L}]{1,40},? \\d{4,6}(?![\\d/]|[.-]\\d)|, ${states}\\b)?`;
export const before = '(?<![\\p{L}\\d.,/-])';
/** A house's number: "12", "12b", "12-14", "5/22". */
export const house = '(?:[A-Z]?\\d{1,4}[A-Z]?/)?\\d{1,5}[a-zA-Z]?(?:-\\d{1,5}[a-zA-Z]?)?';
