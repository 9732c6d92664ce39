import { oncePer } from '../../once';
import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact, SexFact } from '../../facts/fact';
import { relationsOf, thePatient } from '../../facts/persons/kinship';
import { isRelative } from '../../facts/persons/persons';
import {
  isParentByName,
  mayBeSame,
  ofParentOf,
  ownerRelative,
  relativeBefore,
  type RelativeWord,
  relativeWordBefore,
  relativeWords,
  sexOfRelative,
} from '../../facts/persons/relative-words';
import { isCompanion, partyOf } from './parties';
import { isOwnOfRelative } from './own-state';
import type { Segment } from './source-index';
import { isSpokenFor } from './third-person';

/** A transcript as a companion's words in it are read. */
interface Told {
  text: string;
  segments: readonly Segment[];
}

/** Nobody of the family in particular: "no family history of diabetes". */
export const wholeFamily = 'family';
/** So many words behind a finding may name the relative who has it ("diabetes in his brother"). */
const behindReach = 4;

/** Where the relative is looked for who has or lacks what a mention names: the tokens to look in, and before which. */
function placesOf({ tokens }: SentenceFacts, fact: PolarityFact): [SentenceFacts['tokens'], number][] {
  const at = tokens.findIndex(({ start }) => start >= fact.concept.start);
  if (at < 0) return [];
  const to = tokens.findIndex(({ start }) => start >= fact.concept.end);
  // "Yes, my dad.": what was asked for stands where the relative is named.
  if (isRelative(tokens[at]?.text ?? '')) return [[tokens, at + 1]];
  // "Diabetes in his brother", "asthma (brother)", "colon cancer, my grandfather."
  const isBehind =
    to > at && (tokens[to]?.text === 'in' || isInBrackets(tokens, to) || endsWithRelative(tokens, to));
  const behind = isBehind ? tokens.slice(to, to + behindReach) : [];
  const steps = behind.slice(1).map((_, step): [SentenceFacts['tokens'], number] => [behind, step + 2]);
  return [...steps, [tokens, at]];
}

/** "(brother)", "(maternal aunt, 45)": one relative in brackets. */
function isInBrackets(list: SentenceFacts['tokens'], to: number): boolean {
  if (list[to]?.text !== '(') return false;
  const close = list.findIndex(({ text }, at) => at > to && text === ')');
  const inside = relativeWords(list.slice(to + 1, close < 0 ? undefined : close));
  return inside.length === 1 && (inside[0]?.owner ?? '') === '';
}

/** ", my grandfather." and no more. */
function endsWithRelative(list: SentenceFacts['tokens'], to: number): boolean {
  if (list[to]?.text !== ',') return false;
  const [word, ...more] = relativeWords(list).filter(({ at }) => at >= to);
  return (
    word !== undefined &&
    more.length === 0 &&
    /^(?:my|our|maternal|paternal)$/.test(list[to + 1]?.text ?? '') &&
    list.slice(word.at + 1).every(({ kind }) => kind !== 'word')
  );
}

/** Who has or lacks what a mention names: a relative, told apart by the words before ("maternal grandmother"). */
export function relativeOf(sentence: SentenceFacts, fact: PolarityFact): string | undefined {
  for (const [list, before] of placesOf(sentence, fact)) {
    const relative = relativeBefore(list, before);
    if (relative !== undefined) return /^(?:family|relatives?)$/.test(relative) ? wholeFamily : relative;
  }
  return undefined;
}

/**
 * What the relative of a mention may be to the patient. What somebody who came along calls "my sister" is no sister of the
 * patient.
 * @returns one name, or those of whom it may be; none where no relative is named, undefined where it can't be told whose they are
 */
export function toldRelatives(
  source: Told,
  segment: number,
  sentence: SentenceFacts,
  fact: PolarityFact,
): readonly string[] | undefined {
  const turn = source.segments[segment]?.turn;
  const isForPatient = turn?.speaker === 'patient' && isSpokenFor(source);
  if (turn?.speaker !== 'family' && !isForPatient) {
    const named = relativeOf(sentence, fact);
    return named === undefined || named === wholeFamily ? [] : [named];
  }
  for (const [list, before] of placesOf(sentence, fact)) {
    const word = relativeWordBefore(list, before);
    if (!word) continue;
    if (/^(?:family|relatives?)$/.test(word.name)) return [];
    return isForPatient ? undefined : relationsTo(source, segment, sentence, word);
  }
  const party = partyOf(turn);
  const isOwn = isOwnOfRelative(source, segment, sentence, fact);
  return isOwn && party !== undefined && isKnown(party) ? [party] : isOwn ? undefined : [];
}

/** True for relations that leave nobody but the patient. */
export function isThePatient(relations: readonly string[] | undefined): boolean {
  return relations?.length === 1 && relations[0] === thePatient;
}

/** True where a finding that somebody who came along tells of a relative is the patient's: "my son has a cough" of the patient. */
export function isOfPatient(
  source: Told,
  segment: number,
  sentence: SentenceFacts,
  fact: PolarityFact,
): boolean {
  if (source.segments[segment]?.turn?.speaker !== 'family' || fact.experiencer !== 'family') return false;
  return isThePatient(toldRelatives(source, segment, sentence, fact));
}

