import type { Token } from '../text/tokens';
import data from './part-words.json';

/** For each word of a part or quality, the lists of which a sentence has to have a word. */
const needs = new Map<string, ReadonlySet<string>[]>();
for (const { words, also = [] } of data.groups as { words: string[]; also?: string[] }[]) {
  const accepted = new Set([...words, ...also]);
  for (const word of words) needs.set(word, [...(needs.get(word) ?? []), accepted]);
}

/**
 * True when a claim names a part of the body, or a quality, that its sentence does not: findings of one name differ by these
 * ("weakness of the arm" and "of the hand", "oedema" and "pitting oedema").
 */
export function namesOtherPart(claim: readonly Token[], sentence: readonly Token[]): boolean {
  const said = new Set(sentence.map(({ text }) => text));
  return claim.some(({ text }) =>
    (needs.get(text) ?? []).some(
      (accepted) => !said.has(text) && ![...accepted].some((word) => said.has(word)),
    ),
  );
}
