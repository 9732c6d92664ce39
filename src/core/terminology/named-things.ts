import type { Concept } from '../facts/fact';

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
