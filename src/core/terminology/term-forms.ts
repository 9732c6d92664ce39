import type { Dictionary, KindEntry } from './dictionary';
import type { TermKind } from './knowledge';
import type { TermIndex } from './term-index';

/** Adds the words of a dictionary, with what they name, to an index. */
export function addForms(index: TermIndex, dictionary: Dictionary): void {
  const add = (kind: TermKind, name: string, forms: readonly string[], absent = false): void => {
    for (const form of forms) {
      for (const written of spelt(form.toLowerCase()))
        index.add(written, { kind, name, ...(absent && { absent }) });
    }
  };
  const addKind = (kind: TermKind, { name, names = [], kindOf }: KindEntry): void => {
    if (kindOf === undefined) return add(kind, name, [name, ...names]);
    for (const form of [name, ...names].flatMap((one) => spelt(one.toLowerCase())))
      index.add(form, { kind, name: kindOf, subtype: name });
  };
  for (const entry of dictionary.medications ?? []) addKind('medication', entry);
  for (const entry of dictionary.medicationClasses ?? []) addKind('medication-class', entry);
  for (const entry of dictionary.measurements ?? []) addKind('measurement', entry);
  for (const { name, names = [] } of dictionary.anatomy ?? []) {
    add('anatomy', name, [name, ...names].flatMap(withPlural));
  }
  for (const entry of dictionary.findings ?? []) {
    addKind('finding', entry);
    add('finding', entry.kindOf ?? entry.name, entry.absent ?? [], true);
  }
  for (const entry of dictionary.procedures ?? []) addKind('procedure', entry);
  for (const { name, names = [] } of dictionary.allergens ?? []) add('allergen', name, [name, ...names]);
}

const shortForm = /^[a-z]{3,5}$/;

/** A short form as it is written, and letter by letter as transcripts have it: "ldl", "l d l". Of words nobody says the letters. */
function spelt(form: string): string[] {
  return shortForm.test(form) ? [form, [...form].join(' ')] : [form];
}

/** The names of parts of the body come in pairs: "knee", "knees". Irregular plurals stand in the dictionary. */
function withPlural(name: string): string[] {
  return /(?:s|feet|calves)$/.test(name) ? [name] : [name, `${name}s`];
}
