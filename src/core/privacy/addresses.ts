import { matchesOf, type Identifier } from './identifier';
import { tellsPlace } from './organisations';
import { spokenNumber as saidNumber } from './spoken';

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
const spokenStreet =
  '(?:street|road|avenue|lane|drive|boulevard|court|crescent|terrace|grove|gardens|close|rd|ave|ln|blvd|cres|mews|parade|highway|parkway)';
/** Words for a street that mean other things too. */
const openStreet = '(?:view|way|row|walk|hill|green|rise|place|park|circle|quay|gate|cottages|fields?)';
const spokenNumber =
  '(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|' +
  '(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|oh)[ -]){1,4}';
const door = inAllCases('apt apartment unit suite ste flat room box lot floor');
const states =
  '(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])';
const postcode = [
  '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}', // United Kingdom
  '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d', // Canada
  '[A-Z]\\d{2} ?[A-Z\\d]{4}', // Ireland
  `${states} \\d{5}(?:-\\d{4})?`,
  '(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \\d{4}', // Australia
].join('|');

/** A word of a street's or a town's name, and "5th". */
const name =
  "(?:\\p{Lu}[\\p{L}.'’]{0,40}(?:-\\p{Lu}[\\p{L}]{0,40}){0,3}|\\d{1,3}(?:st|nd|rd|th)|of|the|de|del|la)";
const names = `${name}(?: ${name}){0,3}`;
/** A word of a town's or a county's name; a full stop ends the sentence but behind an abbreviation. */
const town = "(?:(?:St|Mt|Ft|Co|[NSEW])\\.|\\p{Lu}[\\p{L}'’-]{0,40})";
// What follows a street and still belongs to it: flat, town, county, state, postcode.
const rest =
  `(?:,? ?(?:${door}\\.?|#) ?[\\p{L}\\d]{1,5}\\b)?` +
  `(?:, (?:[Cc]o\\. )?(?!(?:${postcode})(?![\\p{L}\\d]))${town}(?: (?!${states}\\b)${town}){0,2}(?![\\p{L}])(?! ?\\d)){0,3}` +
  `(?:,? (?:\\p{Lu}[\\p{L}]{1,40} )?(?:${postcode})|,? \\p{Lu}[\\p{L}]{1,40},? \\d{4,6}(?![\\d/]|[.-]\\d)|, ${states}\\b)?`;
const before = '(?<![\\p{L}\\d.,/-])';
/** A house's number: "12", "12b", "12-14", "5/22". */
const house = '(?:[A-Z]?\\d{1,4}[A-Z]?/)?\\d{1,5}[a-zA-Z]?(?:-\\d{1,5}[a-zA-Z]?)?';

