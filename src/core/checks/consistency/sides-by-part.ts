import type { SentenceFacts } from '../../facts/extract';
import type { SideFact } from '../../facts/fact';
import type { NoteStatement } from '../note-check';

/** A side of a part of the body, and where a note gives it. */
export interface Sided {
  /** Index of the statement. */
  at: number;
  fact: SideFact;
  sentence: SentenceFacts;
}

/**
 * All sides that a note gives, by the name of the part of the body, each in the order of the note.
 * @param isMeant tells which statements are read; all where it is left out
 */
export function sidesByPart(
  statements: readonly NoteStatement[],
  isMeant: (statement: NoteStatement) => boolean = () => true,
): ReadonlyMap<string, readonly Sided[]> {
  const byPart = new Map<string, Sided[]>();
  statements.forEach((statement, at) => {
    if (!isMeant(statement)) return;
    for (const sentence of statement.facts) {
      for (const fact of sentence.sides) {
        const list = byPart.get(fact.concept.name) ?? [];
        list.push({ at, fact, sentence });
        byPart.set(fact.concept.name, list);
      }
    }
  });
  return byPart;
}
