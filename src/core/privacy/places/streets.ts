import { before, door, house, names, postcode, rest, street, town } from './address-words';
import { matchesOf, type Identifier } from '../identifier';
import { tellsPlace } from './organisations';

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
  // A street's number last, with a town behind it: "Neckarhalde 22, 72108 Rottenburg".
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}-]{2,40}(?: \\p{Lu}[\\p{L}-]{2,40})? \\d{1,4} ?[a-z]?(?:, ?\\n?|\\n| )(?:[A-Z]{1,2}-)?\\d{4,5} \\p{Lu}[\\p{L}-]{1,40}`,
  // What a street is comes first, as in French, Spanish and Malay; in any case.
  `${before}${house},? (?:rue|calle|avenida|boulevard|boul\\.|chemin|impasse|allée|place|quai|route|jalan|jln|jl\\.?|lorong|lrg|soi|thanon|via|viale|piazza|carrera|cra\\.|rruga|ulitsa)\\.? (?:d[eu]l?s? |la |l['’])*${names}`,
  `(?<![\\p{L}\\d])(?:Jalan|Jln\\.?|Jl\\.?|Lorong|Lrg|Soi|Calle|Carrera|Cra\\.?|Blk|Apt Blk) ${names}(?: (?:No\\.? ?)?\\d{1,5}[A-Z]?)?`,
  `(?<![\\p{L}\\d])(?:Apt )?Blk ?\\d{1,4}[A-Z]? ${names}`,
  // Singapore's doors and postcodes; India's and Southern Africa's behind the town.
  '#\\d{2}-\\d{2,4}[A-Z]?(?![\\p{L}\\d])',
  '(?<![\\p{L}\\d])(?:Singapore|SINGAPORE|S)[ (]{0,2}\\d{6}\\)?(?![\\p{L}\\d])',
  `(?:(?<=, ?)\\p{Lu}[\\p{L}-]{2,40} |(?<![\\p{L}\\d])\\p{Lu}[\\p{L}-]{2,40} ?[-–] ?)\\d{3} \\d{3}(?![\\p{L}\\d]|[,.]\\d)`,
  `(?<=, ?|\\n)\\p{Lu}\\p{Ll}[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{1,40}){0,2} (?!(?:19|20)\\d{2}(?!\\d))\\d{4}(?=[.,;)\\n]|$)`,
  // Floors, mains, crosses and landmarks, by which houses of India and Pakistan are found.
  `(?<![\\p{L}\\d])\\d{1,2}(?:st|nd|rd|th) (?:Main|Cross|Block|Stage|Phase|Sector|Street|St|Avenue|Ave|Floor)(?: Road| Rd)?(?=[ ,])`,
  `(?<![\\p{L}\\d])(?:Private Bag|P\\.? ?M\\.? ?B\\.?|Postfach|Casilla|Apartado|G\\.?P\\.?O\\.? Box|Locked Bag) ?(?:[A-Z]{1,2} ?)?\\d{1,6}${rest}`,
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
  // A postcode of the Netherlands with its town.
  `(?<=, |\\n)[1-9]\\d{3} (?!GP|RN|DR|NP|PA|HR|BP|RR|MD|OT|PT|SW)[A-Z]{2},? \\p{Lu}\\p{Ll}[\\p{L}-]{1,30}`,
  `(?<![\\p{L}\\d])\\p{Lu}\\p{Ll}{2,30}(?:gracht|kade|singel|dijk|plantsoen|hof|lei) \\d{1,4}(?:[a-z]|-[\\dIVX]{1,4})?(?![\\p{L}\\d])`,
  // A road by its number, behind a word for being there; vitamins have numbers too.
  '(?<=\\b(?:on|off|along|near|nr|via|from) (?:the )?)(?!B12|A1C)[AMB]\\d{2,4}(?=,? (?:near|at|nr|outside|by|towards|between|just|north|south|east|west|in)(?!\\p{L})|[.;)])',
  // A place on a motorway by its exits.
  '(?<![\\p{L}\\d])[AM]\\d{1,3}(?:\\(M\\))?,? (?:J|Jct\\.? ?|[Jj]unction )\\d{1,2}[a-zA-Z]?(?: (?:north|south|east|west)bound)?(?![\\p{L}\\d])',
  // In the country: "RR 3 Box 15", "14 Hwy 61 N", "County Road 14".
  `\\b(?:RR|HC|Rural Route) #?\\d{1,3},? (?:Box|BOX) \\d{1,5}${rest}`,
  `${before}(?:\\d{1,5} )?(?:Hwy|Highway|County Road|State Road|County Rd\\.?) \\d{1,4}(?: [NSEW]\\b)?${rest}`,
  `(?:(?<=corner of )|(?<![\\p{L}])(?:[Cc]nr|[Cc]rn|[Cc]orner|[Jj]unction|[Jj]ct)\\.? (?:of )?)${names}(?: ${street}\\b\\.?)? (?:and|&) ${names}(?: ${street}\\b\\.?)?${rest}`,
  // A house by the part of a township: "Section D 1140, Umlazi".
  `(?<![\\p{L}\\d])(?:Section|Sector|Zone|Unit|Extension|Ext\\.?|Block|Phase) [A-Z]{1,2},? \\d{2,5}[A-Z]?, ${town}`,
  // New Zealand's: "RD 4, Hikurangi"; Canada's with its mark, since RR is the rate of breathing: "RR#2, Conns Mills".
  `(?<![\\p{L}\\d])(?:RD|RR ?#) ?\\d{1,3}, (?!SpO|HR|BP)${names}`,
  // "Paul-Zobel-Weg 40", "Am Alten Markt 3"
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}.]{0,30}(?:-\\p{Lu}[\\p{L}.]{0,30}){0,3}-(?:Stra(?:ß|ss)e|Str\\.|Weg|Gasse|Platz|Allee|Ring|Ufer|Damm|Stra[au]t|Laan|Plein|Vej|Gade|Väg) \\d{1,4} ?[a-z]?(?![\\p{L}\\d])`,
  `\\b[Pp]\\.? ?[Oo]\\.? ?(?:[Bb]ox|BOX) \\d{1,6}(?:-\\d{5})?${rest}`,
  // A town with its state in letters: "Houma, Louisiana".
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,2}, (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming)\\b`,
  // A town with its state and number, and a postcode alone.
  `\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,2},? (?:${postcode})(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d-])(?:${postcode})(?![\\p{L}\\d-])`,
].map((pattern) => new RegExp(pattern, 'gu'));

