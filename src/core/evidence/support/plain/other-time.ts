import { stemmer } from 'stemmer';
import type { Token } from '../../../text/tokens';
import { overlaps } from '../../../text/span';
import type { Aligned } from './aligned';
import { classes, timedAt } from './words';

/**
 * True when the sentence is of a time that the claim leaves out, so that it says less: the claim tells what is now and the
 * sentence what was, or the sentence says when and the claim is not of the past. What was so on a day was so; what is not so
 * on one day may be so on another.
 */
export function isOfOtherTime(aligned: Aligned): boolean {
  if (isLeftInPast(aligned)) return true;
  return (tenseOf(aligned.ours) !== 'past' || isSweeping(aligned.ours)) && dropsTime(aligned);
}

/** True when the claim tells what is so now. */
export function isOfNow({ ours }: Aligned): boolean {
  return tenseOf(ours) === 'present';
}

type Tense = 'past' | 'present' | 'none';

/** What the finite verbs of a text are of; "has been" is of now, "had been" is not. */
function tenseOf(list: readonly Token[]): Tense {
  if (list.some(isPast)) return 'past';
  if (list.some(({ text }) => classes.presentForms.has(text))) return 'present';
  // "She takes": a verb behind who does it.
  const acts = list.some(
    ({ text }, at) => classes.patient.has(list[at - 1]?.text ?? '') && /[^s]s$/.test(text),
  );
  if (acts) return 'present';
  return list.some(({ text }, at) => /ed$/.test(text) && !isParticiple(list, at)) ? 'past' : 'none';
}

/** "Was", "had"; "has had" is of now. */
function isPast({ text }: Token, at: number, list: readonly Token[]): boolean {
  return classes.pastForms.has(text) && !/^(?:has|have)$/.test(list[at - 1]?.text ?? '');
}

/** "Is treated", "a treated ulcer": not of the past by itself. */
function isParticiple(list: readonly Token[], at: number): boolean {
  const before = list[at - 1]?.text ?? '';
  return (
    at === 0 || classes.presentForms.has(before) || /^(?:the|a|an|his|her|been|of|with|no)$/.test(before)
  );
}

/** True when the claim tells what is now and the sentence what was. What was "found" or "diagnosed" is taken to be so still. */
export function isLeftInPast({ ours, list, sentence }: Aligned): boolean {
  if (tenseOf(ours) !== 'present') return false;
  const turned = list.some(
    ({ text }) =>
      /ed$/.test(text) && ours.some((own) => !/ed$/.test(own.text) && stemmer(own.text) === stemmer(text)),
  );
  if (turned) return true;
  if (tenseOf(list) !== 'past') return false;
  const isReport = list.every(
    (token, at) => !isPast(token, at, list) || classes.reported.has(list[at + 1]?.text ?? ''),
  );
  const isTaken = sentence.medications.length > 0 && sentence.polarities.length === 0;
  return !isReport || isTaken;
}

function isSweeping(ours: readonly Token[]): boolean {
  return ours.some(
    ({ text }) => classes.sweeping.has(text) || /^(?:no|not|never|without|denies)$/.test(text),
  );
}

/** True when words for a time in the sentence are not in the claim. */
export function dropsTime({ list, kept, sentence }: Aligned): boolean {
  const isDropped = (at: number): boolean =>
    kept[at] === false && !classes.nowWords.has(list[at]?.text ?? '');
  const lasts = list.some(({ text }, at) => text === 'since' && /^(?:has|have)$/.test(firstVerb(list, at)));
  return list.some((token, at) => {
    if (!isDropped(at)) return false;
    if (token.text === 'since' && lasts) return false;
    const dated = sentence.dates.some(
      (date) => overlaps(date, token) && !(lasts && isBehind(list, at, 'since')),
    );
    if (dated || isYear(list, at)) return true;
    const end = timedAt(list, at);
    if (end !== undefined && !(lasts && isBehind(list, at, 'since'))) return true;
    return classes.moments.has(token.text) && isPlaced(list, at) && !(lasts && isBehind(list, at, 'since'));
  });
}

function firstVerb(list: readonly Token[], before: number): string {
  return (
    list.slice(0, before).find(({ text }) => /^(?:has|have|had|is|was|are|were)$/.test(text))?.text ?? ''
  );
}

function isBehind(list: readonly Token[], at: number, word: string): boolean {
  return list.slice(0, at).some(({ text }) => text === word);
}

/** "In 2010", "from 1998". */
function isYear(list: readonly Token[], at: number): boolean {
  return (
    /^(?:19|20)\d\d$/.test(list[at]?.text ?? '') &&
    /^(?:in|from|since|until|by|of|to)$/.test(list[at - 1]?.text ?? '')
  );
}

/** So many words may stand between the preposition and the moment ("on the first night"). */
const momentReach = 4;

function isPlaced(list: readonly Token[], at: number): boolean {
  return list
    .slice(Math.max(0, at - momentReach), at)
    .some(({ text }) => /^(?:in|on|at|for|over|as|by|from|to|until|every|each|this|that|all)$/.test(text));
}
