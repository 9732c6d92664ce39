import type { SentenceFacts } from '../../facts/extract';
import { isAsWell } from '../../facts/persons/kinship';
import {
  mayBeSame,
  ofParentOf,
  ownerRelative,
  type RelativeWord,
  relativeWords,
} from '../../facts/persons/relative-words';
import kinship from '../../facts/terms/kinship.json';
import { isAsked } from '../../text/span';
import { partyOf } from './parties';
import { nextSaid } from './resolve-turns';
import type { SourceIndex } from './source-index';
import { isKnown, relationsTo } from './told-relatives';

const plain = new Set(kinship.plainWords);
const alike = new RegExp(String.raw`\b(?:${kinship.alike.join('|')})\b`, 'i');
const kindred = kinship.kindred.map((words) => new RegExp(words, 'i'));
const ofOthers = /\b(?:he|she|they|my|his|her|their|we)\b/i;
const isWell = new RegExp(String.raw`^\W*(?:${kinship.isWell.join('|')})\b`, 'i');

/**
 * True where a source may tell a finding of a relative in words that can't be read: it names them, and says no more of them than
 * another finding in so many words ("my mum has asthma"), nor that they are well, when they are asked after.
 * @param relative of the patient, by one name with the words that tell it apart
 * @param finding canonical name
 */
export function mayTellOf(source: SourceIndex, relative: string, finding: string): boolean {
  if (isCompanions(source, relative, finding)) return true;
  return source.segments.some(({ turn, sentences }, at) => {
    if (/guest/i.test(turn?.label ?? '')) return true;
    if (turn?.speaker === 'family') return false;
    return sentences.some((sentence) => {
      const words = relativeWords(sentence.tokens);
      const told = words.filter(
        (word, index) => isThis(word, relative) && !isTold(sentence, words, index, finding),
      );
      if (told.length > 0) return !isAnswered(source, at, sentence, relative, finding);
      return turn?.speaker === 'patient' && isAlike(source, sentence);
    });
  });
}

/** The same of what somebody who came along calls their own relatives; also where it can't be told what these are to the patient. */
export function isCompanionsRelative(source: SourceIndex, relative: string): boolean {
  return isCompanions(source, relative);
}

function isCompanions(source: SourceIndex, relative: string, finding?: string): boolean {
  return source.segments.some((segment, at) => {
    const { turn, sentences } = segment;
    if (turn?.speaker !== 'family') return false;
    const party = partyOf(turn);
    if (party === undefined || !isKnown(party)) return true;
    const said = source.text.slice(segment.start, segment.end);
    if (mayBeSame(party, relative) && isAsWell.test(said)) return true;
    return sentences.some((sentence) => {
      const words = relativeWords(sentence.tokens);
      const isHere = words.some((word, index) => {
        // "I'm his gran" says who speaks.
        if (/^(?:i'm|i’m|am)$/.test(sentence.tokens[word.at - 2]?.text ?? '')) return false;
        const relations = relationsTo(source, at, sentence, word);
        const isOne = relations
          ? relations.some((one) => mayBeSame(one, relative))
          : !/^(?:the|a|an|as|no|)$/.test(word.owner) || mayBeSame(word.name, relative);
        return isOne && (finding === undefined || !isTold(sentence, words, index, finding));
      });
      return isHere || (finding !== undefined && isAlike(source, sentence));
    });
  });
}

/** "And she does too", "both of them do": who has the same is not named. */
function isAlike({ text }: SourceIndex, { start, end, tokens }: SentenceFacts): boolean {
  const said = text.slice(start, end);
  return alike.test(said) && ofOthers.test(said) && relativeWords(tokens).length === 0;
}

function isThis({ name, owner }: RelativeWord, relative: string): boolean {
  // "My mum's sister" is an aunt; "my friend's sister" is nobody's.
  return mayBeSame(ofParentOf(ownerRelative(owner) ?? '', name) ?? name, relative);
}

/**
 * True where a sentence tells another finding of a relative, and nothing more: "my mum has asthma, my dad …". Whoever has the
 * owner's name ("my mum's sister") is told of by what is said of that sister.
 */
function isTold(
  sentence: SentenceFacts,
  words: readonly RelativeWord[],
  index: number,
  finding: string,
): boolean {
  const word = words[index];
  if (!word || word.name.endsWith('-in-law')) return word !== undefined;
  const next = words[index + 1];
  if (next && ownerRelative(sentence.tokens[word.at]?.text ?? '') !== undefined && next.at === word.at + 1)
    return true;
  return tellsOther(sentence, word.at + 1, next?.at, finding);
}

/** "Breast cancer" is a cancer, and "heart trouble" may be an infarct. */
function isKindred(one: string, other: string): boolean {
  return one === other || kindred.some((kind) => kind.test(one) && kind.test(other));
}

/** True where some tokens of a sentence tell another finding, and nothing more. */
function tellsOther(sentence: SentenceFacts, from: number, to: number | undefined, finding: string): boolean {
  const stretch = sentence.tokens.slice(from, to);
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (!first || !last) return false;
  const told = sentence.polarities.filter(
    ({ concept }) => concept.start >= first.start && concept.end <= last.end,
  );
  return (
    told.length > 0 &&
    told.every(({ concept, polarity }) => polarity !== 'unknown' && !isKindred(concept.name, finding)) &&
    stretch.every(
      ({ text, start, kind }) =>
        kind !== 'word' ||
        plain.has(text) ||
        told.some(({ concept }) => concept.start <= start && start < concept.end),
    )
  );
}

/** "And your mother?" – "She's well.", "She has asthma." */
function isAnswered(
  source: SourceIndex,
  at: number,
  sentence: SentenceFacts,
  relative: string,
  finding: string,
): boolean {
  if (!isAsked(source.text, sentence)) return false;
  const answer = source.segments[nextSaid(source.text, source.segments, at)];
  const [said] = answer?.sentences ?? [];
  if (!answer || !said) return false;
  const words = relativeWords(said.tokens);
  const [word, ...more] = words;
  // "Does your mother or father have diabetes?" – "My mother does."
  const isOfOthers =
    said.polarities.some(
      ({ concept, experiencer }) => concept.name === finding && experiencer === 'family',
    ) && words.every((one) => !isThis(one, relative));
  const isOther = more.length === 0 && tellsOther(said, word ? word.at + 1 : 0, undefined, finding);
  return isOther || isOfOthers || isWell.test(source.text.slice(answer.start, answer.end));
}
