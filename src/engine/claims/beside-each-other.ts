import type { Decision } from '../../core/claims/decide-claim';
import { areOfOtherPatients, disagree, type SaidInPassage } from '../../core/claims/passages/disagreement';
import type { PassageSays } from '../../core/claims/passages/passage-says';
import type { Citation } from '../../core/evidence/citations/citation';
import type { Terminology } from '../../core/terminology/terminology';
import type { EvidenceSentence } from '../library/gather-evidence';
import { sentenceOf, type ComparedSentence, type Read } from './passage-readings';

/** What sentences say of a claim by words and facts, each with its own facts. */
export type SaidOf = ReadonlyMap<EvidenceSentence, SaidInPassage & { says: PassageSays['says'] }>;

/** Of sentences that were compared with a claim, those that say something of it. */
export function saidIn(compared: readonly ComparedSentence[]): SaidOf {
  return new Map(
    compared.flatMap(({ found, said }) => {
      const sentence = sentenceOf(found);
      return said && sentence
        ? [[found, { evidence: found.evidence, sentence, says: said.says }] as const]
        : [];
    }),
  );
}

/**
 * Where one sentence decides a claim and another says the contrary, even if perhaps of other cases, both are shown as what
 * they say: a reader has to see that the library disagrees. What it says of other patients is no disagreement.
 */
export function besideEachOther(read: readonly Read[], saidOf: SaidOf, terminology: Terminology): Read[] {
  const of = (verdict: Decision['verdict']): readonly Read[] =>
    read.filter(({ decision }) => decision.verdict === verdict);
  const [supporting, contradicting] = [of('supported'), of('contradicted')];
  const faces = (some: readonly Read[], one: SaidInPassage): boolean =>
    some.some(({ found }) => {
      const other = saidOf.get(found);
      return !other || !areOfOtherPatients(one, other, terminology);
    });
  return read.map((one): Read => {
    const { found, decision } = one;
    const said = saidOf.get(found);
    if (decision.verdict !== 'not-sure' || !said) return one;
    const { says } = said;
    if ((says === 'otherwise' || says === 'contradicted') && faces(supporting, said))
      return { ...one, decision: { ...decision, verdict: 'contradicted' } };
    if ((says === 'bounded' || says === 'supported') && faces(contradicting, said))
      return { ...one, decision: { ...decision, verdict: 'supported' } };
    return one;
  });
}

/** Quotes of sentences on a claim that disagree with each other, whatever the claim itself holds: a third value, say. */
export function disagreeing(
  read: readonly Read[],
  saidOf: SaidOf,
  terminology: Terminology,
): ReadonlySet<Citation> {
  const said = read.flatMap(({ found }) => {
    const one = saidOf.get(found);
    return one ? [{ ...one, citation: found.citation }] : [];
  });
  const apart = new Set<Citation>();
  said.forEach((one, at) => {
    for (const other of said.slice(at + 1)) {
      if (disagree(one, other, terminology)) apart.add(one.citation).add(other.citation);
    }
  });
  return apart;
}
