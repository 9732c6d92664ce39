import cues from './organisation-cues.json';
import { matchesOf, type Identifier } from '../identifier';
import { nameStrength } from '../names/name-lexicon';
import { tellsPlace } from './organisations';

/** So many places of one text or of several are looked for again, and so long they are at most, in letters. */
const mostPlaces = 200;
const [shortestPlace, longestPlace] = [5, 50];
/** What a place is, at the end of its name: "Polvarth Lane" is also known as Polvarth. */
const kind = new RegExp(
  ` (?:${cues.heads.replaceAll(' ', '|')}|street|road|lane|avenue|drive|close|court|crescent|terrace|gardens|way|place|hill)$`,
  'iu',
);

/**
 * What the places that were found are called, for finding them again in any case: the parts between commas, with and without
 * the word for what they are. One word alone has to be a name or in no list.
 * @param all per text what was found in it
 * @returns a pattern that names the place `it`; none where no place was found
 */
export function knownPlaces(
  texts: readonly string[],
  all: readonly (readonly Identifier[])[],
): RegExp | undefined {
  const known = new Set<string>();
  for (const [at, claims] of all.entries()) {
    for (const claim of claims) {
      if (claim.kind !== 'address' && claim.kind !== 'organisation') continue;
      for (const part of (texts[at] ?? '').slice(claim.start, claim.end).split(/[^\p{L}\p{M} .'’&-]+/u)) {
        const place = part.trim().replace(/^(?:the|at|in) /i, '');
        for (const one of [place, place.replace(kind, '')]) if (isTelling(one)) known.add(one.toLowerCase());
      }
    }
  }
  if (known.size === 0) return undefined;
  const places = [...known].sort((a, b) => b.length - a.length).slice(0, mostPlaces);
  const escaped = places.map((one) => one.replace(/[.]/g, '\\.').replaceAll(' ', '\\s'));
  return new RegExp(`(?<![\\p{L}\\d])(?<it>${escaped.join('|')})(?![\\p{L}\\d])`, 'dgiu');
}

function isTelling(place: string): boolean {
  if (place.length < shortestPlace || place.length > longestPlace || !/^\p{Lu}/u.test(place)) return false;
  if (!/^\p{L}[\p{L}\p{M} .'’&-]*\p{L}$/u.test(place) || !tellsPlace(place)) return false;
  return place.includes(' ') || nameStrength(place) === 'name' || nameStrength(place) === 'unknown';
}

/** Finds places again that stand elsewhere: "at polvarth lane", where "14 Polvarth Lane" was found. */
export function* findPlacesAgain(text: string, places: RegExp | undefined): Generator<Identifier> {
  if (places) yield* matchesOf(text, places, 'address');
}
