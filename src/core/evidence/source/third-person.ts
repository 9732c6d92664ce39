import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import words from '../../facts/terms/third-person.json';
import { wordAt } from '../../facts/token-reach';
import type { Token } from '../../text/tokens';
import type { Conversation } from './resolve-turns';

const ownWords = new Set(words.own);
const theirWords = new Set(words.theirs);
const treating = new Set(words.treating);
const behindNames = new Set(words.ofNames);
const openers = new Set(words.openers);

/**
 * True for a finding that a patient tells of somebody else: behind "he", "she" or the name of a person whom the clinician
 * never names ("Ben's got the cough", "Liam has to stop too and he doesn't have asthma"). A name needs its capital letter.
 */
export function isOfAnother(
  conversation: Conversation,
  at: number,
  { tokens }: SentenceFacts,
  fact: PolarityFact,
): boolean {
  if (conversation.segments[at]?.turn?.speaker !== 'patient') return false;
  let subject: 'own' | 'theirs' | undefined;
  tokens.forEach((token, index) => {
    if (token.start >= fact.start) return;
    if (ownWords.has(token.text)) subject = 'own';
    else if (isTheirs(tokens, index) || isName(conversation, tokens, index)) subject = 'theirs';
  });
  return subject === 'theirs' && !isSpokenFor(conversation);
}

function isTheirs(list: readonly Token[], at: number): boolean {
  if (!theirWords.has(wordAt(list, at))) return false;
  return ![1, 2].some((offset) => treating.has(wordAt(list, at + offset)));
}

function isName({ text, segments }: Conversation, list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token || token.kind !== 'word') return false;
  const word = token.text.replace(/'s$/, '');
  const written = text.slice(token.start, token.start + word.length);
  if (word.length < 3 || openers.has(token.text) || !/^\p{Lu}\p{Ll}+$/u.test(written)) return false;
  const isSubject = token.text !== word || behindNames.has(wordAt(list, at + 1));
  if (!isSubject) return false;
  const whole = (flags: string): RegExp => new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, flags);
  // A word that is written small elsewhere is none, nor is one that only begins a sentence with the name of a thing.
  if (whole('u').test(text)) return false;
  return segments.every(
    ({ turn, start, end }) =>
      !turn ||
      (!whole('iu').test(turn.label) &&
        (turn.speaker !== 'clinician' || !whole('iu').test(text.slice(start, end)))),
  );
}

/** So many times the clinician asks for "him" or "her" where somebody answers for the patient under the patient's label. */
const fewestAsked = 3;
const askedOf = /\b(?:is|does|has|did|was|can|how's|how is|were|are) (?:s?he)\b/i;

const spokenFor = new WeakMap<Conversation['segments'], boolean>();

/** True where the clinician asks for the patient as "he" or "she": whoever answers means the patient by it. */
export function isSpokenFor({ text, segments }: Pick<Conversation, 'text' | 'segments'>): boolean {
  const known = spokenFor.get(segments);
  if (known !== undefined) return known;
  const asked = segments.filter(
    ({ turn, start, end }) => turn && turn.speaker !== 'patient' && askedOf.test(text.slice(start, end)),
  );
  spokenFor.set(segments, asked.length >= fewestAsked);
  return asked.length >= fewestAsked;
}
