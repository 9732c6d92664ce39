import { isOfOneAdult, placeByValues, placeByWords } from '../implied/implied-verdict';
import { valueWordsOf, type Told } from '../implied/said-values';
import { cue } from '../firm-words';

/**
 * Whether the evidence's values, or its own words for them, mean what the claim calls them: "hypokalaemia" beside "K 2.8".
 * Unlike an implied verdict it holds of any claim: what else the claim says is for a reader.
 * @returns `meant`, `notMeant`, or undefined where the claim names no level or the evidence leaves it open
 */
export function valueSign(claim: Told, evidence: Told): 'meant' | 'notMeant' | undefined {
  const words = valueWordsOf(claim);
  if (words.length === 0 || cue.badSample(evidence.text) || !isOfOneAdult(evidence)) return undefined;
  const theirs = valueWordsOf(evidence);
  const places = words.map(
    ({ meaning }) => placeByValues(meaning, evidence)?.place ?? placeByWords(meaning, theirs)?.place,
  );
  if (places.includes('out')) return 'notMeant';
  // A cause is one thing more than the value, and mostly what the claim is about.
  return places.every((place) => place === 'in') && !cue.cause(claim.text) ? 'meant' : undefined;
}
