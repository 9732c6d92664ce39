import data from './data/medicines.json';
import { anyOf } from './note-text';

/** A medicine found in a text. */
export interface MedicineMention {
  start: number;
  end: number;
  text: string;
  /** All its names, the generic one first. */
  medicine: readonly string[];
  /** The medicines of its class, itself included. */
  others: readonly (readonly string[])[];
  /** True where the text has one of its brands. */
  brand: boolean;
}

/** Every medicine that the bench knows, with all its names, the generic one first. */
export const medicines: readonly (readonly string[])[] = data.classes.flatMap((group) => group.medicines);

const byName = new Map(
  data.classes.flatMap((group) =>
    group.medicines.flatMap((medicine) =>
      medicine.map((name) => [name.toLowerCase(), { medicine, others: group.medicines }] as const),
    ),
  ),
);
const pattern = anyOf(medicines.flat());

/** The medicines named in a text, in order. */
export function medicinesIn(text: string): MedicineMention[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const known = byName.get(match[0].toLowerCase());
    if (!known) return [];
    const brand = known.medicine[0]?.toLowerCase() !== match[0].toLowerCase();
    return [{ start: match.index, end: match.index + match[0].length, text: match[0], brand, ...known }];
  });
}

/** True when a text names the medicine by any of its names. */
export function namesMedicine(text: string, medicine: readonly string[]): boolean {
  return anyOf(medicine, 'i').test(text);
}
