import type { Concept } from '../facts/fact';
import { oncePer } from '../once';
import type { Terminology } from './terminology';
import type { TermEntry } from './dictionary';

/**
 * The names that a concept goes by in the dictionaries, its own first: full names, abbreviations and brands ("myocardial
 * infarction", "heart attack", "MI"). A kind of it has its own ("NSTEMI").
 */
export function synonymsOf(
  { kind, name, subtype }: Pick<Concept, 'kind' | 'name' | 'subtype'>,
  terminology: Terminology,
): readonly string[] {
  return namesByConcept(terminology).get(`${kind} ${subtype ?? name}`) ?? [subtype ?? name];
}

const namesByConcept = oncePer(({ dictionaries }: Terminology): ReadonlyMap<string, readonly string[]> => {
  const known = new Map<string, readonly string[]>();
  for (const dictionary of dictionaries) {
    add(known, 'medication', dictionary.medications);
    add(known, 'medication-class', dictionary.medicationClasses);
    add(known, 'measurement', dictionary.measurements);
    add(known, 'anatomy', dictionary.anatomy);
    add(known, 'finding', dictionary.findings);
    add(known, 'procedure', dictionary.procedures);
    add(known, 'allergen', dictionary.allergens);
  }
  return known;
});

function add(
  known: Map<string, readonly string[]>,
  kind: Concept['kind'],
  entries: readonly TermEntry[] = [],
): void {
  for (const { name, names = [] } of entries) {
    const key = `${kind} ${name}`;
    known.set(key, [...new Set([...(known.get(key) ?? [name]), ...names])]);
  }
}
