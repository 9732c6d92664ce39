import { TermIndex } from '../../terminology/term-index';
import type { Token } from '../../text/tokens';
import data from './passage-words.json';
import { classes } from './words';

const kinds = new Set(['finding'] as const);
const index = new TermIndex();
for (const form of data.exceptives) index.add(form, { kind: 'finding', name: form });

/**
 * The end (token index, exclusive) of words at `at` that begin an exception: what follows them is what the rest of the sentence
 * is not said of. "But not" and a "not" of its own do so before a preposition alone: else it is the predicate that they deny.
 * @returns undefined where no exception begins
 */
export function exceptiveAt(list: readonly Token[], at: number): number | undefined {
  const { text = '' } = list[at] ?? {};
  const end = text === 'not' && list[at - 1]?.kind === 'mark' ? at + 1 : index.longest(list, at, kinds)?.to;
  if (end === undefined || list[end - 1]?.text !== 'not') return end;
  return classes.hooks.has(list[end]?.text ?? '') ? end : undefined;
}

/** True when a comma within an exception does not end it: "except in pregnancy, and before surgery". */
export function goesOnBehind(list: readonly Token[], comma: number): boolean {
  const next = list[comma + 1]?.text ?? '';
  return list[comma]?.text === ',' && (next === 'or' || next === 'and' || classes.hooks.has(next));
}
