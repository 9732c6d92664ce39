import { oncePer } from '../../once';
import type { TermMention } from '../../terminology/term-index';
import type { Token } from '../../text/tokens';
import data from '../terms/bare-blood.json';
import { wordAt } from '../token-reach';

/** The name of blood that nobody says the place of. */
export const bareBlood = 'blood';

const topicOf: ReadonlyMap<string, string> = new Map(
  Object.entries(data.topics).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
);
/** The findings that "blood" alone may mean. */
export const bloodTopics: readonly string[] = Object.keys(data.topics);

const before = new Set(data.before);
const behind = new Set(data.behind);
const within = new Set(data.within);
const taken = new Set(data.taken);
const strip = new Set(data.strip);
const mark = /^[,.;:?!()/&–-]$/;

/**
 * "Any blood?", "watery, no blood", "blood in it": blood as a finding, where the words say no place of it, and no test, name or
 * strip is meant. It is named by what its sentence speaks of ("sputum clear, no blood"), else `blood`.
 * @param list the tokens of the sentence
 * @param terms the terms of any kind found in them, which it may not be part of
 */
export function findBareBlood(list: readonly Token[], terms: readonly TermMention[]): TermMention[] {
  if (!list.some(({ text }) => text === bareBlood) || list.some(({ text }) => strip.has(text))) return [];
  const [topic, ...others] = topicsIn(list);
  const name = topic !== undefined && others.length === 0 ? topic : bareBlood;
  return list.flatMap((token, at): TermMention[] => {
    if (token.text !== bareBlood || !stands(list, at)) return [];
    if (terms.some(({ from, to }) => from <= at && at < to)) return [];
    const { start, end } = token;
    return [{ concept: { kind: 'finding', name, start, end }, from: at, to: at + 1 }];
  });
}

function stands(list: readonly Token[], at: number): boolean {
  const [last, next] = [wordAt(list, at - 1), wordAt(list, at + 1)];
  if (at > 0 && !before.has(last) && !mark.test(last)) return false;
  if (taken.has(wordAt(list, at - 2))) return false;
  if (next === 'in') return within.has(wordAt(list, at + 2));
  return at + 1 >= list.length || mark.test(next) || behind.has(next);
}

/** What blood may be of where these words are spoken, by the names of the findings; read once for the same list. */
export const topicsIn = oncePer(
  (list: readonly Token[]): ReadonlySet<string> =>
    new Set(list.flatMap(({ text }) => topicOf.get(text) ?? [])),
);
