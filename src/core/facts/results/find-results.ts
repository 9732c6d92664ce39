import type { Token } from '../../text/tokens';
import { relativesIn } from '../persons/persons';
import { binaryResults } from './binary-results';
import { gradedSigns } from './graded-signs';
import { levelResults } from './level-results';
import { namedResults } from './named-results';
import type { ResultFact } from './result';

// Nobody has the result yet, or it is no result: "if it's positive", "a false negative", "pending".
const unreal =
  /\b(?:if|unless|whether|when|until|once|in case|should|would|could|might|may|can be|false|falsely|pending|rule out|awaiting|waiting|means?|repeat|recheck|exposed|exposure|contact with)\b/;
const somebodyElse =
  /\b(?:partner|boyfriend|girlfriend|coworker|co-worker|colleague|roommate|friend|donor|neighbou?r)\b/;
const past =
  /\b(?:last|previous|previously|prior|ago|before|history|used to|earlier|was initially|initially|old|past|until|yesterday|(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december)\b/;

/**
 * Reads the results of tests that a sentence tells of the patient. A sentence that gives one test two results, that speaks of
 * somebody else, or of what might be, tells none.
 * @param list the tokens of the sentence
 * @param text the text that they point into
 */
export function findResults(list: readonly Token[], text: string): ResultFact[] {
  const found = [
    ...binaryResults(list, text),
    ...namedResults(list, text),
    ...levelResults(list),
    ...gradedSigns(list, text),
  ];
  if (found.length === 0) return [];
  const said = list.map(({ text: word }) => word).join(' ');
  if (unreal.test(said) || somebodyElse.test(said) || relativesIn(list).length > 0) return [];
  const isPast = past.test(said);
  return found
    .filter(({ test, value }) => found.every((other) => other.test !== test || other.value === value))
    .map((result) => ({ ...result, past: isPast }));
}
