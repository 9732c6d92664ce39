import { tokens, type Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import data from '../terms/context-cues.json';

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
export type CueLooks = 'ahead' | 'back' | 'both' | 'touching' | 'touching-back' | 'none';

/** Phrases that say the same of a finding, as a dictionary holds them. */
export interface CueGroup {
  phrases: readonly string[];
  says: CueMeaning;
  /** Left out: ahead, or nowhere for a meaning that is about no finding (`aboutNoFinding`). */
  looks?: CueLooks;
  /** How many words may stand between the cue and the finding; left out: eight. */
  reach?: number;
}

/** Meanings that end what other cues reach, or hide shorter ones: they look nowhere. */
export const aboutNoFinding: ReadonlySet<CueMeaning> = new Set(['clause-end', 'negation-end', 'ordinary']);

const usualReach = 8;

interface Cue {
  says: CueMeaning;
  looks: CueLooks;
  reach: number;
  words: readonly string[];
}

/** A word as cues are compared: contractions are taken apart, so that "don't", "do n't", "dont", "dinnae" and "do not" are one. */
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
  dinnae: ['do', 'not'],
  cannae: ['can', 'not'],
  winnae: ['will', 'not'],
});

/** As Scots say it: "I havenae had a fever". */
const scots = /^(does|did|have|has|had|is|was|were|could|would|should|will)nae$/;

function wordsOf(text: string): string[] {
  const known = irregular[text];
  if (known) return known;
  if (text.endsWith("n't")) return [text.slice(0, -3), 'not'];
  if (text.endsWith("'s")) return [text.slice(0, -2), "'s"];
  const bare = withoutApostrophe.exec(text)?.[1] ?? scots.exec(text)?.[1];
  return bare === undefined ? [text] : [bare, 'not'];
}

/** The words of a sentence as cues are compared. */
export function wordsIn(list: readonly Token[]): Word[] {
  return list.flatMap((token, at) => wordsOf(token.text).map((text) => ({ text, at })));
}

/** The cues that sentences are read by. Immutable. */
export class CueTable {
  constructor(private readonly byFirst: ReadonlyMap<string, readonly Cue[]> = new Map()) {}

  /**
   * This table with more cues. A phrase that it holds means from then on what the new groups say; two of these may say two
   * things of one phrase ("likely" looks ahead and back).
   */
  extended(groups: readonly CueGroup[]): CueTable {
    if (groups.length === 0) return this;
    const added = groups.flatMap((group) =>
      group.phrases.map((phrase): Cue => {
        const words = wordsIn(tokens(phrase)).map(({ text }) => text);
        const looks = group.looks ?? (aboutNoFinding.has(group.says) ? 'none' : 'ahead');
        return { says: group.says, looks, reach: group.reach ?? usualReach, words };
      }),
    );
    const keyOf = ({ words }: Cue): string => words.join(' ');
    const replaced = new Set(added.map(keyOf));
    const byFirst = new Map<string, Cue[]>();
    for (const cue of [
      ...[...this.byFirst.values()].flat().filter((old) => !replaced.has(keyOf(old))),
      ...added,
    ]) {
      const first = cue.words[0] ?? '';
      const others = byFirst.get(first);
      if (others) others.push(cue);
      else byFirst.set(first, [cue]);
    }
    return new CueTable(byFirst);
  }

  /** The cues whose first word this is. */
  beginningWith(word: string): readonly Cue[] {
    return this.byFirst.get(word) ?? [];
  }
}

/** The cues that come with Attest. */
export const builtInCues = new CueTable().extended(data.groups as CueGroup[]);
