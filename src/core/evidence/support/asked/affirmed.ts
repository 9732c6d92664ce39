import { confirms } from '../../../facts/answers/answers';
import type { SentenceFacts } from '../../../facts/extract';
import { isRelative } from '../../../facts/persons/persons';
import type { SourceIndex } from '../../source/source-index';
import { asksPlainly } from './plain-question';

/** Where a question names what a claim says is there. */
export interface Asked {
  segment: number;
  sentence: SentenceFacts;
  /** The first token that names it, and the one behind the last. */
  from: number;
  to: number;
}

/** "Since I was a child" names no other. */
const ofAge = /^(?:child|kid|baby|boy|girl|teenager)$/;
const echo =
  /^\W*(?:(?:oh|okay|so)\W+)*(?:you (?:do|have|did|are|were)|do you|have you|really|sure|are you sure)\W*$/i;

/**
 * True when a question asks plainly whether what a claim says is there, and the answer, which has been read as a yes, is the
 * patient's own: not "yes, my mum", and not a yes that is asked back ("You do?") and not said again.
 */
export function isAffirmedPlainly(
  claim: readonly SentenceFacts[],
  { segment, sentence, from, to }: Asked,
  { segments, text }: SourceIndex,
): boolean {
  const [answer, heard, again] = segments.slice(segment + 1, segment + 4);
  const [first] = answer?.sentences ?? [];
  const named = claim.flatMap(({ tokens }) => tokens.map(({ text: word }) => word));
  const isOther = ({ text: word }: { text: string }): boolean =>
    isRelative(word) && !ofAge.test(word) && !named.includes(word);
  if (first?.tokens.some(isOther) || first?.tokens.at(-1)?.text === '?') return false;
  if (heard && echo.test(text.slice(heard.start, heard.end))) {
    if (!again || confirms(text.slice(again.start, again.end)) !== true) return false;
  }
  return asksPlainly(claim, sentence, from, to);
}
