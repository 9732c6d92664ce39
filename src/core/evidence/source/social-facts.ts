import { fillers, readAnswer } from '../../facts/answers';
import { tellsAmount } from '../../facts/affirming-answers';
import type { SentenceFacts } from '../../facts/extract';
import { namesOthers, relativesOrTheirs } from '../../facts/persons';
import { type RelativeWord, relativeWords } from '../../facts/relative-words';
import data from '../../facts/terms/social-facts.json';
import { oncePer } from '../../once';
import { isAsked, type Span } from '../../text/span';
import { nextSaid } from './resolve-turns';
import type { Segment, SourceIndex } from './source-index';
import { isThePatient, relationsTo } from './told-relatives';

interface Pattern {
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
}

/** A state of a topic where a text names it: what of the topic it leaves possible. */
export interface SocialMention extends Span {
  means: readonly string[];
}

/** A place of a source that tells a state. */
export interface ToldSocial extends SocialMention {
  segment: number;
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
  };
});

const [quit, notQuit, some, seldom, never, notOfPatient] = (
  ['quit', 'notQuit', 'some', 'seldom', 'never', 'notOfPatient'] as const
).map((key) => new RegExp(data[key], 'i')) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];

const negated = /\b(?:no|not|never|none|nothing)\b|n't\b/i;
/** "Not any more. Well, the odd one at a party." */
const takenBack =
  /^[^.?!]*[.?!]\W*(?:well|oh|sorry|but|except|only|maybe|i mean|actually|sometimes|occasionally|the odd)\b/i;
const ofAnother = /^(?:yes|no|well|[,. ])*(?:he|she|they|my \w+)\b/i;

/** The states that a text names by the patterns, of overlapping ones the longest. */
function socialMentions(text: string, patterns: readonly Pattern[]): SocialMention[] {
  const found = patterns.flatMap(({ means, words }) =>
    [...text.matchAll(words)].map((match): SocialMention => {
      return { means, start: match.index, end: match.index + match[0].length };
    }),
  );
  return found
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .filter((one, at, all) => !all.slice(0, at).some(({ start, end }) => start < one.end && one.start < end));
}

/**
 * The states that a sentence tells of the patient; none of what shall or may be, nor behind the name of somebody else.
 * @param text of the sentence; the spans point into it
 */
export function statesOf(
  text: string,
  { tokens, start }: SentenceFacts,
  topic: SocialTopic,
  patterns: readonly Pattern[],
  isPatient: (word: RelativeWord) => boolean = () => false,
): SocialMention[] {
  const mentions = socialMentions(text, patterns);
  if (mentions.length === 0 || (!topic.wished && notOfPatient.test(text))) return [];
  return mentions.filter((mention) => {
    const before = tokens.filter((token) => token.start - start < mention.start);
    const words = relativeWords(before);
    if (words.length > 0 && words.every(isPatient)) return true;
    return relativesOrTheirs(before).length === 0 && !namesOthers(before);
  });
}

/** What the sources say of each topic, by its name. */
const toldIn = oncePer(
  (source: SourceIndex): ReadonlyMap<string, readonly ToldSocial[]> =>
    new Map(socialTopics.map((topic) => [topic.name, readTold(source, topic)])),
);

/**
 * What a source tells of a topic: the places, and what they all leave possible; undefined where it says nothing, or two things,
 * or something that can't be read.
 */
export function socialTold(
  source: SourceIndex,
  topic: SocialTopic,
): { possible: readonly string[]; by: ToldSocial } | undefined {
  const told = toldIn(source).get(topic.name) ?? [];
  const [by] = told;
  if (!by || topic.openBy?.test(source.text)) return undefined;
  const possible = by.means.filter((one) => told.every(({ means }) => means.includes(one)));
  return possible.length > 0 ? { possible, by } : undefined;
}

