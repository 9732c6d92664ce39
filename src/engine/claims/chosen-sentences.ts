import type { EvidenceSentence } from '../library/gather-evidence';
import type { ComparedSentence } from './passage-readings';

/** Sentences that are read for a claim, those apart that bear on it through another. */
const readSentences = 5;
const readThrough = 2;
/** A sentence bears on a claim when, with its headings, it shares this much of its words… */
const relevantShare = 0.4;
/** …or is this close in meaning. */
const relevantSimilarity = 0.5;

/** The sentences that bear on a claim, in the order that they came in, and what becomes of them. */
export interface ChosenSentences {
  relevant: ComparedSentence[];
  toRead: ComparedSentence[];
  /** The best of those that are shown without being read. */
  unread: ComparedSentence[];
}

/**
 * Chooses what is read of the sentences that were found for a claim: those that say something of it, however many; the best that
 * bear on it; and the best that do so through what another sentence names, which would never come first by likeness.
 * @param compared those that say something first, else best first
 */
export function chosenSentences(compared: readonly ComparedSentence[]): ChosenSentences {
  const relevant = compared.filter(({ found, said }) => said !== undefined || bears(found) || found.bridged);
  const direct = relevant.filter(({ found, said }) => said !== undefined || bears(found));
  const count = Math.max(readSentences, direct.filter(({ said }) => said).length);
  const read = direct.slice(0, count);
  const isRead = new Set(read);
  const through = relevant
    .flatMap((one) => {
      const { bridged } = one.found;
      return bridged && !isRead.has(one) ? [{ one, bridged }] : [];
    })
    .sort((a, b) => b.bridged.share - a.bridged.share)
    .slice(0, readThrough);
  const taken = new Set([...read, ...through.map(({ one }) => one)]);
  return {
    relevant,
    toRead: [...read, ...through.map(({ one, bridged }) => ({ ...one, through: bridged.bridge }))],
    unread: relevant.filter((one) => !taken.has(one)).slice(0, readSentences),
  };
}

function bears({ share, similarity }: EvidenceSentence): boolean {
  return share >= relevantShare || similarity >= relevantSimilarity;
}