const cued = [
  // The fields of a record.
  /"(?:city|district|county|postal_?code|zip|town|village|line)"[ \t]*:[ \t]*\[?[ \t]*"(?<it>[^"\n]{2,120})"/dgiu,
  // The further lines of a record's address.
  /(?<="line"[ \t]*:[ \t]*\[(?:[ \t\n]*"[^"\n]{0,120}"[ \t]*,){1,4}[ \t\n]*")(?<it>[^"\n]{1,120})(?=")/dgu,
  // A house that is a whole cell: ",The Beeches,".
  /(?<=(?:^|\n|[,|\t;"])|(?<!\p{L})[Hh]ome: )(?<it>The (?!Patient|Team|Ward|Family|Hospital|Doctor|Nurse)\p{Lu}[\p{L}'’-]{2,30}(?: \p{Lu}[\p{L}'’-]{2,30})?)(?=[,|\t;"])/dgu,
  /\b(?:zip(?: code)?|post ?code|postal code|eircode)["']?[ \t]*[:=#]?[ \t"']*(?<it>(?=[A-Z -]*\d)[A-Z\d]{2,5}(?:[ -][A-Z\d]{3,4})?)(?![\p{L}\d])/dgu,
  // All that stands behind the label, to the end of the line or the next label.
  /\b(?:home |postal |mailing |patient |street )?address["']?[ \t]*[:=][ \t"'[]*(?<it>[^\n|;"{}]{4,120}?)(?=\.? *(?:\n|$|\||;|"|\b(?:tel|phone|e-?mail|dob|mrn|mobile)\b))/dgiu,
  // A house behind a word for living.
  new RegExp(
    `\\b(?:[Ll]iv|[Rr]esid|[Ss]tay|[Mm]ov|[Hh]ome|[Hh]ouse)\\p{L}*(?: [a-z]+){0,3}? (?:at|to|is) (?<it>${house} \\p{Lu}[\\p{L}'’.-]{1,40}(?: \\p{Lu}[\\p{L}'’.-]{1,40}){0,3}${rest})`,
    'dgu',
  ),
];

/** A door, a block, a plot by its number, before the name of what it is in: "Unit 3, Station Court", "Villa 18, Al Wasl Road". */
const numbered =
  /(?<![\p{L}\d])(?:Apt|Apartment|Blk|Block|Plot|House|Villa|Lot|Flat|Unit|Shop|Stand|Erf|Door|Room|Suite|Office|Bldg|Building|Tower|Farm|Site|Level)(?: [Nn]o\.?)? ?#?(?:[A-Z]{0,2}\d{1,5}[A-Z]?|(?<=Flat |Apt |Block |Blk )[A-Z])(?:, \d{1,3}\/F)?(?:[-/]\d{0,5}[A-Z]?)?(?:,? (?:Ext|Extension|Section|Phase|Zone)\.? \d{1,2}[A-Z]?)?,? (?=\p{Lu})(?<next>\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40}){0,3})/gu;
/** A house by its number behind a word for being there: "attended 27 Gilesgate". */
const atNumber =
  /(?<=\b(?:at|to|of|from|attended|visited|outside|near|in|address|live at|lives at) )\d{1,4}[A-Za-z]?,? (?<next>\p{Lu}\p{Ll}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40}){0,3})(?![\p{L}\d])/gu;

/** Finds houses and streets, in the forms of many countries, post boxes and postcodes. */
export function* findStreets(text: string): Generator<Identifier> {
  for (const pattern of [...patterns, ...cued]) yield* matchesOf(text, pattern, 'address');
  for (const pattern of [numbered, atNumber]) {
    for (const match of text.matchAll(pattern)) {
      if (!tellsPlace(match.groups?.['next'] ?? '') && !/ Ext/.test(match[0])) continue;
      yield { kind: 'address', start: match.index, end: match.index + match[0].length };
    }
  }
}
