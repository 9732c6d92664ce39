import opposites from '../../claims/opposites.json';
import { readUnit } from '../../facts/quantities/units';
import { keyOf } from '../../facts/findings/subtypes';
import { builtInTerminology } from '../../terminology/built-in';
import { comparedThings } from '../../terminology/named-things';
import type { Terminology } from '../../terminology/terminology';
import { tokens } from '../../text/tokens';
import { tokenise } from '../../text/words';
import { sameSet } from '../support/sequence';

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

const turning = new Set([...opposites.negations, ...opposites.pairs.flat(2)]);

/** The words of a text that bear on its sense: numbers, units, named things, negations, and words that have a contrary. */
function tellingOf(text: string, terminology: Terminology): ReadonlySet<string> {
  const list = tokens(text);
  const terms = terminology.findTerms(list, comparedThings);
  const telling = new Set<string>();
  list.forEach((token, at) => {
    const term = terms.find(({ from, to }) => from <= at && at < to);
    const bears =
      /\p{N}/u.test(token.text) ||
      (list[at - 1]?.kind === 'number' && readUnit(list, at) !== undefined) ||
      turning.has(token.text) ||
      token.text.endsWith("n't");
    if (term?.from === at) telling.add(`#${keyOf(term.concept)}`);
    else if (!term && bears) telling.add(token.text);
  });
  return telling;
}

/**
 * Merges texts that nearly repeat an earlier one (a second copy, a summary that quotes), keeping the order. Two versions
 * that differ in a number, a unit, a named thing, a negation or a word that has a contrary may disagree, and stay apart.
 * @param contextOf what stands over a text; texts with different ones stay apart
 */
export function mergeNearDuplicates<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  terminology: Terminology = builtInTerminology,
  contextOf: (item: T) => string = () => '',
): Merged<T>[] {
  const kept: (Merged<T> & { runs: Set<string>; telling: ReadonlySet<string>; context: string })[] = [];
  for (const item of items) {
    const text = textOf(item);
    const [runs, telling] = [shingles(text), tellingOf(text, terminology)];
    const context = contextOf(item);
    const same = kept.find((other) => {
      if (other.context !== context || !sameSet(other.telling, telling)) return false;
      const [small, large] = runs.size <= other.runs.size ? [runs, other.runs] : [other.runs, runs];
      const shared = [...small].filter((run) => large.has(run)).length;
      // A sentence inside of a long passage is another piece of evidence, not a copy of the passage.
      return shared / small.size >= sameShare && shared / large.size >= sameShare / 2;
    });
    if (same) same.also.push(item);
    else kept.push({ item, also: [], runs, telling, context });
  }
  return kept.map(({ item, also }) => ({ item, also }));
}
