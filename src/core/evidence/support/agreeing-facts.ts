import { sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { FindingContext, QuantityFact, SideFact } from '../../facts/fact';
import { entails, isKindOf } from '../../facts/findings/subtypes';

/** True when one of the source's quantities says what the statement's does. @param named both must be of the same named thing */
export function quantityHolds(fact: QuantityFact, theirs: readonly QuantityFact[], named: boolean): boolean {
  return theirs.some((other) => {
    const sameName = fact.concept?.name === other.concept?.name;
    // Speakers leave the unit out: "the CRP was one eighty-six" bears "CRP 186 mg/L" out.
    const unitLeftOut = fact.concept !== undefined && sameName && other.unit.dimension === 'none';
    const sameKind = fact.unit.dimension === other.unit.dimension || unitLeftOut;
    const sameConcept = named
      ? fact.concept !== undefined && other.concept !== undefined && isKindOf(other.concept, fact.concept)
      : sameName || !fact.concept || !other.concept;
    return sameKind && sameConcept && fact.comparator === other.comparator && sameValue(fact, other);
  });
}

/** True when one of the source's sides is the same of the same part of the body. */
export function sideHolds(fact: SideFact, theirs: readonly SideFact[]): boolean {
  return theirs.some((other) => other.concept.name === fact.concept.name && other.side === fact.side);
}

/** True when two mentions of a finding say the same of it: there or not, how sure, when and whose. */
export function sameContext(a: FindingContext, b: FindingContext): boolean {
  return (
    a.polarity === b.polarity &&
    a.certainty === b.certainty &&
    a.time === b.time &&
    a.experiencer === b.experiencer &&
    a.narrowed === b.narrowed
  );
}

/** True when every typed fact of the statement stands in the sentences too. */
export function factsHold(
  claim: readonly SentenceFacts[],
  theirs: readonly SentenceFacts[],
  named: boolean,
): boolean {
  const quantities = theirs.flatMap((sentence) => sentence.quantities);
  const sides = theirs.flatMap((sentence) => sentence.sides);
  const polarities = theirs.flatMap((sentence) => sentence.polarities);
  return claim.every(
    (sentence) =>
      sentence.quantities.every((fact) => quantityHolds(fact, quantities, named)) &&
      sentence.sides.every((fact) => sideHolds(fact, sides)) &&
      sentence.polarities.every((fact) => {
        const same = polarities.filter((other) => other.concept.name === fact.concept.name);
        const agreeing = same.filter(
          (other) => sameContext(other, fact) && other.site === fact.site && entails(other, fact),
        );
        return agreeing.length > 0 && same.every((other) => sameContext(other, fact));
      }),
  );
}

/** True when one of the statement's facts stands in the sentence. */
export function sharesFact(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  return claim.some(
    ({ quantities, polarities }) =>
      quantities.some((fact) => quantityHolds(fact, sentence.quantities, true)) ||
      polarities.some((fact) =>
        sentence.polarities.some((other) => sameContext(other, fact) && entails(other, fact)),
      ),
  );
}
