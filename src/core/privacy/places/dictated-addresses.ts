import { matchesOf, type Identifier } from '../identifier';
import { spokenNumber } from '../spoken';

/** Words that are a street's behind a number or a word for being there. */
const street =
  '(?:street|road|avenue|lane|drive|boulevard|court|crescent|terrace|grove|gardens|close|rd|ave|ln|blvd|cres|mews|parade|highway|parkway|yard|square|quay|wharf|estate|cottages?|lodge|villas|buildings|towers?|house)';
/** Words for a street that mean other things too. */
const openStreet = '(?:view|way|row|walk|hill|green|rise|place|park|circle|quay|gate|st|fields?)';
/** Streets that are no place by themselves: "the main road". */
const noStreet =
  '(?:the|an?|main|high|this|that|our|my|his|her|your|their|long|rough|bumpy|busy|side|back|across|down|up|same|whole|other|next|wrong|open|slow|fast|bus|middle|one|memory|country|dirt|any|each|every|of|in|on|at|and|or|to|from|care|nursing|new|old|own|big|little|whose|which|what|rest|bail|safe|halfway|open|full)';
const door = '(?:flat|apartment|apt|unit|house|number|no\\.?|room|plot|block|lot|door|shop)';
/** A house's number in words or digits, with a flat's before it. */
const house = `(?:${door},? )?(?:\\d{1,5}[a-z]?|${spokenNumber}(?:[ -]${spokenNumber}){0,5})`;
const notMeasured =
  '(?!(?:m|k|mc|u)?g\\b|ml\\b|units?\\b|times?\\b|weeks?\\b|days?\\b|hours?\\b|minutes?\\b|years?\\b|months?\\b|per\\b|next\\b|tablets?\\b|puffs?\\b)';
const word = "[a-z][a-z'’]+";
const before = '(?<![\\p{L}\\d.,/-])';

const patterns = [
  new RegExp(
    `${before}(?:${house},? )?${house},? ${notMeasured}(?:${word} ){1,3}${street}\\b(?:,? ${word} (?:road|street|lane|avenue))?(?:,? ${door} (?:\\d{1,4}[a-z]?|${spokenNumber}(?:[ -]${spokenNumber}){0,2})\\b)?`,
    'gu',
  ),
  new RegExp(
    `\\b(?:at|live|lives|living|address|address is|to|it's|it is|from|on|mum'?s|dad'?s|nan'?s|place|house|still) (?<it>${house},? ${notMeasured}(?:${word} ){1,2}${openStreet})\\b(?:,? ${door} \\d{1,4}[a-z]?\\b)?`,
    'dgu',
  ),
  // "88 elm st apt 3"
  new RegExp(
    `${before}\\d{1,5} ${notMeasured}(?:${word} ){1,2}(?:st|dr|pl|ct),? (?:apt|apartment|unit|flat|#) ?\\d{1,4}[a-z]?\\b`,
    'gu',
  ),
  // "at my brother's, 16b puriri st kaikohe": with a letter behind its number, and up to the town.
  new RegExp(
    `${before}(?:\\d{1,4}/)?\\d{1,4}[a-z]? ${notMeasured}(?:${word} ){1,2}(?:st|rd|ave|ln|tce|cres|pde|cl)(?![\\p{L}\\d'])(?: (?!(?:and|in|at|on|with|but|the|for|to|is|by|near|off|he|she|it|i|we|they|now|today|post|pt)\\b)[a-z]{4,20}(?: \\d{4}(?!\\d))?)?`,
    'gu',
  ),
  // A street without a number: "on moor lane", ", marsh road".
  new RegExp(
    `(?:\\b(?:on|in|at|off|near|of|to|from|by|behind|opposite|not|leaving|left)|,) (?<it>(?!${noStreet}\\b)${word} (?:(?!${noStreet}\\b|and\\b)${word} |old |new |high |main )?(?:road|street|lane|avenue|crescent|terrace|boulevard|mews|rd|ave))\\b`,
    'dgu',
  ),
  // "nine the paddocks", "county road eighteen"
  new RegExp(
    `\\b(?:at|live|lives|living|address|address is|its|it's|it is) (?<it>${house},? the (?!(?:first|second|third|other|same|next|last|left|right|pain|one|whole|doctor|nurse|ward)\\b)${word})\\b`,
    'dgu',
  ),
  new RegExp(
    `\\b(?:county|state|rural|farm|ranch|township|forest) (?:road|route|highway) (?:\\d{1,4}|${spokenNumber}(?:[ -]${spokenNumber}){0,3})\\b`,
    'gu',
  ),
  // By the quarter of a town: "twenty two fourteen north kedzie".
  new RegExp(`${before}${house} (?:north|south|east|west) (?!of\\b|side\\b|and\\b)${word}`, 'gu'),
  // A flat and the house that it is in.
  new RegExp(
    `${before}(?:flat|apartment|apt|unit) (?:\\d{1,4}[a-z]?|${spokenNumber}(?:[ -]${spokenNumber})?),? (?:${word} ){1,2}(?:house|court|lodge|tower|heights|point|mansions)\\b`,
    'gu',
  ),
  // A postcode that is read out: "l twenty two six q a".
  new RegExp(
    `(?<![\\p{L}'’])(?<it>[a-z](?: [a-z])? (?!o )(?:${spokenNumber}[ -]){1,3}(?:[a-z] [a-z])(?![\\p{L}'’]))`,
    'dgu',
  ),
  // A town that is dictated: up to the next word of the sentence.
  /\b(?:i|we|he|she|they) (?:just )?(?:moved?|live[sd]?|grew up|relocated)(?: here| over| back| out)? (?:from|to|in) (?!(?:an?|the|my|our|his|her|their|this|that|with|pain|fear|home|town|here|there|bed|another|one|two|assisted|sheltered)\b)(?<it>[a-z]{3,}(?: (?!(?:in|and|with|but|because|so|when|where|since|last|about|for|on|from|to|at|by|alone|now|after|before|until|near)\b)[a-z]{3,}){0,2})/dgu,
  // "i'm from maple ridge", "its jo from maple ridge": a place behind somebody who tells where they are.
  /\b(?:i'?m|we're|it'?s \p{Ll}+|calling|ringing|driv\p{Ll}+|originally|flew) (?:\p{Ll}+ )?from (?!(?:any|last|holiday|church|two|three|four|five|six|seven|an?|the|my|our|his|her|their|this|that|work|home|school|town|here|there|bed|upstairs|one|room|ward)\b)(?<it>\p{Ll}{3,}(?: (?!(?:in|and|with|but|because|so|when|where|since|last|about|for|on|from|to|at|by|my|her|his|it|i|he|she|now|today|yesterday|tomorrow|this)\b)\p{Ll}{3,}){0,1})/dgu,
];

/** Finds addresses and towns that are written or said without capitals. */
export function* findDictatedAddresses(text: string): Generator<Identifier> {
  for (const pattern of patterns) yield* matchesOf(text, pattern, 'address');
}
