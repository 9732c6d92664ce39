import { isRelative } from '../../facts/persons/persons';
import type { SentenceFacts } from '../../facts/extract';
import type { Segment } from './source-index';

const thatWas =
  /^\W*(?:(?:no|nope|oh|well|sorry|hang on|wait|actually|i think)\W+)*(?:that|it|those)(?:['’]s| was| were| is) (?:(?<pronoun>you|me|him|her)|(?:(?:your|his|her|our|my) )?(?:\p{L}+ )?(?<relative>\p{L}+))(?=\s*(?:[.,;!]|$|who\b|not\b|that\b))/iu;

/**
 * True where what a sentence tells is given to somebody else by the one behind it: "He had an ulcer." – "That was you, Ken.",
 * "She had a stroke." – "No, that was her father."
 * @param at the segment that the sentence stands in
 */
export function isGivenToAnother(
  text: string,
  segments: readonly Segment[],
  at: number,
  sentence: SentenceFacts,
): boolean {
  const own = segments[at];
  const index = own?.sentences.indexOf(sentence) ?? -1;
  if (!own || index < 0) return false;
  const here = own.sentences[index + 1];
  const next = here ? own : segments[at + 1];
  const corrects = here ?? next?.sentences[0];
  const groups = corrects && thatWas.exec(text.slice(corrects.start, corrects.end))?.groups;
  if (!groups) return false;
  const { pronoun, relative } = groups;
  if (relative !== undefined) return isRelative(relative.toLowerCase());
  // Who came along says "me" of themselves, and "you" to the patient.
  return next?.turn?.speaker === 'family' ? /^me$/i.test(pronoun ?? '') : !/^me$/i.test(pronoun ?? '');
}
