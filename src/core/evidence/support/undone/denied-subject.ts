import type { SentenceFacts } from '../../../facts/extract';
import { isOfAllergies } from '../no-allergies';
import { saidIn } from '../said-sequence';
import { isNegation } from '../sequence';
import { classes } from './undone-words';

/** What a claim denies, or calls well as a whole. */
export interface Subject {
  claim: readonly SentenceFacts[];
  /** Words of the claim, as written in lower case. */
  words: ReadonlySet<string>;
  /** What the claim names, as `saidIn` does. */
  names: ReadonlySet<string>;
  /** Names of the findings that it denies. */
  denied: ReadonlySet<string>;
  /** It denies something that is no named finding. */
  deniesWords: boolean;
  ofAllergies: boolean;
  /** Words of the claim that say all is well. */
  wholes: ReadonlySet<string>;
}

/** What a claim denies or calls well; undefined for a claim that does neither. */
export function subjectOf(claim: readonly SentenceFacts[]): Subject | undefined {
  const words = new Set(claim.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  const polarities = claim.flatMap((sentence) => sentence.polarities);
  const absent = polarities.filter(({ polarity }) => polarity === 'absent');
  const wholes = new Set([...words].filter((word) => classes.wholes.has(word)));
  const isDenial = absent.length > 0 || [...words].some(isDenying);
  if (!isDenial && wholes.size === 0) return undefined;
  return {
    claim,
    words,
    names: new Set(claim.flatMap((sentence) => saidIn(sentence).map(({ name }) => name))),
    denied: new Set(absent.map(({ concept }) => concept.name)),
    deniesWords: isDenial,
    ofAllergies: isOfAllergies(claim),
    wholes,
  };
}

/** True for a word that denies, alone or with its verb. */
export function isDenying(word: string): boolean {
  return denying.test(word) || isNegation(word);
}

const denying =
  /^(?:no|nope|nah|not|never|none|nothing|nowt|neither|nor|nobody|nowhere|without|denies|denied|non|nil)$/;
