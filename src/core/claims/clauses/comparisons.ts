import type { SentenceFacts } from '../../facts/extract';
import { isSame, tells } from './clause-match';
import type { ClauseItem } from './clause-items';
import { classes, comparatives, type Comparative } from './clause-words';

/** "The left is larger than the right": two sides, and which of them is over the other. */
export interface Comparison extends Pick<Comparative, 'dimension' | 'up'> {
  negated: boolean;
  first: ClauseItem[];
  second: ClauseItem[];
}

/** What a comparison says of another one that is of the same things; undefined where it says nothing. */
export type ComparisonVerdict = 'supported' | 'contradicted';

/**
 * Reads a sentence that is one comparison and nothing else.
 * @returns undefined for any other sentence
 */
export function comparisonOf(
  { tokens: list }: SentenceFacts,
  items: readonly ClauseItem[],
): Comparison | undefined {
  const found = list.flatMap(({ text }, at) => {
    const word = comparatives.get(text);
    const than = word && list.findIndex((token, index) => index > at && word.before.has(token.text));
    return word && than !== undefined && than > 0 ? [{ word, at, than }] : [];
  });
  const [only, ...more] = found;
  if (!only || more.length > 0) return undefined;
  const { word, at, than } = only;
  // "Non-smokers": a hyphen parts no clauses.
  const isInner = (item: ClauseItem): boolean =>
    item.kind === 'mark' && item.key !== '-' && item.to < list.length;
  if (items.some(isInner)) return undefined;
  const counts = (item: ClauseItem): boolean =>
    tells(item) &&
    !(item.kind === 'word' && classes.compareIdle.has(list[item.from]?.text ?? '')) &&
    item.from !== at &&
    item.from !== than;
  const first = items.filter((item) => item.from < than && counts(item));
  const second = items.filter((item) => item.from > than && counts(item));
  const negators = items.filter(({ kind }) => kind === 'negator').length;
  if (negators > 1 || second.length === 0) return undefined;
  return { dimension: word.dimension, up: word.up, negated: negators === 1, first, second };
}

/** Compares what a claim compares with what a sentence does: the ends exchanged and the word turned say the same. */
export function comparedWith(claim: Comparison, other: Comparison): ComparisonVerdict | undefined {
  if (claim.dimension !== other.dimension) return undefined;
  const [ourFirst, theirFirst] = unshared(claim.first, other.first);
  const [ourSecond, theirSecond] = unshared(claim.second, other.second);
  const isKept = [ourFirst, theirFirst, ourSecond, theirSecond].every((side) => side.length === 0);
  const isExchanged =
    (ourFirst.length > 0 &&
      ourSecond.length > 0 &&
      areSame(ourFirst, theirSecond) &&
      areSame(ourSecond, theirFirst)) ||
    (!isKept && areExchangedWhole(claim, other));
  if (!isKept && !isExchanged) return undefined;
  const saysSame = (claim.up === other.up) === isKept;
  if (claim.negated === other.negated) {
    // "Not larger" leaves smaller and equal open.
    if (claim.negated) return saysSame && isKept ? 'supported' : undefined;
    return saysSame ? 'supported' : 'contradicted';
  }
  return saysSame ? 'contradicted' : undefined;
}

/** "Commoner in smokers than in non-smokers": where one end holds the other's words, whole ends are compared. */
function areExchangedWhole(claim: Comparison, other: Comparison): boolean {
  const has = (list: readonly ClauseItem[], item: ClauseItem): boolean =>
    list.some((one) => isSame(one, item));
  const ends = [claim.second, other.second];
  // What is compared stands before both ends: "relapse was commoner in …".
  const isOfBoth = (item: ClauseItem): boolean =>
    has(claim.first, item) && has(other.first, item) && !ends.some((end) => has(end, item));
  const [ours, theirs] = [claim, other].map(({ first }) => first.filter((item) => !isOfBoth(item)));
  return areSame(ours ?? [], other.second) && areSame(theirs ?? [], claim.second);
}

/** What each of two sides has and the other has not. */
function unshared(ours: readonly ClauseItem[], theirs: readonly ClauseItem[]): [ClauseItem[], ClauseItem[]] {
  const lacks = (list: readonly ClauseItem[]) => (item: ClauseItem) => !list.some((one) => isSame(one, item));
  return [ours.filter(lacks(theirs)), theirs.filter(lacks(ours))];
}

function areSame(ours: readonly ClauseItem[], theirs: readonly ClauseItem[]): boolean {
  const [more, fewer] = unshared(ours, theirs);
  return more.length === 0 && fewer.length === 0;
}
