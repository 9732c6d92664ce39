import { agreementOf, convertible } from '../facts/compare';
import type { SentenceFacts } from '../facts/extract';
import type { QuantityFact } from '../facts/fact';
import type { Terminology } from '../terminology/terminology';
import { builtInTerminology } from '../terminology/built-in';
import { cue, isAboutGroups } from './firm-words';
import { clockMinutes } from './clock-times';
import { isReckoned } from './reckoned';
import { saidQuantities, withSeries, type Given } from './reckoned-given';
import { isSameSide } from './signs/sides';
import { isOtherSureness } from './signs/sureness';
import { valueSign } from './signs/value-signs';
import type { TypedSign } from './typed-sign';

/** A claim with its evidence, and the typed facts of both, whose spans point into the two texts. */
export interface ComparedTexts {
  claim: string;
  claimFacts: readonly SentenceFacts[];
  evidence: string;
  evidenceFacts: readonly SentenceFacts[];
  /** What both were read with. */
  terminology?: Terminology;
}

/** The signs that a claim and its evidence show. */
export function signsOf(texts: ComparedTexts): Set<TypedSign> {
  const { claim, claimFacts, evidence, evidenceFacts } = texts;
  const signs = new Set<TypedSign>();
  const ours = saidQuantities(claimFacts);
  const dates = evidenceFacts.flatMap((sentence) => sentence.dates);
  const given = { theirs: withSeries(saidQuantities(evidenceFacts), evidence), ours, dates, evidence, claim };
  for (const fact of ours) {
    const sign = signOf(fact, given);
    if (sign) signs.add(sign);
  }
  if (isOtherSide(claim, evidence)) signs.add('otherSide');
  // What a study of groups names are exposures and outcomes of many, denied for some and found in others.
  if (isAboutGroups(evidence)) return signs;
  for (const sign of wordSigns(texts)) signs.add(sign);
  if (signs.size === 0 && ours.some((fact) => isUntold(fact, given))) signs.add('untold');
  if (isSameSide(claimFacts, evidenceFacts)) signs.add('sameSide');
  return signs;
}

/** The signs that words show, without numbers. */
function wordSigns({ claim, claimFacts, evidence, evidenceFacts, ...texts }: ComparedTexts): TypedSign[] {
  const { terminology = builtInTerminology } = texts;
  const told = (text: string, sentences: readonly SentenceFacts[]) => ({
    text,
    segments: [{ sentences }],
    terminology,
  });
  const value = valueSign(told(claim, claimFacts), told(evidence, evidenceFacts));
  return [
    ...(value ? [value] : []),
    ...(isOtherSureness(claimFacts, evidenceFacts) ? (['otherSureness'] as const) : []),
  ];
}

function signOf(fact: QuantityFact, given: Given): TypedSign | undefined {
  // What is the same for any of them is told by the words around it, which the verifier reads better.
  if (fact.unit.dimension === 'none') return undefined;
  const agreeing = given.theirs.filter((other) => agreementOf(fact, other) !== 'none');
  // A plain number may be of anything, and a limit is kept to by much.
  const told = agreeing.filter((other) => other.unit.dimension !== 'none' && !isWithin(fact, other));
  if (told.length > 0)
    return told.every(({ unit }) => unit.code !== fact.unit.code) ? 'converted' : undefined;
  if (isReckoned(fact, given)) {
    // The numbers of several arms make a sum or difference of almost anything.
    return isAboutGroups(given.evidence) ? undefined : 'reckoned';
  }
  if (agreeing.length > 0) return undefined;
  const alike = given.theirs.filter((other) => convertible(fact, other));
  if (alike.some((other) => isSlip(fact, other))) return 'slip';
  return alike.length === 0 && !isTimed(fact, given) ? 'unmeasured' : undefined;
}

/** "COVID-19": the number of a name counts nothing. */
const partOfName = /\p{L}-$/u;

/**
 * A number that the evidence has nowhere. Where no other sign explains it, it may follow by several steps. In a unit that the
 * evidence leaves to others of its kind it may as well be converted wrongly.
 */
function isUntold(fact: QuantityFact, { theirs, claim }: Given): boolean {
  if (partOfName.test(claim.slice(0, fact.number.start))) return false;
  if (theirs.some((other) => agreementOf(fact, other) !== 'none')) return false;
  const alike = theirs.filter((other) => convertible(fact, other));
  return alike.length === 0 || alike.some(({ unit }) => unit.code === fact.unit.code);
}

/** "At most 840 mg" beside "210 mg": no more than kept to. */
function isWithin(fact: QuantityFact, other: QuantityFact): boolean {
  const isLimit = fact.comparator === '<' || fact.comparator === '>';
  return isLimit && agreementOf({ ...fact, comparator: '=' }, { ...other, comparator: '=' }) === 'none';
}

/** A length of time may be told by two times of day or two dates. */
function isTimed({ unit }: QuantityFact, { evidence, dates }: Given): boolean {
  return (
    unit.dimension === 'time' &&
    (clockMinutes(evidence).length > 1 || dates.filter(({ form }) => form === 'calendar').length > 1)
  );
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
