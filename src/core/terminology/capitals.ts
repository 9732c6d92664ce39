import { oncePer } from '../once';
import type { Token } from '../text/tokens';
import type { CapitalForm } from './capital-forms';
import data from './dictionaries/capitals.json';
import type { Terminology } from './terminology';

const same = data.same as readonly CapitalForm[];

/** Abbreviations in capitals that count in any text, by the words beside them: "acute PE", and not "PE: lungs clear". */
export const besideForms = data.beside as readonly CapitalForm[];

const { searched } = data;

const meanings = new Map(searched.map(({ form, names }) => [form.toLowerCase(), names]));

/**
 * A terminology that reads abbreviations in capitals, too ("AF", "HF", "K 5.5 mmol/L"). For guidelines and claims about them: in the
 * shorthand of notes they mean other things as well ("AF" for afebrile, "PE" for the examination).
 */
export const withCapitals = oncePer((terminology: Terminology): Terminology =>
  terminology.readingCapitals([...besideForms, ...same]),
);

/** What the abbreviations of a text may stand for that mean several things ("PE", "RA"): good for a search, and for nothing else. */
export function possibleNames(text: string): string[] {
  return searched.flatMap(({ form, names }) => (new RegExp(`\\b${form}\\b`).test(text) ? names : []));
}

/** What an abbreviation in capitals may stand for that means several things. */
export function meaningsOf({ text, capitals }: Token): readonly string[] {
  return (capitals && meanings.get(text)) ?? [];
}

/** The abbreviations in capitals that a thing may go by. */
export function capitalsOf(name: string): string[] {
  return [
    ...same.filter((one) => one.name === name),
    ...searched.filter(({ names }) => names.includes(name)),
  ].map(({ form }) => form);
}
