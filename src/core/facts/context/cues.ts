import { oncePer } from '../../once';
import type { Token } from '../../text/tokens';
import { builtInCues, wordsIn, type CueLooks, type CueMeaning, type CueTable } from './cue-table';
import data from '../terms/context-cues.json';

/** A cue found in a sentence. */
export interface CueMention {
  says: CueMeaning;
  looks: CueLooks;
  /** How many words may stand between the cue and the finding. */
  reach: number;
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
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

const tableOf = new WeakMap<readonly Token[], CueTable>();

/** Has the cues of a sentence read by a table of the user's; whoever asks for them later need not know of it. */
export function readBy(list: readonly Token[], table: CueTable): void {
  if (table !== builtInCues) tableOf.set(list, table);
}

/** Finds every cue of a sentence, in order, those inside of longer ones too; once for the same list of tokens. */
export const placedCues = oncePer((list: readonly Token[]): PlacedCue[] =>
  readCues(list, tableOf.get(list) ?? builtInCues),
);

function readCues(list: readonly Token[], table: CueTable): PlacedCue[] {
  const words = wordsIn(list);
  return words.flatMap(({ text }, at) =>
    table
      .beginningWith(text)
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
  const longest = outside.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  return outside
    .filter((cue, index) => !isHidden(outside, cue, index, longest))
    .map(({ mention }) => mention);
}

/** Finds the cues of a sentence that say something, in order. */
export function findCues(list: readonly Token[]): CueMention[] {
  return tellingCues(placedCues(list));
}

/** Looks at the neighbours only: `all` is in order, and no cue is longer than the longest. */
function isHidden(all: readonly PlacedCue[], cue: PlacedCue, index: number, longest: number): boolean {
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
