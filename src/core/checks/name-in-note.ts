import type { Concept } from '../facts/fact';
import { writtenMeasurement } from '../facts/format';

/**
 * What a message calls a concept: a medicine by the note's own word ("Paracetamol", "Lasix"), so that its reader need not
 * know another name of it; anything else by the dictionary's, since a note's short form ("K") may be no word.
 * @param text what the concept's span points into
 */
export function nameInNote({ kind, name, start, end }: Concept, text: string): string {
  if (kind !== 'medication') return writtenMeasurement(name);
  const written = text.slice(start, end).trim();
  return written === '' || written.toLowerCase() === name ? name : written;
}