const patterns = [
  // "48 Larkspur Lane, Millbrook, NY 12545"
  `${before}(?:${door}\\.? ?[\\p{L}\\d]{1,5},? )?${house},? (?:[NSEW]\\.? )?${names} ${street}\\b\\.?(?: ${street}\\b\\.?)?${rest}`,
  // "33 Rue Saint-Paul", "7 The Paddocks"
  `${before}(?:${door}\\.? ?[\\p{L}\\d]{1,5},? )?${house},? (?:The|Rue|Calle|Via|Avenida|Chemin|Camino|Rua|Avenue|Boulevard|Plaza) (?:d[eu]l?s? |la )?${names}${rest}`,
  // A house with a number in a place that is no word for a street, up to its postcode: "8 Kingsgate, Durham DH1 9ZZ".
  `${before}(?:${door}\\.? ?[\\p{L}\\d]{1,5},? )?${house},? ${names}, (?:\\p{Lu}[\\p{L}.'’-]{0,40},? ){1,5}(?:${postcode})(?![\\p{L}\\d])`,
  // Without a word for a street, up to a number of the post: "B-7 Shanti Niwas, Navrangpura, Ahmedabad 380009".
  `${before}(?:(?:H|D|House|Door|Plot|Flat|Shop)\\.? ?(?:No\\.?|№)? ?)?(?:[A-Z]{1,2}[-/ ]?)?\\d[\\d/-]{0,14}[A-Za-z]?,? ${town}(?:,? (?:${town}|\\d{1,3}[A-Z]?)){0,10}[ ,–-]{1,3}\\d{6}(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d])(?:(?:H|D)\\. ?No\\.?|House No\\.?|Door No\\.?|Plot(?: No\\.?)?|No\\.?) ?\\d[\\d/-]{0,14}[A-Za-z]?,? ${names}(?:, ${names}){0,4}(?:[ ,-]{1,3}\\d{5,6}\\b)?`,
  // "C/ Mayor 44, 3º B, 31001 Pamplona", "Lindenallee 12a, 48143 Münster", "48143 Münster"
  `(?<![\\p{L}\\d])(?:C/|Cl\\.|Avda\\.?|Av\\.|Pza\\.?|Passeig|Carrer|Corso|Am|An der|Auf der|Im|Zum|Zur|Unter den|Ulica|ul\\.|al\\.|os\\.) ?${names},? \\d{1,4}(?:/\\d{1,4})?[a-z]?(?:, \\d{1,2}[ºª°]? ?[A-Z]?)?(?:, \\d{2}-?\\d{3} \\p{Lu}[\\p{L}-]{1,40})?`,
  `(?<![\\p{L}\\d])\\p{Lu}\\p{Ll}{1,40}(?:allee|ring|damm|ufer|steig|markt|graben|hof|berg|tor|plein|kade|gade|väg|veien) \\d{1,4} ?[a-z]?\\b(?:, \\d{4,5} \\p{Lu}[\\p{L}-]{1,40})?`,
  `(?<=[,\\n] ?)(?:[A-Z]{1,2}-)?\\d{2}-?\\d{3} \\p{Lu}\\p{Ll}[\\p{L}-]{1,40}(?: (?:am|an der|im|de|del) \\p{Lu}[\\p{L}-]{1,40})?`,
  // A house with a name and what follows it; in lower case as in messages, up to a postcode.
  `(?<![\\p{L}\\d])(?:The )?(?:\\p{Lu}[\\p{L}'’-]{1,40} ){1,3}(?:Cottages?|Lodge|Farm|Farmhouse|Forge|Barn|Rectory|Vicarage|Villa|Manor|Bungalow|Chalet), (?:The )?${names}(?:, ${names}){0,2}`,
  `(?<=\\b(?:at|in|to|is|of) )(?:[a-z\\d'’]+(?: [a-z\\d'’]+){0,2}, ){0,3}[a-z'’]{3,20} [a-z]{1,2}\\d[a-z\\d]? \\d(?!mg|ml|cm|mm|kg|pm|am|th|st|nd|rd)[a-z]{2}(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d])[a-z]{1,2}\\d[a-z\\d]? \\d(?!mg|ml|cm|mm|kg|pm|am|th|st|nd|rd)[a-z]{2}(?![\\p{L}\\d])`,
  // "MANTEIGA LANE 4"
  `(?<![\\p{L}\\d])(?:\\p{Lu}[\\p{L}'’-]{1,40} ){1,2}(?:Street|Road|Lane|Avenue|Drive|Close|STREET|ROAD|LANE|AVENUE|DRIVE|CLOSE) \\d{1,4}[a-zA-Z]?(?![\\d/]|[.-]\\d)`,
  // A street without a number, and one whose number comes last.
  `(?<![\\p{L}\\d])(?:\\p{Lu}[\\p{L}'’-]{1,40} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|Terrace)\\b${rest}`,
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}-]{0,40}(?:stra(?:ß|ss)e|str\\.|weg|gasse|platz|straat|laan|gatan|vej) \\d{1,4}[a-z]?(?:, \\d{4,5} \\p{Lu}[\\p{L}-]{1,40})?`,
  // A house with a name, up to its postcode.
  `(?<![\\p{L}\\d])(?:The )?(?:\\p{Lu}[\\p{L}'’-]{1,40} ){0,3}(?:Cottage|House|Lodge|Farm|Forge|Mill|Barn|Rectory|Vicarage|Villa|Manor|Hall), [\\p{L}\\d ,.'’-]{2,60}? (?:${postcode})(?![\\p{L}\\d])`,
  // The number last: "Via Roma 12", "Calle Mayor 5".
  `(?<![\\p{L}\\d])(?:Via|Viale|Calle|Rue|Rua|Avenida|Piazza|Plaza|Allée|Chemin|Camino|Ulica|ul\\.) (?:d[aeiou]l?l?[aeis]? |la )*${names},? \\d{1,4}[a-z]?(?:, \\d{4,5} \\p{Lu}[\\p{L}-]{1,40})?`,
  `(?<![\\p{L}\\d])(?:[Aa]pt|[Aa]partment|Flat)\\.? #?\\d{1,4}[A-Z]?(?![\\p{L}\\d])`,
  // In the country: "RR 3 Box 15", "14 Hwy 61 N", "County Road 14".
  `\\b(?:RR|HC|Rural Route) #?\\d{1,3},? (?:Box|BOX) \\d{1,5}${rest}`,
  `${before}(?:\\d{1,5} )?(?:Hwy|Highway|County Road|State Road|County Rd\\.?) \\d{1,4}(?: [NSEW]\\b)?${rest}`,
  `(?<=corner of )${names} and ${names}`,
  `\\b[Pp]\\.? ?[Oo]\\.? ?(?:[Bb]ox|BOX) \\d{1,6}${rest}`,
  // A town with its state in letters: "Houma, Louisiana".
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,2}, (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming)\\b`,
  // A town with its state and number, and a postcode alone.
  `\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,2},? (?:${postcode})(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d-])(?:${postcode})(?![\\p{L}\\d-])`,
].map((pattern) => new RegExp(pattern, 'gu'));

const withCues = [
  // As it is dictated, with no capitals.
  new RegExp(
    `${before}\\d{1,5} (?!(?:m|k|mc|u)?g\\b|ml\\b|units?\\b)(?:[a-z]+ ){1,3}${spokenStreet}\\b`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\d-])${spokenNumber}(?:[a-z]+ ){1,3}${spokenStreet}\\b`, 'gu'),
  new RegExp(
    `\\b(?:at|live|lives|address|address is|to|it's|it is) (?<it>(?:${saidNumber}[ -]){1,4}(?:[a-z]+ ){1,2}${openStreet})\\b`,
    'dgu',
  ),
  // A postcode that is read out: "l twenty two six q a".
  new RegExp(
    `(?<![\\p{L}'’])(?<it>[a-z](?: [a-z])? (?!o )(?:${saidNumber}[ -]){1,3}(?:[a-z] [a-z])(?![\\p{L}'’]))`,
    'dgu',
  ),
  // A town that is dictated: up to the next word of the sentence.
  /\b(?:i|we|he|she|they) (?:just )?(?:moved?|live[sd]?|grew up|relocated)(?: here| over| back| out)? (?:from|to|in) (?!(?:an?|the|my|our|his|her|their|this|that|with|pain|fear|home|town|here|there|bed|another|one|two|assisted|sheltered)\b)(?<it>[a-z]{3,}(?: (?!(?:in|and|with|but|because|so|when|where|since|last|about|for|on|from|to|at|by|alone|now|after|before|until|near)\b)[a-z]{3,}){0,2})/dgu,
  // "i'm from maple ridge", "its jo from maple ridge": a place behind somebody who tells where they are.
  /\b(?:i'?m|we're|it'?s \p{Ll}+|calling|ringing|driv\p{Ll}+|originally|flew) (?:\p{Ll}+ )?from (?!(?:any|last|holiday|church|two|three|four|five|six|seven|an?|the|my|our|his|her|their|this|that|work|home|school|town|here|there|bed|upstairs|one|room|ward)\b)(?<it>\p{Ll}{3,}(?: (?!(?:in|and|with|but|because|so|when|where|since|last|about|for|on|from|to|at|by|my|her|his|it|i|he|she|now|today|yesterday|tomorrow|this)\b)\p{Ll}{3,}){0,1})/dgu,
  // A town with its state, behind a word for being there. Letters that stand for something clinical as well are none.
  new RegExp(
    `\\b(?:in|from|to|at|near|of|outside) (?<it>\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,2}, (?!CT|MI|MS|PE)${states})\\b`,
    'dgu',
  ),
  // The fields of a record.
  /"(?:city|district|county|postal_?code|zip|town|village|line)"[ \t]*:[ \t]*\[?[ \t]*"(?<it>[^"\n]{2,120})"/dgiu,
  /\b(?:zip(?: code)?|post ?code|postal code|eircode)["']?[ \t]*[:=#]?[ \t"']*(?<it>(?=[A-Z -]*\d)[A-Z\d]{2,5}(?:[ -][A-Z\d]{3,4})?)(?![\p{L}\d])/dgu,
  // All that stands behind the label, to the end of the line or the next label.
  /\b(?:home |postal |mailing |patient |street )?address["']?[ \t]*[:=][ \t"'[]*(?<it>[^\n|;"{}]{4,120}?)(?=\.? *(?:\n|$|\||;|"|\b(?:tel|phone|e-?mail|dob|mrn|mobile)\b))/dgiu,
  // A house behind a word for living.
  new RegExp(
    `\\b(?:[Ll]iv|[Rr]esid|[Ss]tay|[Mm]ov|[Hh]ome|[Hh]ouse)\\p{L}*(?: [a-z]+){0,3}? (?:at|to|is) (?<it>${house} \\p{Lu}[\\p{L}'’.-]{1,40}(?: \\p{Lu}[\\p{L}'’.-]{1,40}){0,3}${rest})`,
    'dgu',
  ),
];

/** A town behind a word for living, coming or going. */
const lived =
  /\b(?:[Ll]iv(?:es?|ing|ed)|[Rr]esid(?:es?|ing|ent)|[Bb]orn|[Rr]aised|[Ww]ork(?:s|ing|ed)?|[Mm]ov(?:ed|ing)|[Bb]ased|[Rr]elocated|[Tt]ravell?ed|[Rr]eturned|[Cc]ame|[Hh]ails?|[Ss]taying|[Gg]r[eo]w(?:s|ing|n)? up|[Nn]ative|[Cc]ommut(?:es|ing|ed)|[Dd]r(?:ives?|ove|iving)|[Ff]l(?:ies|ew|ying)|[Tt]rip|[Hh]oliday|[Vv]acation|[Rr]etired|[Tt]ransferred|[Ff]arm|[Ss]chool|[Cc]hurch|[Pp]harmacy|[Cc]linic|[Hh]ome|[Hh]ouse|[Tt]own|[Vv]illage|[Cc]ity)(?: [a-z]+){0,3}? (?:in|at|from|to|near|outside|of) (?<it>(?:the )?\p{Lu}[\p{L}'’-]{1,40}(?:,? \p{Lu}[\p{L}'’-]{1,40}){0,3})/dgu;

/** Finds addresses: streets with what follows them, post boxes, postcodes, and towns where somebody lives. */
export function* findAddresses(text: string): Generator<Identifier> {
  for (const pattern of [...patterns, ...withCues]) yield* matchesOf(text, pattern, 'address');
  for (const one of matchesOf(text, lived, 'address')) {
    // "home from Theatre"
    if (tellsPlace(text.slice(one.start, one.end))) yield one;
  }
}
