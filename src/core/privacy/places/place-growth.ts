import cues from './organisation-cues.json';
import { matchesOf, type Identifier } from '../identifier';
import { states } from './address-words';
import names from '../names/name-cues.json';

/** Stand for a letter or a digit of a name and of a place that were found already, so that patterns can tell them from the rest. */
const [nameMark, placeMark] = ['\uE000', '\uE001'];
const mark = `[${nameMark}${placeMark}]`;
const found = `(?<!${mark})${mark}+(?:[ .'’&/-]{1,3}${mark}+){0,8}`;
const capital = "\\p{Lu}[\\p{L}'’.-]{1,30}";
const list = (words: string): string => words.replaceAll(' ', '|');
const ending = `(?:${list(cues.heads)}|${list(cues.endings)})`;
const part = `(?:${list(cues.parts)})\\.?`;
const number = '(?:[A-Z]|[A-Z]?\\d{1,4}[A-Z]?)(?![\\p{L}\\d]|[.-]\\d)';
const smallEnding = `(?:${list(cues.heads.toLowerCase())}|${list(cues.sites)}|${list(cues.sitesInSmall)})`;
/** A noun in lower case: no word that goes on with the sentence. */
const noun = `(?!(?:${list(names.persons)}|${list(names.notNames.toLowerCase())}|${list(names.relatives)}|${list(names.roles)}|${list(names.eponymHeads)}|who|which|that|because|when|where|while|until|since|alone|again|today|now|about|around|daily|every|each|all|both|there|here|too|also|only|very)(?!\\p{L}))\\p{Ll}[\\p{L}'’-]{1,20}`;
/** Letters for what somebody is or does, and for what is done: they stand beside places and are no part of one. */
const people = list(
  `${names.credentials} ${names.roles} ${names.staff} ${cues.unitLetters}`.toUpperCase().replace(/[.]/g, ''),
);
const where = '(?:at|for|from|to|in|of|near|via|by|on|with|or|the|try|our|attends|left|joined)';

