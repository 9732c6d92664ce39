import type { Span } from '../../text/span';
import { isClinicalWord, isGivenName, nameStrength, plainWord } from './name-lexicon';
import { fieldKinds, fieldLabel } from '../fields/field-labels';
import { notNames, relatives, roles, titles } from '../text-words';

/** What stands before what somebody says or writes, with the time of it or without: "Debs: …", "[10:02] Ana Roe: …". */
const turn =
  /(?:^|\n)[ \t]*(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?\]?[ -]{0,3})?(?<who>(?:\p{Lu}|(?<=\d[^\p{L}\n]{1,4})\p{Ll})[\p{L}\p{M}'’_-]{1,20}(?: \p{Lu}[\p{L}\p{M}'’-]{1,20}){0,2})(?: [([]?\d{1,2}[:.]\d{2}(?: ?[ap]m)?[)\]]?)?: /dgu;
const labels = fieldKinds.map((kind) => new RegExp(`^${fieldLabel(kind)}$`, 'iu'));

/**
 * Finds who speaks or writes in a conversation: whoever has two turns at least, where somebody else has two as well. Roles
 * ("Doctor:") and fields of a form are nobody.
 * @returns the words of the names, once for each turn
 */
export function findSpeakers(text: string): Span[] {
  const turns = [...text.matchAll(turn)].map((match) => ({
    who: match.groups?.['who'] ?? '',
    start: match.indices?.groups?.['who']?.[0] ?? 0,
  }));
  const counts = new Map<string, number>();
  for (const { who } of turns) counts.set(who, (counts.get(who) ?? 0) + 1);
  const isConversation = [...counts.values()].filter((count) => count > 1).length > 1;
  if (!isConversation) return [];
  return turns.flatMap(({ who, start }) => {
    if ((counts.get(who) ?? 0) < 2 || labels.some((label) => label.test(who))) return [];
    return [...who.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index }) =>
      isSomebody(word) ? [{ start: start + index, end: start + index + word.length }] : [],
    );
  });
}

function isSomebody(word: string): boolean {
  const plain = plainWord(word);
  if (isClinicalWord(word) || [notNames, titles, relatives, roles].some((list) => list.has(plain)))
    return false;
  return nameStrength(word) !== 'word' || isGivenName(word) || /s$/.test(plain);
}
