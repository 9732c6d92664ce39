import type { SentenceFacts } from '../extract';
import type { Concept, PolarityFact, QuantityFact } from '../fact';

/** What a concept is called, with its kind where the words name one. */
export type Named = Pick<Concept, 'name' | 'subtype'>;

/** True for the same thing, or a kind of it: HFrEF is heart failure, and not every heart failure is HFrEF. */
export function isKindOf(narrow: Named, wide: Named): boolean {
  return narrow.name === wide.name && (wide.subtype === undefined || wide.subtype === narrow.subtype);
}

/**
 * True where a finding that is there, or is not, makes another so: who has a kind has the whole, and who has not the whole
 * has no kind of it.
 */
export function entails(theirs: PolarityFact, ours: PolarityFact): boolean {
  return ours.polarity === 'absent'
    ? isKindOf(ours.concept, theirs.concept)
    : isKindOf(theirs.concept, ours.concept);
}

/** True where two findings can't both be: what is there is what is denied, or a kind of it. */
export function excludes(one: PolarityFact, other: PolarityFact): boolean {
  const [there, denied] = one.polarity === 'absent' ? [other, one] : [one, other];
  return isKindOf(there.concept, denied.concept);
}

/** The first finding, medicine or test of a claim that is named as a kind which no sentence names; undefined where all are. */
export function unnamedKind(
  claim: readonly SentenceFacts[],
  sentences: readonly SentenceFacts[],
): Concept | undefined {
  const named = (all: readonly SentenceFacts[]): Concept[] =>
    all.flatMap(({ polarities, medications, quantities }) => [
      ...polarities.map(({ concept }) => concept),
      ...medications,
      ...measured(quantities),
    ]);
  const theirs = named(sentences);
  return named(claim).find(
    (concept) => concept.subtype !== undefined && !theirs.some((other) => isKindOf(other, concept)),
  );
}

/** What a concept is called where kinds of one thing must not be taken for each other. */
export function keyOf({ name, subtype }: Named): string {
  return subtype === undefined ? name : `${name}: ${subtype}`;
}

function measured(quantities: readonly QuantityFact[]): Concept[] {
  return quantities.flatMap(({ concept }) => (concept ? [concept] : []));
}

/**
 * False where a sentence names a finding or medicine of the claim as another kind, or as the whole where the claim names a
 * kind, or the other way round in a denial.
 */
export function namesSameKinds(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const isAny = <T extends Named>(
    others: readonly T[],
    name: string,
    fits: (other: T) => boolean,
  ): boolean => {
    const same = others.filter((other) => other.name === name);
    return same.length === 0 || same.some(fits);
  };
  const theirs = sentence.polarities.map((fact) => ({ ...fact.concept, fact }));
  return claim.every(
    ({ polarities, medications, quantities }) =>
      measured(quantities).every((concept) =>
        isAny(measured(sentence.quantities), concept.name, (other) => isKindOf(other, concept)),
      ) &&
      polarities.every((fact) => isAny(theirs, fact.concept.name, (other) => entails(other.fact, fact))) &&
      medications.every((medicine) =>
        isAny(sentence.medications, medicine.name, (other) => isKindOf(other, medicine)),
      ),
  );
}