/** True for who came along under a label that says what they are to the patient. */
export const isKnown = (party: string): boolean =>
  isCompanion(party) && relationsOf(party, 'mother') !== undefined;

const own = /^(?:my|our)$/;
const theirs = /^(?:his|her|their)$/;

/** What a relative whom somebody who came along names may be to the patient; undefined where that can't be told. */
export function relationsTo(
  source: Told,
  segment: number,
  sentence: SentenceFacts,
  word: RelativeWord,
): readonly string[] | undefined {
  const turn = source.segments[segment]?.turn;
  const party = turn && partyOf(turn);
  if (party === undefined) return undefined;
  if (theirs.test(word.owner)) {
    return isOfAnother(source, segment, sentence, word) ? undefined : [word.name];
  }
  const ofOwner = ownerRelative(word.owner);
  if (ofOwner !== undefined) {
    const [owner, ...more] = settled(source, party, ofOwner) ?? [];
    if (owner === undefined || more.length > 0) return undefined;
    const side = ofParentOf(owner, word.name);
    return owner === thePatient ? [word.name] : side === undefined ? undefined : [side];
  }
  return own.test(word.owner) || isParentByName(sentence.tokens, word.at)
    ? settled(source, party, word.name)
    : undefined;
}

/** Those of the relations that are left where the patient's sex, or who was spoken of first, tells whom a word means. */
function settled(source: Told, party: string, relative: string): readonly string[] | undefined {
  const found = relationsOf(party, relative);
  if (!found?.includes(thePatient) || found.length === 1) return found;
  const sex = sexOfRelative(relative);
  const patients = spokenOf(source.segments).sex;
  if (sex !== undefined && patients !== undefined && sex !== patients) {
    return found.filter((one) => one !== thePatient);
  }
  // One has several sons, and one father.
  const isOnly = found.every((one) => one === thePatient || /^(?:wife|husband)$/.test(one));
  if (isOnly && patients !== undefined) return [thePatient];
  return spokenOf(source.segments).first === relative ? [thePatient] : found;
}

/** "My husband had strep. His mother …": whose the pronoun is can't be told where another of that sex was just named. */
function isOfAnother(source: Told, segment: number, sentence: SentenceFacts, word: RelativeWord): boolean {
  const { sentences = [] } = source.segments[segment] ?? {};
  const before = sentences[sentences.indexOf(sentence) - 1];
  const sex = word.owner === 'their' ? undefined : word.owner === 'his' ? 'male' : 'female';
  const named = [
    ...(before ? relativeWords(before.tokens) : []),
    ...relativeWords(sentence.tokens).filter(({ at }) => at < word.at),
  ];
  return named.some(({ name, owner }) => {
    const is = sexOfRelative(name);
    if (sex !== undefined && is !== undefined && is !== sex) return false;
    const turn = source.segments[segment]?.turn;
    const party = turn && partyOf(turn);
    const relations = party !== undefined && !theirs.test(owner) ? settled(source, party, name) : undefined;
    return !isThePatient(relations);
  });
}

interface Spoken {
  sex: SexFact['sex'] | undefined;
  first: string | undefined;
}

/** The sex that those who don't treat and those who do call the patient by, where one is not just a slip of the other. */
const otherShare = 0.2;

/** Reads of which sex the patient is spoken of, and which relative of their own a companion names before anybody says "he" or "she". */
const spokenOf = oncePer((segments: readonly Segment[]): Spoken => {
  const count = { female: 0, male: 0 };
  let first: string | undefined;
  let before: readonly RelativeWord[] = [];
  for (const { turn, sentences } of segments) {
    for (const { tokens, sexes } of sentences) {
      const named = relativeWords(tokens);
      const mayMean = [...before, ...named].map(({ name }) => sexOfRelative(name));
      const isOpen = (sex: SexFact['sex']): boolean =>
        mayMean.some((one) => one === undefined || one === sex);
      if (turn && turn.speaker !== 'patient') {
        for (const { sex, whose, by } of sexes) {
          if (whose === 'patient' && (by !== 'pronoun' || !isOpen(sex))) count[sex]++;
        }
      }
      const isKnown = count.female + count.male > 0;
      if (turn?.speaker === 'family' && first === undefined && (isKnown || named.length > 0))
        first = isKnown ? '' : (named.find(({ owner }) => !theirs.test(owner))?.name ?? '');
      before = named;
    }
  }
  const [less, more] = [Math.min(count.female, count.male), Math.max(count.female, count.male)];
  const sex =
    more > 0 && less <= more * otherShare ? (count.female > count.male ? 'female' : 'male') : undefined;
  return { sex, first };
});

/**
 * True where the relatives that a sentence of a source names are, to the patient, among those of a note: what the mother calls
 * "my father" bears out nothing of the patient's father.
 * @param ours the relatives that the note names, as `relativesIn` does
 */
export function namesSameRelatives(
  source: Told,
  segment: number,
  sentence: SentenceFacts,
  ours: readonly string[],
): boolean {
  if (source.segments[segment]?.turn?.speaker !== 'family') return true;
  return relativeWords(sentence.tokens).every((word) => {
    const relations = relationsTo(source, segment, sentence, word);
    return (
      relations?.every((one) => one === thePatient || ours.some((name) => mayBeSame(one, name))) ?? false
    );
  });
}
