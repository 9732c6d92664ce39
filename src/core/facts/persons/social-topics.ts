import type { Span } from '../../text/span';
import data from '../terms/social-facts.json';

/** What texts say, and which states of a topic it leaves possible. */
export interface Pattern {
  means: readonly string[];
  words: RegExp;
}

/** A social fact whose states exclude each other: smoking, drinking, with whom somebody lives. */
export interface SocialTopic {
  name: string;
  label: string;
  note: readonly Pattern[];
  told: readonly Pattern[];
  answers: readonly Pattern[];
  /** What answers of each kind mean. */
  says: Readonly<
    Record<'yes' | 'no' | 'everYes' | 'everNo' | 'never' | 'quit' | 'amount' | 'some', readonly string[]>
  >;
  asked?: RegExp;
  notAsked?: RegExp;
  yesUnless?: RegExp;
  openBy?: RegExp;
  rare: boolean;
  /** What somebody wants is what counts. */
  wished: boolean;
  /** What the clinician tells counts: a test's result, a code status. */
  clinician: boolean;
}

type Entry = (typeof data.topics)[number];

const compiled = (
  patterns: readonly { means: readonly string[]; words: readonly string[] }[] = [],
): Pattern[] =>
  patterns.map(({ means, words }) => ({
    means,
    words: new RegExp(String.raw`\b(?:${words.join('|')})`, 'gi'),
  }));

const optional = (entry: Entry, key: string): RegExp | undefined => {
  const words = (entry as Readonly<Record<string, unknown>>)[key];
  return typeof words === 'string' ? new RegExp(words, 'i') : undefined;
};

const list = (entry: Entry, key: string): readonly string[] | undefined =>
  (entry as Readonly<Record<string, unknown>>)[key] as readonly string[] | undefined;

/** The topics of social-facts.json. */
export const socialTopics: readonly SocialTopic[] = data.topics.map((entry): SocialTopic => {
  const [asked, notAsked] = [optional(entry, 'asked'), optional(entry, 'notAsked')];
  const [yesUnless, openBy] = [optional(entry, 'yesUnless'), optional(entry, 'openBy')];
  const { yes, no, never, quit, amount, some } = entry;
  return {
    name: entry.topic,
    label: entry.label,
    note: compiled(entry.note),
    told: compiled(entry.told),
    answers: 'answers' in entry ? compiled(entry.answers) : [],
    says: {
      yes,
      no,
      never,
      quit,
      amount,
      some,
      everYes: list(entry, 'everYes') ?? yes,
      everNo: list(entry, 'everNo') ?? no,
    },
    ...(asked && { asked }),
    ...(notAsked && { notAsked }),
    ...(yesUnless && { yesUnless }),
    ...(openBy && { openBy }),
    rare: 'rare' in entry,
    wished: 'wished' in entry,
    clinician: 'clinician' in entry,
  };
});

/** What the list calls by a key that is no topic's, as a pattern. */
export const wordsOf = (key: Exclude<keyof typeof data, 'topics'>): RegExp => new RegExp(data[key], 'i');

const [past, deniedBefore] = [wordsOf('past'), wordsOf('deniedBefore')];

/**
 * Whether a note's state is one of before, or denied: "formerly employed as", "was a heavy drinker until", "no current drug use".
 * @param text of the sentence
 * @param start of the state in it, and `end`
 */
export function isPastOrDenied(text: string, { start, end }: Span): boolean {
  return deniedBefore.test(text.slice(0, start)) || (past.test(text) && !past.test(text.slice(start, end)));
}
