import { agreementOf, convertible } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import type { QuantityFact } from '../facts/fact';
import { cue, isAboutGroups } from './firm-words';
import { clockMinutes } from './clock-times';
import { isReckoned, saidQuantities, type Given } from './reckoned';
import type { TypedSign } from './typed-sign';

/** A claim with its evidence, and the typed facts of both. */
export interface ComparedTexts {
  claim: string;
  claimFacts: readonly SentenceFacts[];
  evidence: string;
  evidenceFacts: readonly SentenceFacts[];
}

/** The signs that a claim and its evidence show. */
export function signsOf(texts: ComparedTexts): Set<TypedSign> {
  const { claim, claimFacts, evidence, evidenceFacts } = texts;
  const signs = new Set<TypedSign>();
  const ours = saidQuantities(claimFacts);
  const given = { theirs: saidQuantities(evidenceFacts), ours, evidence, claim };
  for (const fact of ours) {
    const sign = signOf(fact, given);
    if (sign) signs.add(sign);
  }
  if (isOtherSide(claim, evidence)) signs.add('otherSide');
  return signs;
}

function signOf(fact: QuantityFact, given: Given): TypedSign | undefined {
  // What is the same for any of them is told by the words around it, which the verifier reads better.
  if (fact.unit.dimension === 'none') return undefined;
  const agreeing = given.theirs.filter((other) => agreementOf(fact, other) !== 'none');
  if (agreeing.length > 0) {
    const measured = agreeing.filter(({ unit }) => unit.dimension !== 'none');
    return measured.length > 0 && measured.every(({ unit }) => unit.code !== fact.unit.code)
      ? 'converted'
      : undefined;
  }
  if (isReckoned(fact, given)) {
    // The numbers of several arms make a sum or difference of almost anything.
    return isAboutGroups(given.evidence) ? undefined : 'reckoned';
  }
  const alike = given.theirs.filter((other) => convertible(fact, other));
  if (alike.some((other) => isSlip(fact, other))) return 'slip';
  return alike.length === 0 && !isTimed(fact, given.evidence) ? 'unmeasured' : undefined;
}

/** A length of time may be told by two times of day. */
function isTimed({ unit }: QuantityFact, evidence: string): boolean {
  return unit.dimension === 'time' && clockMinutes(evidence).length > 1;
}

const slips = [10, 100, 1000, 0.1, 0.01, 0.001];
const exact = 1e-6;

function isSlip(fact: QuantityFact, other: QuantityFact): boolean {
  if (fact.unit.dimension === 'time' || fact.unit.dimension === 'frequency') return false;
  if (fact.unit.code !== other.unit.code) return fact.value === other.value;
  return slips.some((times) => Math.abs(fact.value / other.value / times - 1) < exact);
}

function isOtherSide(claim: string, evidence: string): boolean {
  const [left, right] = [cue.left(claim), cue.right(claim)];
  if (left === right) return false;
  return left ? cue.right(evidence) && !cue.left(evidence) : cue.left(evidence) && !cue.right(evidence);
}
