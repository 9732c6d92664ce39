import { tokenise } from '../../text/words';

/** Words in a row that are compared. */
const shingleSize = 4;
/** Two texts are the same when the shorter shares this much of its runs of words with the other. */
const sameShare = 0.8;

/** Texts that say the same in nearly the same words, with the one that came first. */
export interface Merged<T> {
  item: T;
  /** What was merged into it, in order. */
  also: T[];
}

function shingles(text: string): Set<string> {
  const words = tokenise(text);
  if (words.length < shingleSize) return new Set([words.join(' ')]);
  return new Set(
    words
      .slice(0, words.length - shingleSize + 1)
      .map((_, at) => words.slice(at, at + shingleSize).join(' ')),
  );
}

/** The numbers of a text, and whether it denies: copies that differ in one of these disagree. */
function senseOf(text: string): string {
  const words = tokenise(text);
  const telling = words.filter((word) => /\p{N}/u.test(word) || /^(?:no|not|never|without)$/.test(word));
  return telling.sort().join(' ');
}

/**
 * Merges texts that nearly repeat an earlier one (a second copy, a summary that quotes), keeping the order. Two versions
 * that give different numbers, or of which one denies what the other says, stay apart.
 */
export function mergeNearDuplicates<T>(items: readonly T[], textOf: (item: T) => string): Merged<T>[] {
  const kept: (Merged<T> & { runs: Set<string>; sense: string })[] = [];
  for (const item of items) {
    const text = textOf(item);
    const [runs, sense] = [shingles(text), senseOf(text)];
    const same = kept.find((other) => {
      if (other.sense !== sense) return false;
      const [small, large] = runs.size <= other.runs.size ? [runs, other.runs] : [other.runs, runs];
      const shared = [...small].filter((run) => large.has(run)).length;
      // A sentence inside of a long passage is another piece of evidence, not a copy of the passage.
      return shared / small.size >= sameShare && shared / large.size >= sameShare / 2;
    });
    if (same) same.also.push(item);
    else kept.push({ item, also: [], runs, sense });
  }
  return kept.map(({ item, also }) => ({ item, also }));
}
