import { tokenIndexAt } from '../../text/tokens';
import type { SentenceFacts } from '../extract';
import type { QuantityFact } from '../fact';
import { wordAt } from '../token-reach';

/** Which way a length of time points: back ("3 weeks ago", "for the past month"), or ahead ("in 3 weeks"). */
export type Timing = 'past' | 'future';

const behind = /^(?:ago|prior|previously|earlier|back|history|hx)$/;
const pastBefore = /^(?:last|past|previous|since|preceding)$/;
const futureBefore = /^(?:next|in|within|another|coming)$/;

/**
 * Reads which way a length of time points, from the words around it; undefined where they don't tell, and for anything
 * that is no length of time.
 * @param sentence the sentence that the fact was read from
 */
export function timingOf(sentence: SentenceFacts, fact: QuantityFact): Timing | undefined {
  if (fact.unit.dimension !== 'time') return undefined;
  if (fact.concept?.name === 'follow-up interval') return 'future';
  const list = sentence.tokens;
  const from = tokenIndexAt(list, fact.start);
  const to = tokenIndexAt(list, fact.end);
  if (behind.test(wordAt(list, to)) || behind.test(wordAt(list, to + 1))) return 'past';
  const before = [1, 2, 3].map((offset) => wordAt(list, from - offset));
  if (before.some((word) => pastBefore.test(word))) return 'past';
  return before.slice(0, 2).some((word) => futureBefore.test(word)) ? 'future' : undefined;
}
