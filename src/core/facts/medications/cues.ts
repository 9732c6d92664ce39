import { PhraseIndex } from '../../text/phrases';
import type { Token } from '../../text/tokens';
import cues from '../terms/medication-cues.json';
import type { MedicationAction } from './medication-fact';

/** What a word around a medicine's name says of it. */
export type Cue =
  | { kind: 'route'; name: string }
  | { kind: 'form'; name: string; route?: string; implies?: string }
  | { kind: 'as-needed' }
  | { kind: 'timing'; perDay: number }
  | { kind: 'action'; name: MedicationAction };

/** A cue found in a list of tokens; token indices, `to` exclusive. */
export interface CueMention {
  cue: Cue;
  from: number;
  to: number;
  /** Counts only beside the name, an amount or a form. */
  nextTo: boolean;
}

const phrases = new PhraseIndex<Cue>();
for (const [name, words] of Object.entries(cues.routes)) {
  for (const phrase of words) phrases.add(phrase, { kind: 'route', name });
}
for (const [name, form] of Object.entries(cues.forms)) {
  const { names, ...routes } = form;
  for (const phrase of names) phrases.add(phrase, { kind: 'form', name, ...routes });
}
for (const phrase of cues.asNeeded) phrases.add(phrase, { kind: 'as-needed' });
for (const [perDay, words] of Object.entries(cues.timings)) {
  for (const phrase of words) phrases.add(phrase, { kind: 'timing', perDay: Number(perDay) });
}
for (const [name, words] of Object.entries(cues.actions)) {
  for (const phrase of words) phrases.add(phrase, { kind: 'action', name: name as MedicationAction });
}

const nextTo = new Set(cues.nextTo);
const upperCase = new Set(cues.upperCase);
const otherTopic = new Set(cues.otherTopic);

/**
 * Finds the cues in a sentence.
 * @param text the text that the tokens were read from; "IM" is a route, and "im" is "I am"
 */
export function findCues(list: readonly Token[], text: string): CueMention[] {
  return phrases
    .all(list)
    .filter(({ from, to }) => {
      const token = list[from];
      if (!token || to !== from + 1 || !upperCase.has(token.text)) return true;
      const raw = text.slice(token.start, token.end);
      return raw === raw.toUpperCase();
    })
    .map(({ value, from, to }) => ({
      cue: value,
      from,
      to,
      nextTo: nextTo.has(wordsOf(list, from, to)),
    }));
}

function wordsOf(list: readonly Token[], from: number, to: number): string {
  return list
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

const notMedicine = new PhraseIndex<true>();
for (const phrase of cues.notMedicine) notMedicine.add(phrase, true);

/** True when the words at `at` tell that the name before them is no medicine here: "vitamin D deficiency". */
export function tellsNoMedicine(list: readonly Token[], at: number): boolean {
  return notMedicine.at(list, at) !== undefined;
}

const atMost = new PhraseIndex<true>();
for (const phrase of cues.atMost) atMost.add(phrase, true);
const longestBound = 4;

/** True when the words before `at` make what follows the most that may be taken: "up to", "no more than". */
export function isAtMost(list: readonly Token[], at: number): boolean {
  for (let from = at - 1; from >= 0 && from >= at - longestBound; from--) {
    if (atMost.at(list, from)?.to === at) return true;
  }
  return false;
}

/** True for a word behind which a number or a frequency is no longer the medicine's ("check", "exercise"). */
export function isOtherTopic(word: string): boolean {
  return otherTopic.has(word);
}

/** "Exercises.", "And the blood tests.": a few words that go on to something else than medicines. */
export function isOtherHeading(list: readonly Token[]): boolean {
  const words = list.filter(({ kind }) => kind === 'word');
  return (
    words.length <= longestHeading &&
    list.length > 0 &&
    list.at(-1)?.text !== '?' &&
    isOtherTopic(words.at(-1)?.text ?? '')
  );
}

const longestHeading = 3;
