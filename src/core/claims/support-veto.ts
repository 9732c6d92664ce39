import { agreementOf } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import { doseDimensions, type PolarityFact, type QuantityFact } from '../facts/fact';

/**
 * Why a verifier's "supported" does not count beside what typed facts see of a claim's findings and doses: the evidence has the
 * finding otherwise, of a relative or as possible alone, or two doses of the medicine in two sentences.
 * @returns a sentence for a reader; undefined where nothing speaks against it
 */
export function vetoOfSupport(
  claim: readonly SentenceFacts[],
  evidence: readonly SentenceFacts[],
): string | undefined {
  const theirs = evidence.flatMap(({ polarities }) => polarities);
  for (const fact of claim.flatMap(({ polarities }) => polarities)) {
    const why = vetoOfFinding(
      fact,
      theirs.filter(({ concept }) => concept.name === fact.concept.name),
    );
    if (why !== undefined) return why;
  }
  const doses = claim.flatMap(({ quantities }) => quantities).filter(isDose);
  const other = doses.find((fact) => hasOtherDose(fact, evidence));
  return other && `The evidence gives another dose of ${other.concept?.name} as well.`;
}

function vetoOfFinding(ours: PolarityFact, theirs: readonly PolarityFact[]): string | undefined {
  const { name } = ours.concept;
  if (theirs.length === 0 || ours.experiencer !== 'patient') return undefined;
  if (theirs.every(({ experiencer }) => experiencer !== 'patient'))
    return `The evidence says this of somebody else’s ${name}.`;
  const own = theirs.filter(({ experiencer }) => experiencer === 'patient');
  if (ours.certainty !== 'certain') return undefined;
  if (own.every(({ certainty }) => certainty !== 'certain'))
    return `The evidence does not say for sure whether there is ${name}.`;
  const isTurned = ({ polarity }: PolarityFact): boolean =>
    ours.polarity !== 'unknown' && polarity !== 'unknown' && polarity !== ours.polarity;
  return own.every(isTurned) ? `One of the two denies ${name}, and the other does not.` : undefined;
}

function isDose({ concept, unit: { dimension } }: QuantityFact): boolean {
  return concept?.kind === 'medication' && doseDimensions.has(dimension);
}

/** A sentence that gives a dose of the medicine, and not the claim's. */
function hasOtherDose(fact: QuantityFact, evidence: readonly SentenceFacts[]): boolean {
  const name = fact.concept?.name;
  return evidence.some(({ quantities }) => {
    const same = quantities.filter(
      (other) =>
        (other.concept?.name ?? other.carried) === name &&
        other.unit.dimension === fact.unit.dimension &&
        other.perWeight === fact.perWeight,
    );
    return same.length > 0 && same.every((other) => agreementOf(fact, other) === 'none');
  });
}
