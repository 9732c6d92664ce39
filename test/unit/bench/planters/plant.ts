import { expect } from 'vitest';
import { noteSentences } from '../../../bench/perturbation/note-text';
import type { Planted, Planter } from '../../../bench/perturbation/planted';

/** The first of the choices, always. */
const first = (): number => 0;

/** The errors that a planter makes of a note. */
export function planted(planter: Planter, text: string, source = '', kind?: string): Planted[] {
  const note = { id: 'n', text, source, sentences: noteSentences(text) };
  const all = planter.plant(note, first);
  for (const error of all) {
    expect(planter.kinds).toContain(error.kind);
    // What was planted stands where the error says that it does, and the rest of the note is as it was.
    expect(error.text.slice(error.start, error.end).endsWith(error.after)).toBe(true);
  }
  return kind === undefined ? all : all.filter((error) => error.kind === kind);
}

/** The notes with the errors in them. */
export const texts = (errors: readonly Planted[]): string[] => errors.map((error) => error.text);