function readTold(source: SourceIndex, topic: SocialTopic): ToldSocial[] {
  return source.segments.flatMap((segment, at) => {
    const { turn, sentences } = segment;
    return sentences.flatMap((sentence): ToldSocial[] => {
      const text = source.text.slice(sentence.start, sentence.end).replaceAll('’', "'");
      if (turn && turn.speaker !== 'patient' && turn.speaker !== 'family' && isAsked(source.text, sentence)) {
        const means = answered(source, segment, at, sentence, text, topic);
        return means.map((one) => ({ means: one, segment: at, start: sentence.start, end: sentence.end }));
      }
      if (isAsked(source.text, sentence)) return [];
      const isPatient = (word: RelativeWord): boolean =>
        turn?.speaker === 'family' && isThePatient(relationsTo(source, at, sentence, word));
      return statesOf(text, sentence, topic, turn ? topic.told : [...topic.note, ...topic.told], isPatient)
        .filter((mention) => turn?.speaker !== 'family' || !/^i\b/i.test(text.slice(mention.start)))
        .map(({ means, start, end }) => ({
          means,
          segment: at,
          start: sentence.start + start,
          end: sentence.start + end,
        }));
    });
  });
}

/** What is answered to a question for the topic, as one reading of it; `[[]]` where it can't be read, so that nothing is possible. */
function answered(
  source: SourceIndex,
  segment: Segment,
  at: number,
  sentence: SentenceFacts,
  text: string,
  topic: SocialTopic,
): (readonly string[])[] {
  if (!topic.asked?.test(text) || topic.notAsked?.test(text) || relativesOrTheirs(sentence.tokens).length > 0)
    return [];
  // "Do you smoke? How is your sleep?": the answer is to the last.
  if (segment.sentences.at(-1) !== sentence && isAsked(source.text, segment.sentences.at(-1) ?? sentence))
    return [];
  const reply = source.segments[nextSaid(source.text, source.segments, at)];
  if (!reply?.turn || reply.turn.speaker === segment.turn?.speaker) return [];
  const said = source.text.slice(reply.start, reply.end).replaceAll('’', "'").trim().replace(fillers, '');
  const count = socialTopics.filter(
    ({ asked, notAsked }) => asked?.test(text) && !notAsked?.test(text),
  ).length;
  const means = meansOf(said, { reply, question: text, topic, count });
  return means ? [means] : [];
}

/** What an answer means, by the first of its kinds that it is; undefined where it is none of them. */
function meansOf(
  said: string,
  { reply, question, topic, count }: { reply: Segment; question: string; topic: SocialTopic; count: number },
): readonly string[] | undefined {
  const { says } = topic;
  // "Do you drink?" – "He does. I don't."
  if (reply.turn?.speaker === 'patient' && ofAnother.test(said)) return undefined;
  const given = (means: readonly string[]): readonly string[] | undefined =>
    means.length > 0 ? means : undefined;
  const [own] = topic.answers.filter(({ words }) =>
    [...said.matchAll(words)].some(({ index }) => index === 0),
  );
  if (own) return own.means;
  if (notQuit.test(said) || takenBack.test(said)) return undefined;
  const first = /^[^?!]*?(?:[.?!]|$)/.exec(said)?.[0] ?? said;
  if (quit.test(first)) return count === 1 ? given(says.quit) : undefined;
  const isEver = /\b(?:ever|used to|have you|history of)\b/i.test(question);
  if (never.test(said)) return given(says.never);
  const { polarity } = readAnswer(said, count);
  if (polarity === 'absent') return given(isEver ? says.everNo : says.no);
  if (count > 1) return undefined;
  const isSome = some.test(said) || (topic.rare && seldom.test(first) && !negated.test(first));
  if (isSome && says.some.length > 0) return says.some;
  if (says.amount.length > 0 && tellsAmount(said, topic.name)) return says.amount;
  if (polarity !== 'present' || topic.yesUnless?.test(question)) return undefined;
  return given(isEver ? says.everYes : says.yes);
}