const patterns = [
  // "Sunnybank Skin Rooms", "St. Therese Casualty": up to the word that says what it is.
  `(?:(?<=(?<!\\p{L}))(?:Dr|Sir|Lady|King|Queen)\\.? )?${found}(?: (?:${capital}|&|and|of)){0,3}? ${ending}(?![\\p{L}])`,
  // "at the Townline gurdwara", "for Chambar revenue office"
  `(?<=(?<!\\p{L})${where} (?:the )?)(?:${capital} ){0,2}${found}(?: ${noun}){0,2}? ${smallEnding}(?!\\p{L})`,
  // Behind an article a name is what a thing goes by: "on the Lady Rewa charter, so …".
  `(?<=(?<!\\p{L})(?:at|for|from|in|to|near|via|on|by|with) the )(?:${capital} ){0,2}${found}(?: ${noun}){1,2}(?=[.,;:)?!\\n]|$| (?:and|but|so|in|on|at|to|for|when|where|since|as|he|she|they|we|i|is|was)(?!\\p{L}))`,
  // A ward with its number behind or before its name: "Ward Kōwhai 3", "on 4 Marshall".
  `(?:Ward|Station) ["“]?${found}["”]? \\d{1,2}[A-Z]?(?![\\p{L}\\d]|[./-]\\d)`,
  `(?:(?<=(?<!\\p{L})(?:on|to|from|onto) )|Ward )\\d{1,2}[A-Z]? ${found}(?=[ ]*(?:[.,;:)?!\\n"]|$)| (?:and|but|so|until|since|today|tomorrow|at|for|with)(?!\\p{L}))`,
  // What opens the name of a town, a bay or an island.
  `(?<![\\p{L}\\d])(?:Bad|Sankt|Bay of|Isles? of|Gulf of|Cape|Port|Mount|[Mm]t\\.?|Lake|Upper|Lower|Nether|Great|Little|Ober|Unter|Groß|Klein|Alt|Neu) ${found}`,
  // A school by its kind: "Trafalgar Middle", "Lugulu Hill Girls".
  `${found} (?:Middle|Elementary|High|Juniors?|Infants?|Grammar|Girls|Boys|Prep|Secondary|Academy)(?=["]?[ ]*(?:[.,;:|)\\n"]|$))`,
  // A ward, a room or a floor beside the place that it is in.
  `(?:${capital} ){0,3}(?:Ward|Department|Dept\\.?|Unit|Division|Directorate)(?: of(?: ${capital}){1,2}| ${number})?,? (?:the )?${found}`,
  `(?<![\\p{L}\\d])${part} ?#?${number},? ${found}`,
  `(?<=${mark}\\.?,? )${part} ?#?${number}(?:, ${part} ?#?${number}){0,3}(?:, ${capital}(?: ${capital}){0,2}(?=, ${mark}))?`,
  `(?<![\\p{L}\\d])(?:Clinic|Suite|Shop|Wing|Tower|Unit) ?#?${number}, (?:Level|Lvl|Floor) ?#?${number}`,
  // A state in letters behind a town; some are letters for what somebody is as well.
  `(?<=${mark}), (?!MD|PA|DO|MS|CT|MI|OR|PT|OT|ND|ID|SC|CA)${states}(?![\\p{L}\\d])`,
  // A small word of another language between two parts of a name.
  `(?<=${mark}) (?:na|ng|an|am|im|vom|zum|zur|bei|ar|yr|nan|agus|o|n|dos?|das?|des?|du|d[ei]l|la|el|al|zu|aan|op)(?= ${mark})`,
  // Letters for what a place is, on either side of it: "HMP Long Lartin", "Banksia Grove RACF".
  `(?<![\\p{L}\\d])(?!(?:${people})(?!\\p{L}))\\p{Lu}{3,6} (?:du |de |of )?(?=${placeMark})`,
  `(?<=${placeMark} )(?!(?:${people})(?!\\p{L}))\\p{Lu}{3,6}(?=[ ]*(?:[.,;:|)\\n]|$))`,
  // A house's number in words before it, a branch's behind it.
  `(?:[Nn]umber|[Nn]o\\.?) ?\\d{1,4}[a-zA-Z]?,? ${found}`,
  `(?<=${placeMark} )#\\d{2,6}(?!\\d)`,
  // The first half of a postcode behind its town or street.
  `(?<=${placeMark}, )[A-Z]{1,2}\\d{1,2}[A-Z]?(?=[.,;)\\n]|$)`,
  // A part of an address between two others.
  `(?<=${mark}, )${capital}(?: ${capital}){0,2}(?=, ${mark})`,
].map((pattern) => new RegExp(pattern, 'gu'));

/**
 * Finds what belongs to places that were found already, by where it stands: the word for what a place is, the room, ward or
 * floor beside it, the quarter between a street and a town.
 * @param claims what was found, in order and without overlap
 * @returns what is more than a claim had, with the claims that it overlaps or touches, in order and without overlap
 */
export function growPlaces(text: string, claims: readonly Identifier[]): Identifier[] {
  const places = claims.filter(
    ({ kind }) => kind === 'name' || kind === 'address' || kind === 'organisation',
  );
  const marked = markedText(text, places);
  const grown = patterns.flatMap((pattern) => [...matchesOf(marked, pattern, 'organisation')]);
  const isGrown = new Set(grown);
  const joined: { one: Identifier; parts: number }[] = [];
  for (const one of [...grown, ...places].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    // What touches was one before a name inside of it was found first.
    if (last && one.start <= last.one.end) {
      last.one = { ...last.one, kind: 'organisation', end: Math.max(last.one.end, one.end) };
      last.parts++;
    } else {
      joined.push({ one, parts: isGrown.has(one) ? 2 : 1 });
    }
  }
  return joined.flatMap(({ one, parts }) => (parts > 1 ? [one] : []));
}

/** The text with a mark for each letter and digit of a place. */
function markedText(text: string, claims: readonly Identifier[]): string {
  let out = '';
  let last = 0;
  for (const { start, end, kind } of claims) {
    const sign = kind === 'name' ? nameMark : placeMark;
    out +=
      text.slice(last, start) +
      text.slice(start, end).replace(/[\p{L}\p{N}]/gu, (one) => sign.repeat(one.length));
    last = end;
  }
  return out + text.slice(last);
}
