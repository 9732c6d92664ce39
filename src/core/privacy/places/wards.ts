import { matchesOf, type Identifier } from '../identifier';
import { tellsPlace } from './organisations';
import { spokenBelowHundred } from '../spoken';

const side = '(?:North|South|East|West|NORTH|SOUTH|EAST|WEST)';

/** A ward by its number and side: "Ward 6 North", "4 West rm 12". */
const numbered = [
  `(?<![\\p{L}\\d])(?<it>(?:Ward|WARD) [A-Z]?\\d{0,3}[A-Z]? ${side})(?![\\p{L}\\d])`,
  `(?<![\\p{L}\\d./,-])(?<it>\\d{1,2} ?(?:${side}|[NSEW]))(?=,? (?:[Rr]m|[Rr]oom|[Bb]ed|[Uu]nit|[Ww]ard|RN|[Cc]harge)(?![\\p{L}]))`,
  // By its number and its name: "Ward 3 Selkirk", "Ward Kōwhai 3".
  `(?<![\\p{L}\\d])(?<it>(?:Ward|Station) (?!Round|Clerk|Manager|Sister|Nurse|Bed|Based|Staff|Team)(?:\\d{1,2}[A-Z]? \\p{Lu}\\p{Ll}{3,20}(?=[.,;:)\\n"|]|$)|["“]?\\p{Lu}\\p{Ll}{3,20}["”]? \\d{1,2}))(?![\\p{L}\\d]|[./-]\\d)`,
  // As it is said: "ward seven c".
  `(?<![\\p{L}\\d])(?<it>ward ${spokenBelowHundred}(?: [a-d])?)(?![\\p{L}\\d]| (?:patients|beds|rounds?|staff|nurses?)(?!\\p{L}))`,
].map((pattern) => new RegExp(pattern, 'dgu'));

/** A ward by its name: "Dolphin Ward", "handover oak unit". */
const named = [
  `(?<![\\p{L}\\d])(?<it>(?:\\p{Lu}\\p{Ll}{2,20} ){1,2}Ward)(?!\\p{L}| (?:[Rr]ound|[Cc]lerk|[Mm]anager|[Ss]ister|[Nn]urse|\\d))`,
  `(?<=(?:^|\\n)(?:.{0,20} )?handover,? )(?<it>(?!(?:the|my|our|this|for|from|to|of|at)\\b)\\p{Ll}{3,20} (?:ward|unit))(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, 'dgu'));

/** Finds wards that a hospital has only one of. Kinds of wards ("the surgical ward") are none. */
export function* findWards(text: string): Generator<Identifier> {
  for (const pattern of numbered) yield* matchesOf(text, pattern, 'address');
  for (const pattern of named) {
    for (const one of matchesOf(text, pattern, 'address')) {
      const name = text.slice(one.start, one.end).replace(/ (?:ward|unit)$/i, '');
      if (tellsPlace(name)) yield one;
    }
  }
}
