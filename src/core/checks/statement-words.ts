import type { SentenceFacts } from '../facts/extract';
import { tokenise } from '../text/words';

const known = new WeakMap<readonly SentenceFacts[], ReadonlySet<string>>();

/**
 * The stemmed content words of a statement, cut once: its facts live as long as it stays as it is, over edits of the rest of
 * its note.
 * @param text the statement's text, which the facts point into
 */
export function statementWords(text: string, facts: readonly SentenceFacts[]): ReadonlySet<string> {
  const made = known.get(facts) ?? new Set(tokenise(text));
  known.set(facts, made);
  return made;
}
