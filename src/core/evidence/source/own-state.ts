import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import type { Conversation } from './resolve-turns';

const pronoun =
  /\b(?:i|i'm|i've|my|me|you|you're|you've|your|he|she|they|we|his|her|their|our|this|that|there)\b/gi;
const ownState =
  /^(?:i(?:'m|'ve)?|my)\b (?:(?:was|am|been|had|have|got|get|feel|felt|keep|kept|also|just|really|still|even|do|did|already|always|like|kind|sort|of)\b ?){1,5}/i;

/**
 * "I was coughing a lot": transcripts put whole turns under the wrong speaker, and clinicians don't speak of their symptoms.
 * @param offset where the finding begins in the words of its sentence
 */
export function tellsOwnState(words: string, offset: number): boolean {
  const own = ownWords(words.slice(0, offset));
  return own !== undefined && !/\b(?:feel|like)\b/i.test(own);
}

/** "I was", "I've had", before what is told; undefined where the words before it speak of somebody or something else last. */
function ownWords(before: string): string | undefined {
  const last = [...before.matchAll(pronoun)].at(-1);
  return last ? ownState.exec(before.slice(last.index))?.[0] : undefined;
}

/** What leads from "I have" to something that somebody else has, or that was only noticed. */
const leadsAway =
  /\b(?:to|him|them|it|about|for|with|at|on|when|if|because|told|seen|noticed|noted|found|given|gave|called|brought|worried|concerned|thought|thinking|wondering|asked|heard|read|checked|checking|giving|using|trying|looked|looking|never|no|not)\b/i;
const ownBefore = /\bmy (?:own )?$/i;
/** "I smoke": the verb itself is what is told. */
const ownHabit = /\bi(?: (?:also|still|do|only|just|never|don't|used to))* $/i;
const thirdPerson = /\b(?:he|she|him|his|her|he's|she's)\b/i;

/**
 * True for what a relative who came along tells of themselves: "Mum: He isn't. And I have asthma." Only where somebody
 * speaks of the patient as "he" or "she", or the patient speaks too: under the label of a relative a patient may speak alone.
 */
export function isOwnOfRelative(
  conversation: Pick<Conversation, 'text' | 'segments'>,
  at: number,
  { start, end }: SentenceFacts,
  fact: PolarityFact,
): boolean {
  const { text, segments } = conversation;
  if (segments[at]?.turn?.speaker !== 'family') return false;
  const before = text
    .slice(start, end)
    .slice(0, fact.start - start)
    .replaceAll('’', "'");
  const last = [...before.matchAll(pronoun)].at(-1);
  const own = ownWords(before);
  const rest = own === undefined || !last ? undefined : before.slice(last.index + own.length);
  const isOwn =
    ownBefore.test(before) || ownHabit.test(before) || (rest !== undefined && !leadsAway.test(rest));
  return isOwn && isAboutAnother(conversation);
}

const aboutAnother = new WeakMap<Conversation['segments'], boolean>();

/** True where the patient is not the one who speaks as the relative. */
export function isAboutAnother({ text, segments }: Pick<Conversation, 'text' | 'segments'>): boolean {
  const known = aboutAnother.get(segments);
  if (known !== undefined) return known;
  const found = segments.some(
    ({ turn, start, end }) =>
      turn?.speaker === 'patient' || (turn && thirdPerson.test(text.slice(start, end))),
  );
  aboutAnother.set(segments, found);
  return found;
}
