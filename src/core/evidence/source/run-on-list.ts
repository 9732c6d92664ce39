import type { SentenceFacts } from '../../facts/extract';
import type { PolarityFact } from '../../facts/fact';
import words from '../../facts/terms/unmarked-questions.json';
import type { Segment } from './source-index';

const between = new Set(words.between);
const places = new Set(words.ofPlaces);

/** So many findings in a row, with no verb among them, are run through; behind an "any" two are. */
const fewest = 3;
const fewestBehindAny = 2;

const answers = /^\W*(?:(?:oh|um|uh|well)\W+)*(?:no|nope|nah|none|never|nothing|yes|yeah|yep|just|only)\b/i;
const takesUp = /\b(?:yes|yeah|yep|no|not|none|sometimes|a little|a bit)\b/i;

/**
 * "Okay we need to fix that chest pain palpitations swelling in the legs" – "no chest pain none of that": in speech without marks a turn
 * that ends in findings alone asks for them, whatever it says before, where the next one answers.
 */
export function endsInList(
  segment: Segment | undefined,
  sentence: SentenceFacts,
  fact: PolarityFact,
  reply: string,
): boolean {
  if (segment?.sentences.at(-1) !== sentence) return false;
  const { tokens, polarities } = sentence;
  const terms = [...polarities].sort((a, b) => a.concept.start - b.concept.start);
  let first = tokens.length;
  let count = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (!token) break;
    const term = terms.find(({ concept }) => concept.start <= token.start && token.end <= concept.end);
    if (term?.concept.start === token.start) count++;
    if (!term && !between.has(token.text) && !places.has(token.text)) break;
    if (/^(?:no|not)$/.test(token.text)) break;
    first = at;
  }
  const isBehindAny = tokens.slice(first).some(({ text }) => text === 'any');
  if (fact.start < (tokens[first]?.start ?? Infinity)) return false;
  if (isBehindAny) return count >= fewestBehindAny && (answers.test(reply) || takesUp.test(reply));
  return fact.polarity !== 'absent' && count >= fewest && answers.test(reply);
}
