import type { Terminology } from '../../terminology/terminology';
import { classesCalled, isClassOf } from '../medications/class-words';

/** What kind of allergens a denial is of: of whatever there is, of medicines, of antibiotics alone, or of what is no medicine. */
export type AllergyScope = 'all' | 'medicines' | 'antibiotics' | 'others';

/** The scope of "no … allergies", "allergic to any …?", by the words that say of what. */
export function scopeOf(words: string): AllergyScope {
  const isOfOthers = /\b(?:food|environmental)/i.test(words);
  if (/\b(?:drug|medication|medicine|nkda)/i.test(words)) return isOfOthers ? 'all' : 'medicines';
  if (/\bantibiotic/i.test(words)) return isOfOthers ? 'all' : 'antibiotics';
  return isOfOthers ? 'others' : 'all';
}

const antibiotics = new Set(classesCalled('antibiotics'));

/** True for an allergen of which a denial of this scope speaks: "no antibiotic allergy" says nothing of codeine. */
export function isInScope(
  scope: AllergyScope,
  { kind, name }: { kind: string; name: string },
  terminology: Terminology,
): boolean {
  const classes = terminology.classesOf(name);
  // A class of medicines by an everyday name ("sulfa") is an allergen with classes.
  const isMedicine = kind !== 'allergen' || classes.length > 0;
  if (scope === 'antibiotics') return classes.some((one) => isClassOf(one, antibiotics));
  return scope === 'all' || isMedicine === (scope === 'medicines');
}
