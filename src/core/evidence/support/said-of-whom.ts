import type { SentenceFacts } from '../../facts/extract';
import { isRelative, namesOthers, relativesIn } from '../../facts/persons/persons';
import data from './restated-words.json';
import type { Place } from './said-sequence';
import { isAboutAnother } from '../source/own-state';
import type { SourceIndex } from '../source/source-index';
import { namesSameRelatives } from '../source/told-relatives';

/** A claim's parts, and a stretch of a source that may say the same. */
export interface Comparison {
  claim: readonly SentenceFacts[];
  /** The claim's words. */
  ours: readonly string[];
  /** The stretch itself, and with the words right before and behind it. */
  inner: readonly Place[];
  around: readonly Place[];
  /** The sentences that the stretch is part of. */
  sentences: readonly SentenceFacts[];
}

/** True when both are about the patient, or about the same others. */
export function isOfSamePerson(
  { claim, ours, inner, around, sentences }: Comparison,
  source: SourceIndex,
): boolean {
  const relatives = claim.flatMap(({ tokens }) => relativesIn(tokens));
  const theirs = sentences.flatMap(({ tokens }) => relativesIn(tokens));
  const isOther = ({ token }: Place): boolean =>
    namesOthers([token]) && relativesIn([token]).length === 0 && !ours.includes(token.text);
  const sexes = (list: readonly SentenceFacts[]): string[] =>
    list.flatMap((sentence) => sentence.sexes.filter(({ whose }) => whose !== 'other').map(({ sex }) => sex));
  const said = sexes(sentences);
  return (
    theirs.every((one) => relatives.includes(one)) &&
    relatives.every((one) => theirs.includes(one)) &&
    !around.some(isOther) &&
    (said.length === 0 || sexes(claim).every((sex) => said.includes(sex))) &&
    (relatives.length === 0 ||
      inner.every(({ segment, sentence }) => namesSameRelatives(source, segment, sentence, relatives))) &&
    (relatives.length > 0 || !inner.some(({ segment, sentence }) => speaksOfOther(segment, sentence, source)))
  );
}

const ofSpeaker =
  /^\W*(?:(?:and|but|well|oh|no|yes)\W+)*(?:i'm|i am|i have|i've|i had|my)\b(?!.*\b(?:he|she|him|her|his)\b)/i;

/** True for a patient's "she": it is somebody else. "They gave me" speaks of those who treat. */
export function speaksOfOther(
  segment: number,
  { tokens, start, end }: SentenceFacts,
  source: SourceIndex,
): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  // "I'm allergic to penicillin", said by the mother.
  if (speaker === 'family')
    return ofSpeaker.test(source.text.slice(start, end).replaceAll('’', "'")) && isAboutAnother(source);
  return (
    speaker === 'patient' &&
    tokens.some(
      ({ text }, at) =>
        /^(?:s?he|him|her|his|hers|s?he's|their)$/.test(text) ||
        (text === 'they' && !treating.has(tokens[at + 1]?.text ?? '')),
    )
  );
}

/** So many words behind a name may say whose it is. */
const ownerReach = 6;

/** True for "asthma, that's my son's", "asthma, my daughter has that". @param to index behind the last token of the name */
export function isHandedOn({ tokens }: SentenceFacts, to: number): boolean {
  const behind = tokens.slice(to, to + ownerReach);
  const own = behind.findIndex(({ text }, at) => text === 'my' && isRelative(bare(behind[at + 1]?.text)));
  return own >= 0 && behind.some(({ text }) => /^(?:that|that's|has|had|it|his|hers|one)$/.test(text));
}

function bare(word = ''): string {
  return word.replace(/['’]s$/, '');
}

const treating = new Set(data.treating);
