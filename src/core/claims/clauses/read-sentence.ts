import type { SentenceFacts } from '../../facts/extract';
import { relativesIn } from '../../facts/persons/persons';
import { isAsked } from '../../text/span';
import { cue } from '../firm-words';
import type { ImpliedVerdict } from '../implied/implied-verdict';
import type { ClauseItem } from './clause-items';

/** A sentence with the items by which it is compared. */
export interface ReadSentence {
  sentence: SentenceFacts;
  items: readonly ClauseItem[];
}

/** A sentence of the evidence, with its place. */
export interface Place extends ReadSentence {
  segment: number;
}

/** What follows for a claim from a sentence. */
export interface Told {
  verdict: ImpliedVerdict['verdict'];
  place: Place;
}

/** The words of a sentence, lower case. */
export function wordsOf({ tokens }: Pick<SentenceFacts, 'tokens'>): string {
  return tokens.map(({ text }) => text).join(' ');
}

/**
 * True when a sentence says outright, of now and of the patient, what it says, or the claim has the same reserve.
 * @param said its words, or those of them that the claim leaves out
 * @param text what the spans of the sentence point into
 */
export function isSaid(claim: SentenceFacts, sentence: SentenceFacts, said: string, text: string): boolean {
  const claimed = wordsOf(claim);
  if (isAsked(text, sentence)) return false;
  if (cue.unreal(said) && !cue.unreal(claimed)) return false;
  if (cue.otherTime(said) && !cue.otherTime(claimed)) return false;
  const own = relativesIn(claim.tokens);
  return relativesIn(sentence.tokens).every((relative) => own.includes(relative));
}
