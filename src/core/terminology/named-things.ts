import type { Concept } from '../facts/fact';
import type { Token } from '../text/tokens';
import type { TermMention } from './term-index';
import type { Terminology } from './terminology';

/** The kinds of concepts that a sentence speaks of; parts of the body, sides and routes only tell more about these. */
export const namedThings: ReadonlySet<Concept['kind']> = new Set([
  'medication',
  'medication-class',
  'measurement',
  'finding',
  'procedure',
  'allergen',
]);

/** Of these, the kinds by which pieces of evidence are compared and ranked: all but allergens. */
export const comparedThings: ReadonlySet<Concept['kind']> = new Set(
  [...namedThings].filter((kind) => kind !== 'allergen'),
);

const allergens: ReadonlySet<Concept['kind']> = new Set(['allergen']);

/**
 * The things that a list of tokens names, in order: an allergen only where the words name nothing else, for "NSAIDs" are a class
 * of medicines under all its names.
 */
export function namedTerms(list: readonly Token[], terminology: Terminology): TermMention[] {
  const terms = terminology.findTerms(list, comparedThings);
  const taken = new Set(terms.flatMap(({ from, to }) => list.slice(from, to)));
  const more = terminology
    .findTerms(list, allergens)
    .filter(({ from, to }) => !list.slice(from, to).some((token) => taken.has(token)));
  return more.length === 0 ? terms : [...terms, ...more].sort((a, b) => a.from - b.from);
}
