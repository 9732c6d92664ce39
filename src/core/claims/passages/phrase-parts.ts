import { isSame } from './same-item';
import type { Item, Phrase, Proposition } from './proposition';
import { classes, populationsIn } from './words';

const joining = new Set(['or', 'and']);
const adults = new Set(['adult', 'adults']);
const grownUp = 18;

/**
 * The part of a sentence's phrase that a claim's phrase names, where what is said of the whole holds for each part: "in A or B"
 * of what is contraindicated, kinds of one thing ("for HFrEF and HFpEF"), which nobody has both of, "to adults and children over
 * 12 years". "In people with A and B" may need both.
 * @returns all items of the sentence's phrase where they may not be told apart
 */
export function partOf(ours: Phrase, theirs: Phrase, { main, negated }: Proposition): Item[] {
  const joins = theirs.items.flatMap(({ key }, at) => (joining.has(key) ? [at] : []));
  if (joins.length === 0 || ours.items.some(({ key }) => joining.has(key))) return theirs.items;
  const parts = [-1, ...joins].map((from, index) => theirs.items.slice(from + 1, joins[index]));
  const part = parts.find((one) => ours.items.every((item) => one.some((other) => isSame(item, other))));
  if (!part) return theirs.items;
  const isAnyOf = !theirs.ofPeople || joins.every((at) => theirs.items[at]?.key === 'or');
  if (isAnyOf && main.some(({ key }) => classes.prohibiting.has(key))) return part;
  return !negated && (areKinds(parts) || isOfAdults(part, parts)) ? part : theirs.items;
}

/** Each part is one bare thing, and all are kinds of the same: no word before or behind may be of several. */
function areKinds(parts: readonly (readonly Item[])[]): boolean {
  const wholes = parts.map(([item, ...more]) =>
    item && more.length === 0 ? /^#(.+?): ./.exec(item.key)?.[1] : undefined,
  );
  return wholes[0] !== undefined && wholes.every((whole) => whole === wholes[0]);
}

/** Adults, beside children of whom nothing more than an age is said. */
function isOfAdults(part: readonly Item[], parts: readonly (readonly Item[])[]): boolean {
  const isBare = part.length === 1 && adults.has(part[0]?.word ?? '');
  return isBare && parts.every((other) => other === part || areChildren(other));
}

function areChildren(part: readonly Item[]): boolean {
  const words = part.filter(({ fact }) => !fact).map(({ word }) => word);
  const isNamed = words.every((word) => word === 'aged' || populationsIn(new Set([word])).includes('child'));
  const ages = part.flatMap(({ fact }) => fact ?? []);
  return isNamed && words.length > 0 && ages.every(({ unit, value }) => unit.code === 'a' && value < grownUp);
}
