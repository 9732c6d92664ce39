import { tokens, type Token } from '../text/tokens';
import { wordTable } from '../text/word-table';
import data from './terms/context-cues.json';

/** What a cue says about a finding; explained in terms/context-cues.json. */
export type CueMeaning =
  | 'absent'
  | 'absent-narrowed'
  | 'unlikely'
  | 'present'
  | 'presupposed'
  | 'turned-round'
  | 'unreadable'
  | 'uncertain'
  | 'hypothetical'
  | 'example'
  | 'past'
  | 'current'
  | 'future'
  | 'family'
  | 'other'
  | 'narrowed'
  | 'asserted'
  | 'granted'
  | 'clause-end'
  | 'negation-end'
  | 'ordinary';

/** Where the finding stands, seen from the cue. */
type Looks = 'ahead' | 'back' | 'both' | 'touching' | 'touching-back' | 'none';

/** A cue found in a sentence. */
export interface CueMention {
  says: CueMeaning;
  looks: Looks;
  /** How many words may stand between the cue and the finding. */
  reach: number;
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
}

interface Cue {
  says: CueMeaning;
  looks: Looks;
  reach: number;
  words: string[];
}

/** A word as cues are compared: contractions are taken apart, so that "don't", "do n't", "dont" and "do not" are one. */
interface Word {
  text: string;
  /** Index of the token that it stands in. */
  at: number;
}

const withoutApostrophe = /^(do|does|did|have|has|had|is|was|are|were|could|would|should)nt$/;
const irregular = wordTable({
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "won't": ['will', 'not'],
  "ain't": ['is', 'not'],
  "n't": ['not'],
  ca: ['can'],
});

function wordsOf(text: string): string[] {
  const known = irregular[text];
  if (known) return known;
  if (text.endsWith("n't")) return [text.slice(0, -3), 'not'];
  if (text.endsWith("'s")) return [text.slice(0, -2), "'s"];
  const bare = withoutApostrophe.exec(text)?.[1];
  return bare === undefined ? [text] : [bare, 'not'];
}

function asWords(list: readonly Token[]): Word[] {
  return list.flatMap((token, at) => wordsOf(token.text).map((text) => ({ text, at })));
}

const cuesByFirst = new Map<string, Cue[]>();
let longest = 1;
for (const group of data.groups) {
  for (const phrase of group.phrases) {
    const words = asWords(tokens(phrase)).map(({ text }) => text);
    const cue: Cue = {
      says: group.says as CueMeaning,
      looks: group.looks as Looks,
      reach: group.reach ?? 0,
      words,
    };
    const first = words[0] ?? '';
    cuesByFirst.set(first, [...(cuesByFirst.get(first) ?? []), cue]);
    longest = Math.max(longest, words.length);
  }
}

/** Verbs that make what stands before them the subject of a clause of its own: "no rash, cough is better". */
export const finiteVerbs: ReadonlySet<string> = new Set(data.finiteVerbs);

/** What may become of a finding: "relief", "change". */
export const courseNouns: ReadonlySet<string> = new Set(data.courseNouns);

/** What may follow a denial of one word that stands right behind its finding: "negative on film". */
export const goesOnBehindDenial: ReadonlySet<string> = new Set(data.denialGoesOn);

/** Those of them that deny it of a place, a time or an occasion only. */
export const boundsDenial: ReadonlySet<string> = new Set(data.denialIsBounded);

/** How a finding is looked for: "film", "serology". */
export const testWords: ReadonlySet<string> = new Set(data.tests);

/** Words after which a relative tells about the patient: "her mother says that …". */
export const reportingVerbs: ReadonlySet<string> = new Set(data.reportingVerbs);

/** A cue with its place in words, before it is known which cues hide others. */
export interface PlacedCue {
  mention: CueMention;
  from: number;
  to: number;
}

const placedOf = new WeakMap<readonly Token[], PlacedCue[]>();

/** Finds every cue of a sentence, in order, those inside of longer ones too; once for the same list of tokens. */
export function placedCues(list: readonly Token[]): PlacedCue[] {
  const known = placedOf.get(list) ?? readCues(list);
  placedOf.set(list, known);
  return known;
}

function readCues(list: readonly Token[]): PlacedCue[] {
  const words = asWords(list);
  return words.flatMap(({ text }, at) =>
    (cuesByFirst.get(text) ?? [])
      .filter((cue) => cue.words.every((word, offset) => words[at + offset]?.text === word))
      .map(({ says, looks, reach, words: { length } }): PlacedCue => {
        const from = words[at]?.at ?? 0;
        const to = (words[at + length - 1]?.at ?? from) + 1;
        return { mention: { says, looks, reach, from, to }, from: at, to: at + length };
      }),
  );
}

/**
 * The cues that say something, in order. One inside of a longer one says nothing by itself: "no" in "no change", "had" in
 * "has had".
 * @param about a term that is asked about: a cue that overlaps it says nothing about it, and hides none ("no" counts in "no
 * acute distress", "can't" does not in "can't sleep")
 */
export function tellingCues(all: readonly PlacedCue[], about?: { from: number; to: number }): CueMention[] {
  const outside = about
    ? all.filter(({ mention }) => mention.to <= about.from || mention.from >= about.to)
    : all;
  return outside.filter((cue, index) => !isHidden(outside, cue, index)).map(({ mention }) => mention);
}

/** Finds the cues of a sentence that say something, in order. */
export function findCues(list: readonly Token[]): CueMention[] {
  return tellingCues(placedCues(list));
}

/** Looks at the neighbours only: `all` is in order, and no cue is longer than the longest. */
function isHidden(all: readonly PlacedCue[], cue: PlacedCue, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const other = all[at];
    if (!other || other.from <= cue.from - longest) break;
    if (hides(other, cue)) return true;
  }
  for (let at = index + 1; at < all.length; at++) {
    const other = all[at];
    if (!other || other.from >= cue.to) break;
    if (hides(other, cue)) return true;
  }
  return false;
}

function hides(other: PlacedCue, cue: PlacedCue): boolean {
  // "Night waking with the asthma?": where a negation ends, "the" still takes for granted.
  if (other.mention.says === 'negation-end' && cue.mention.says === 'granted') return false;
  // "Pneumonia is possible", and "there is possible pneumonia": the word looks both ways.
  if (other.mention.says === 'uncertain' && cue.mention.says === 'uncertain' && cue.to === other.to) {
    if (other.mention.looks === 'back' && cue.mention.looks === 'ahead') return false;
  }
  // "is negative for": what it is negative for stands behind.
  if (cue.mention.looks === 'back' && other.mention.looks === 'ahead') {
    if (other.from > cue.from && other.from < cue.to && other.to > cue.to) return true;
  }
  return other.to - other.from > cue.to - cue.from && other.from <= cue.from && cue.to <= other.to;
}
