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
    end: match.indices?.groups?.['who']?.[1] ?? 0,
  }));
  const counts = new Map<string, number>();
  for (const { who } of turns) counts.set(who, (counts.get(who) ?? 0) + 1);
  const isConversation = [...counts.values()].filter((count) => count > 1).length > 1;
  if (!isConversation) return [];
  const initials = speakingInitials(turns, text);
  return turns.flatMap(({ who, start, end }) => {
    if (initials.has(who)) return [{ start, end }];
    if ((counts.get(who) ?? 0) < 2 || labels.some((label) => label.test(who))) return [];
    return [...who.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index }) =>
      isSomebody(word) ? [{ start: start + index, end: start + index + word.length }] : [],
    );
  });
}

/** Two or three capitals, as a transcript names who speaks. */
const capitals = /^\p{Lu}{2,3}$/u;
/** Words behind it, and no value: "BP: 120/80" is nobody. */
const prose = /^[: ]*\p{L}[\p{L}'’]*[ ,.!?…]+\p{L}/u;

/**
 * The initials that speak. "CNS: alert" and "CVS: regular" are parts of an examination: only where two others are of no
 * medical word are such letters taken for somebody's.
 */
function speakingInitials(turns: readonly (Span & { who: string })[], text: string): ReadonlySet<string> {
  const spoken = turns.filter(({ who, end }) => capitals.test(who) && prose.test(text.slice(end, end + 60)));
  const often = [...new Set(spoken.map(({ who }) => who))].filter(
    (who) => spoken.filter((one) => one.who === who).length > 1 && !isRole(plainWord(who)),
  );
  const sure = often.filter((who) => !isClinicalWord(who));
  return new Set(sure.length > 1 ? often : []);
}

function isRole(plain: string): boolean {
  return [notNames, titles, relatives, roles].some((list) => list.has(plain));
}

function isSomebody(word: string): boolean {
  const plain = plainWord(word);
  if (isClinicalWord(word) || isRole(plain)) return false;
  return nameStrength(word) !== 'word' || isGivenName(word) || /s$/.test(plain);
}
