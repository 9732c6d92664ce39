import type { SentenceFacts } from '../../facts/extract';
import type { SourceIndex } from '../source/source-index';
import { examinedIn, isOfExamination } from './examined/examined';
import { isOfFollowUp, toldFollowUp } from './follow-up/told-follow-up';
import { isOfNamedAllergy, namedAllergyIn } from './named-allergy';
import { isOfAllergies, noAllergiesIn } from './no-allergies';
import { toldOrder } from './orders/told-order';
import type { Restated } from './restated';
import { isOfValues, toldValues } from './values/told-values';

/**
 * Where a source tells the parts of a claim of a known kind, in whatever words: one order of a medicine, no allergies, measured
 * values, when to come back, what an examination found, an allergy.
 * @param claim the facts of the claim's sentences
 */
export function toldByParts(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  return (
    toldOrder(claim, source) ??
    noAllergiesIn(claim, source) ??
    toldValues(claim, source) ??
    toldFollowUp(claim, source) ??
    examinedIn(claim, source) ??
    namedAllergyIn(claim, source)
  );
}

/** True when a sentence may be of such a kind: then its words need not be in the source. */
export function mayBeToldByParts(sentence: SentenceFacts): boolean {
  return (
    sentence.orders.length > 0 ||
    isOfAllergies([sentence]) ||
    isOfValues(sentence) ||
    isOfFollowUp(sentence) ||
    isOfExamination([sentence]) ||
    isOfNamedAllergy(sentence)
  );
}
