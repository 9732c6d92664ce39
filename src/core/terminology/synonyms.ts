import type { Concept } from '../facts/fact';
import type { Terminology } from './terminology';
import type { TermEntry } from './dictionary';

const kept = new WeakMap<Terminology, Map<string, readonly string[]>>();

/**
 * The names that a concept goes by in the dictionaries, its own first: full names, abbreviations and brands ("myocardial
 * infarction", "heart attack", "MI"). A kind of it has its own ("NSTEMI").
 */
export function synonymsOf(
  { kind, name, subtype }: Pick<Concept, 'kind' | 'name' | 'subtype'>,
  terminology: Terminology,
): readonly string[] {
  let known = kept.get(terminology);
  if (!known) {
    known = new Map();
    for (const dictionary of terminology.dictionaries) {
      add(known, 'medication', dictionary.medications);
      add(known, 'medication-class', dictionary.medicationClasses);
      add(known, 'measurement', dictionary.measurements);
      add(known, 'anatomy', dictionary.anatomy);
      add(known, 'finding', dictionary.findings);
      add(known, 'procedure', dictionary.procedures);
      add(known, 'allergen', dictionary.allergens);
    }
    kept.set(terminology, known);
  }
  return known.get(`${kind} ${subtype ?? name}`) ?? [subtype ?? name];
}

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
