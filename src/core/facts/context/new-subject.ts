import type { Token } from '../../text/tokens';
import { isRelative } from '../persons/persons';
import { wordAt } from '../token-reach';
import type { CueMention } from './cues';
import type { Term } from './reach';

/**
 * True where somebody else is told of behind a negation, with a verb of their own: "he never comes my dad had a stroke", "no he
 * had a stroke". A negation ends where another clause has its subject and verb, however speech is written down.
 */
export function isOfNewSubject(list: readonly Token[], cue: CueMention, term: Term): boolean {
  // A "no" that opens an answer is read with its question.
  const opens = list.slice(0, cue.from).every(({ text }) => filler.test(text));
  const isAnswer = wordAt(list, cue.from) === 'no' && cue.to === cue.from + 1 && !opens;
  if (isAnswer && subject.test(wordAt(list, cue.to))) return true;
  for (let at = cue.to; at < term.from; at++) {
    // "I don't think my mother had it": what is thought is denied with the thinking.
    if (embedding.test(wordAt(list, at))) return false;
    if (!possessive.test(wordAt(list, at)) || !isRelative(wordAt(list, at + 1))) continue;
    // "No history of it in my father was found": behind a preposition nobody begins a clause.
    if (at + 2 < term.from && tells.test(wordAt(list, at + 2)) && !preposition.test(wordAt(list, at - 1)))
      return true;
  }
  return false;
}

const filler = /^(?:um|uh|well|oh|so|and|okay|ok|but|yeah|[,.…-])$/;
/** What stands behind a "no" that answers, and never behind one that denies a thing. */
const subject =
  /^(?:i|he|she|it|we|they|you|my|his|her|our|i['’](?:m|ve|d|ll)|(?:he|she|it|that|there)['’](?:s|d)|(?:we|they|you)['’](?:re|ve|d))$/;
const possessive = /^(?:my|his|her|our|your)$/;
const tells = /^(?:had|has|have|got|gets|died|is|was)$/;
const embedding =
  /^(?:think|thinks|thought|believe|know|known|knows|knew|say|said|says|sure|aware|remember|recall|heard|hear|told|that|if|whether|when|because|since|unless|until|who|which)$/;
const preposition = /^(?:in|of|for|from|with|on|to|by|like|than|as)$/;
