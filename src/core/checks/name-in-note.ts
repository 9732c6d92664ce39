import type { Concept } from '../facts/fact';
import { writtenMeasurement } from '../facts/format';

/** A shorter form of a measurement ("K", "Hb") may be no word to its reader. */
const shortestWord = 3;

/**
 * What a message calls a concept: a medicine or measurement by the note's own word ("Paracetamol", "Lasix", "sats"), so that
 * its reader need not know another name of it; anything else, and a short form, by the dictionary's.
 * @param text what the concept's span points into
 */
export function nameInNote({ kind, name, start, end }: Concept, text: string): string {
  const written = text.slice(start, end).trim();
  if (kind === 'medication') return written === '' || written.toLowerCase() === name ? name : written;
  const isWord = kind === 'measurement' && written.length >= shortestWord && /^\p{L}/u.test(written);
  if (!isWord || written.toLowerCase() === name) return writtenMeasurement(name);
  // "Weight" begins its line; "INR" and "A1c" are written so everywhere.
  return /^\p{Lu}[\p{Ll} ]{3,}$/u.test(written)
    ? written.charAt(0).toLowerCase() + written.slice(1)
    : written;
}
