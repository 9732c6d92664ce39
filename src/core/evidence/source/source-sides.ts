import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../facts/extract';
import { oppositeSide } from '../../facts/sides/one-side';
import { sideMentions, type SideMention } from '../../facts/sides/mentions';
import { isNameOf } from '../../facts/sides/topic';
import { isWell } from '../../facts/sides/well';
import { oncePer } from '../../once';
import { isAsked } from '../../text/span';
import type { SourceIndex } from './source-index';

/** A side that a source gives, with what is said around it. */
export interface SourceSide {
  source: SourceIndex;
  /** Index into the source's segments. */
  segment: number;
  mention: SideMention;
  /** The part of the body that was spoken of before, where the mention names none ("and on the left?"). */
  carried?: string;
  /**
   * The other side is named in the same turn without a part of its own ("the left, no, to the right"), or in the answer
   * ("this is the right knee?" – "Left."), or it is where the examiner pressed, and asked where it hurts.
   */
  corrected?: true;
  /** Stems of the same turn and the one before. */
  around: ReadonlySet<string>;
}

/** The sides that a source gives: gathered once, since every side of a note is compared with them. */
export const sidesOf = oncePer(gather);

/** A part of the body stays the topic for this many segments. */
const carryReach = 2;

function gather(source: SourceIndex): readonly SourceSide[] {
  let last: { part: string; segment: number } | undefined;
  let told: { topic: ReadonlySet<string>; segment: number } | undefined;
  return source.segments.flatMap((segment, index) => {
    let around: Set<string> | undefined;
    const all = segment.turn ? segment.sentences.filter((one) => !saysWell(one)).flatMap(sideMentions) : [];
    return segment.sentences.flatMap((sentence) =>
      sideMentions(sentence).map((found): SourceSide => {
        const corrected =
          all.some(({ part, side }) => part === undefined && isOther(side, found.side)) ||
          isOther(answeredSide(source, index, sentence.end), found.side) ||
          isWherePressed(source.text, sentence, found);
        const mention = told && index - told.segment <= carryReach ? withTopic(found, told.topic) : found;
        told = { topic: mention.topic, segment: index };
        around ??= wordsOf(source, index);
        if (mention.part !== undefined) last = { part: mention.part, segment: index };
        const isNear = last !== undefined && index - last.segment <= carryReach;
        const own =
          mention.part === undefined
            ? (solePart(source, sentence) ?? partAskedFor(source, index, sentence))
            : undefined;
        const carried = own ?? (mention.part === undefined && isNear ? last?.part : undefined);
        return {
          source,
          segment: index,
          mention,
          around,
          ...(carried !== undefined && { carried }),
          ...(corrected && { corrected }),
        };
      }),
    );
  });
}

/** "And the wrist, that's the right?": the one part of the body that the sentence names. */
function solePart(source: SourceIndex, { tokens }: SentenceFacts): string | undefined {
  const parts = source.terminology
    .findTerms(tokens, anatomyKinds)
    .map(({ concept }) => concept.name)
    .filter((name) => name !== 'side');
  return new Set(parts).size === 1 ? parts[0] : undefined;
}

/** Tokens. */
const shortSentence = 8;

/** "Left one's fine.": a sentence of its own that says a side to be well takes nothing back. */
function saysWell(sentence: SentenceFacts): boolean {
  return sentence.tokens.length <= shortSentence && sideMentions(sentence).some(({ topic }) => isWell(topic));
}

/** "Which ear is it?" – "The left.": an answer's first sentence is of the part that the question names, or what was said before it. */
function partAskedFor(source: SourceIndex, index: number, sentence: SentenceFacts): string | undefined {
  const [asked, answer] = [source.segments[index - 1], source.segments[index]];
  const question = asked?.sentences.at(-1);
  if (!question || !asked?.turn || !answer?.turn || answer.turn.speaker === asked.turn.speaker)
    return undefined;
  if (answer.sentences[0] !== sentence || !/\bwhich\b/i.test(source.text.slice(question.start, question.end)))
    return undefined;
  // "A bruise on the hip." – "Which side?"
  const told = source.segments[index - 2]?.sentences.at(-1);
  return solePart(source, question) ?? (told && solePart(source, told));
}

const anatomyKinds = new Set(['anatomy'] as const);

/** The side that an answer begins with, where the sentence before it asks. */
function answeredSide(source: SourceIndex, index: number, end: number): SideMention['side'] | undefined {
  const [segment, next] = [source.segments[index], source.segments[index + 1]];
  if (!segment?.turn || !next?.turn || next.turn.speaker === segment.turn.speaker) return undefined;
  if (!isAsked(source.text, { start: segment.start, end })) return undefined;
  const reply = source.text.slice(next.start, Math.min(next.end, next.start + answerReach));
  const side =
    /^(?:(?:no|nope|um|uh|actually|well|it's|its|it is|the|my)\W+)*(left|right)\b(?! (?:now|away|here|there))/i.exec(
      reply,
    );
  return side?.[1]?.toLowerCase() as SideMention['side'] | undefined;
}

/** "When I press on the left, where do you feel it?": the side is the examiner's, and the answer tells the finding's. */
function isWherePressed(text: string, { start, end }: SentenceFacts, side: SideMention): boolean {
  return pressing.test(text.slice(start, side.start)) && /\bwhere\b/i.test(text.slice(side.end, end));
}

const pressing =
  /\b(?:when|if|as|while) i (?:\w+ )?(?:press|push|touch|tap|feel|let go|squeeze|lift|move|bend|turn|poke)\b/i;

/** So many letters of an answer are looked at. */
const answerReach = 40;

function isOther(a: SideMention['side'] | undefined, b: SideMention['side']): boolean {
  return (a === 'left' || a === 'right') && b === oppositeSide[a];
}

/** "And on the right side?", "the right knee too": with no words of its own, it is about what was said of the side before. */
function withTopic(mention: SideMention, topic: ReadonlySet<string>): SideMention {
  const own = [...mention.topic].filter((word) => !isNameOf(word, mention.part));
  return own.length > 0 ? mention : { ...mention, topic: new Set([...mention.topic, ...topic]) };
}

function wordsOf(source: SourceIndex, segment: number): Set<string> {
  const near = source.segments.slice(Math.max(0, segment - 1), segment + 1);
  return new Set(
    near.flatMap(({ sentences }) =>
      sentences.flatMap(({ tokens }) =>
        tokens.filter(({ kind }) => kind === 'word').map(({ text }) => stemmer(text)),
      ),
    ),
  );
}
