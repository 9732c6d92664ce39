import { fillers, readAnswer } from '../../facts/answers/answers';
import { tellsAmount } from '../../facts/answers/affirming';
import type { SentenceFacts } from '../../facts/extract';
import { namesOthers, relativesOrTheirs } from '../../facts/persons/persons';
import { type RelativeWord, relativeWords } from '../../facts/persons/relative-words';
import { type Pattern, type SocialTopic, socialTopics, wordsOf } from '../../facts/persons/social-topics';
import { oncePer } from '../../once';
import { isAsked, type Span } from '../../text/span';
import { nextSaid } from './resolve-turns';
import type { Segment, SourceIndex } from './source-index';
import { isThePatient, relationsTo } from './told-relatives';

/** A state of a topic where a text names it: what of the topic it leaves possible. */
export interface SocialMention extends Span {
  means: readonly string[];
}

/** A place of a source that tells a state. */
export interface ToldSocial extends SocialMention {
  segment: number;
}

const [quit, notQuit, some, seldom, never, notOfPatient] = (
  ['quit', 'notQuit', 'some', 'seldom', 'never', 'notOfPatient'] as const
).map(wordsOf) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];
const [plainYes, plainNo, exception, restricted, formerQuestion, asking] = (
  [
    'plainYes',
    'plainNo',
    'exception',
    'restricted',
    'formerQuestion',
    'asking',
    'past',
    'deniedBefore',
  ] as const
).map(wordsOf) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];

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
    if (asking.test(text.slice(0, mention.start))) return false;
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
  const replies = new Set<number>();
  const told: ToldSocial[] = [];
  for (const [at, segment] of source.segments.entries()) {
    const { turn } = segment;
    const isAsker = turn !== undefined && turn.speaker !== 'patient' && turn.speaker !== 'family';
    for (const sentence of segment.sentences) {
      const text = source.text.slice(sentence.start, sentence.end).replaceAll('’', "'");
      const place = { segment: at, start: sentence.start, end: sentence.end };
      if (isAsked(source.text, sentence)) {
        const answer = isAsker ? answered(source, segment, at, sentence, text, topic) : undefined;
        if (answer) {
          replies.add(answer.reply);
          told.push({ ...place, means: answer.means });
        }
        continue;
      }
      if (isAsker && !topic.clinician) continue;
      const isPatient = (relative: RelativeWord): boolean =>
        turn?.speaker === 'family' && isThePatient(relationsTo(source, at, sentence, relative));
      const states = statesOf(
        text,
        sentence,
        topic,
        turn ? topic.told : [...topic.note, ...topic.told],
        isPatient,
      ).filter((mention) => turn?.speaker !== 'family' || !/^i\b/i.test(text.slice(mention.start)));
      told.push(
        ...states.map(({ means, start, end }) => ({
          means,
          segment: at,
          start: sentence.start + start,
          end: sentence.start + end,
        })),
      );
      // What is said of the topic in words that can't be read may be anything.
      if (
        turn &&
        states.length === 0 &&
        !replies.has(at) &&
        topic.asked?.test(text) &&
        !topic.notAsked?.test(text)
      ) {
        told.push({ ...place, means: [] });
      }
    }
  }
  return told;
}

/** What is answered to a question for the topic, and in which turn; undefined where it asks for something else or can't be read. */
function answered(
  source: SourceIndex,
  segment: Segment,
  at: number,
  sentence: SentenceFacts,
  text: string,
  topic: SocialTopic,
): { means: readonly string[]; reply: number } | undefined {
  if (!topic.asked?.test(text) || topic.notAsked?.test(text) || relativesOrTheirs(sentence.tokens).length > 0)
    return undefined;
  // "Do you smoke? How is your sleep?": the answer is to the last.
  if (segment.sentences.at(-1) !== sentence && isAsked(source.text, segment.sentences.at(-1) ?? sentence))
    return undefined;
  const next = nextSaid(source.text, source.segments, at);
  const reply = source.segments[next];
  if (!reply?.turn || reply.turn.speaker === segment.turn?.speaker) return undefined;
  const said = source.text.slice(reply.start, reply.end).replaceAll('’', "'").trim().replace(fillers, '');
  const count = socialTopics.filter(
    ({ asked, notAsked }) => asked?.test(text) && !notAsked?.test(text),
  ).length;
  const means = meansOf(said, { reply, question: text, topic, count });
  return means && { means, reply: next };
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
  if (notQuit.test(said) || takenBack.test(said) || restricted.test(question)) return undefined;
  // "Do you smoke or drink?" – "Never smoked. As for alcohol, …": each has its own answer.
  if (count > 1 && socialTopics.some(({ asked }) => asked?.test(said))) return undefined;
  const first = /^[^?!]*?(?:[.?!]|$)/.exec(said)?.[0] ?? said;
  if (quit.test(first)) return count === 1 ? given(says.quit) : undefined;
  if (formerQuestion.test(question)) return undefined;
  const isEver = /\b(?:ever|have you|history of)\b/i.test(question);
  if (never.test(said)) return given(says.never);
  const { polarity } = readAnswer(said, count);
  if (polarity === 'absent') {
    return plainNo.test(said) && !exception.test(said) ? given(isEver ? says.everNo : says.no) : undefined;
  }
  if (count > 1) return undefined;
  const isSome = some.test(said) || (topic.rare && seldom.test(first) && !negated.test(first));
  if (isSome && says.some.length > 0) return says.some;
  if (says.amount.length > 0 && tellsAmount(said, topic.name)) return says.amount;
  if (polarity !== 'present' || !plainYes.test(said) || topic.yesUnless?.test(question)) return undefined;
  return given(isEver ? says.everYes : says.yes);
}
