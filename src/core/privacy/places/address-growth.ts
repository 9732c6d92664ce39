import type { Span } from '../../text/span';
import { isClinicalWord, plainWord } from '../names/name-lexicon';
import { credentials, notNames, persons, relatives, titles } from '../text-words';

/** So many parts between commas an address has at most on each side of what was found. */
const mostParts = 6;
const longestPart = 60;
/** Words without a capital inside of an address. */
const small =
  /^(?:of|the|on|in|upon|de|la|le|les|du|des|d[ao]s?|del|der|den|am|an|im|near|nr|off|opp|opposite|behind|beside|via|and|y|na|bin|al|el)\.?$/;
/** What a house, a street or a part of a country is called: a part with such a word belongs to an address on its left. */
const kindOfPlace =
  /\b(?:house|cottage|residences?|building|bldg|court|villas?|floor|village|lodge|farm|flat|unit|apt|apartment|block|blk|tower|towers|mansions?|plot|street|road|lane|close|estate|phase|sector|main|cross|nagar|colony|layout|block|bureau|suite|gra|brgy|barangay|mohalla|district|taluk|county|state|level|lvl)\b/i;
const number = /^\d{1,3}\/F$|^#?\d{1,6}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?){0,3}$/;
/** Before a number inside of a house. */
const door = /^(?:bureau|suite|apt\.?|unit|flat|app\.?|appt\.?|floor|room|no\.?|ste\.?|#)$/;
const ordinal = /^\d{1,3}(?:st|nd|rd|th)$/;
const partEnd = /[,;:|()"\t\n]| {2}|\. |\.$/;

/**
 * An address with the parts between commas that go on with it on both sides: a building, a quarter, a town, a county, a
 * postcode, in whatever order a country has them.
 */
export function growAddress(text: string, { start, end }: Span): Span {
  let to = end;
  for (let parts = 0; parts < mostParts; parts++) {
    const joint = /^(?:, ?\n?| ?[-–] | )/.exec(text.slice(to, to + 4))?.[0];
    if (joint === undefined) break;
    const from = to + joint.length;
    const rest = text.slice(from, from + longestPart);
    const part = rest.slice(0, partEnd.exec(rest)?.index ?? rest.length);
    // "12 Oak Lane, Phone: …": the part is a label.
    if (text.startsWith(':', from + part.length)) break;
    const length = placeLength(part);
    if (length === 0 || (joint === ' ' && !/^[#\d]|^\p{Lu}\p{Ll}/u.test(part))) break;
    to = from + length;
    if (length < part.trimEnd().length) break;
  }
  let from = start;
  for (let parts = 0; parts < mostParts; parts++) {
    const before = text.slice(Math.max(0, from - longestPart), from);
    const joint = /(?:, ?| - )$/.exec(before);
    if (!joint) break;
    const rest = before.slice(0, joint.index);
    const part = rest
      .slice(
        Math.max(
          ...[',', ';', ':', '|', '(', ')', '"', '\t', '\n', '  ', '. '].map(
            (mark) => rest.lastIndexOf(mark) + mark.length,
          ),
        ),
        joint.index,
      )
      .trimStart();
    if (!/\d/.test(part) && !kindOfPlace.test(part)) break;
    const length = placeLengthAtEnd(part);
    if (length === 0) break;
    from -= before.length - joint.index + length;
    if (length < part.length) break;
  }
  return { start: from, end: to };
}

/** How much of a part is of an address, from its beginning. */
function placeLength(part: string): number {
  const words = [...part.matchAll(/\S+/gu)];
  let length = 0;
  for (const [at, { 0: word, index }] of words.entries()) {
    const next = words[at + 1]?.[0];
    if (!isOfPlace(word, next)) break;
    if (!small.test(word)) length = index + word.length;
  }
  // A number alone may be an age or a dose.
  return /^\d{1,3}$/.test(part.slice(0, length)) ? 0 : length;
}

/** The same from its end; it begins with a capital or a number. */
function placeLengthAtEnd(part: string): number {
  const words = [...part.matchAll(/\S+/gu)];
  let length = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    const { 0: word, index } = words[at] ?? { 0: '', index: 0 };
    if (!isOfPlace(word, words[at + 1]?.[0])) break;
    if (!small.test(word)) length = part.length - index;
  }
  return length;
}

function isOfPlace(word: string, next: string | undefined): boolean {
  if (ordinal.test(word)) return true;
  if (door.test(word)) return next !== undefined && number.test(next);
  if (number.test(word)) return next === undefined || /^[\p{Lu}#\d]/u.test(next);
  if (small.test(word)) return next !== undefined && /^[\p{Lu}\d]|^(?:the|la|der|den)$/u.test(next);
  if (!/^\p{Lu}[\p{L}.'’-]*$/u.test(word)) return false;
  if (kindOfPlace.test(word)) return true;
  const plain = plainWord(word.replace(/\.$/, ''));
  if (next !== undefined && /^\d{5}/.test(next)) return true;
  return (
    !(
      notNames.has(plain) ||
      titles.has(plain) ||
      relatives.has(plain) ||
      credentials.has(plain) ||
      persons.has(plain)
    ) && !isClinicalWord(plain)
  );
}
