import type { SentenceFacts } from '../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../facts/fact';
import { keyOf } from '../../facts/findings/subtypes';
import { convert } from '../../facts/quantities/units';
import type { Terminology } from '../../terminology/terminology';
import type { Headings } from './place';
import type { Turn } from './relation';
import { isUsualDose } from './usual-range';
import { classes, stemOf } from './words';

/** Doses of one medicine for different diseases differ by less than a slip of the decimal point or the unit. */
export const slipFactor = 4;

const target = /^(?:target|targets|aim|goal|goals)$/;

/**
 * True when the one thing in which a sentence differs contradicts the claim: a negation or a contrary word does; the other side
 * does, save in what is done, which may be done on either; a dose does for the same disease, or as a slip would that makes an
 * unusual dose of it; a bound on a measurement does where it is looser, since a stricter one follows; a target does, and how often,
 * how long and how long before or after, for the same disease. A time that forbids more than the sentence does, or allows less, is
 * only more careful: that is left open.
 */
export function isFirmTurn(
  { kind, hook, ours, theirs, within }: Turn,
  claim: SentenceFacts,
  headings: Headings,
  terminology: Terminology,
): boolean {
  if (kind === 'side') return !claim.tokens.some(({ text }) => classes.practice.has(stemOf(text)));
  // What is recommended before surgery may be recommended after it as well.
  if (hook && claim.tokens.some(({ text }) => isAdvice(text))) return false;
  if (!ours || !theirs) return true;
  const dimension = ours.unit.dimension;
  if (ours.concept?.kind === 'medication' && (doseDimensions.has(dimension) || dimension === 'frequency')) {
    if (isSameDisease(claim, headings)) return !mayBeForElse(ours, theirs, claim, headings, terminology);
    return factorOf(ours, theirs) >= slipFactor && !isUsualDose(ours, claim, terminology);
  }
  const isTarget = claim.tokens.some(({ text }) => target.test(text));
  if (ours.comparator !== '<' && ours.comparator !== '>') {
    const isTimed = dimension === 'time' || dimension === 'frequency';
    const said = new Set(claim.tokens.map(({ text }) => text));
    if (isTimed && within !== undefined && isMoreCareful(within, ours, theirs, claim)) return false;
    const isNarrowed = headings.narrowing.some((word) => !said.has(word));
    return (isTarget || isTimed) && !isNarrowed && isSameDisease(claim, headings);
  }
  if (isTarget) return true;
  const theirValue = convert(theirs.value, theirs.unit, ours.unit) ?? theirs.value;
  return ours.comparator === '<' ? ours.value > theirValue : ours.value < theirValue;
}

/** "Avoided after 20 weeks", of what is avoided after 30; "given within 3 hours", of what is given within 4.5. */
function isMoreCareful(
  within: string,
  ours: QuantityFact,
  theirs: QuantityFact,
  { tokens }: SentenceFacts,
): boolean {
  const other = convert(theirs.value, theirs.unit, ours.unit) ?? theirs.value;
  const forbids = tokens.some(
    ({ text }) => classes.negations.has(text) || classes.prohibiting.has(stemOf(text)),
  );
  if (within === 'after') return forbids && ours.value < other;
  if (within === 'within') return forbids ? ours.value > other : ours.value < other;
  return forbids && (within === 'before' || within === 'until') && ours.value > other;
}

/** A usual dose of the medicine that no slip makes of the other, where neither the claim nor the headings say what it is for. */
function mayBeForElse(
  ours: QuantityFact,
  theirs: QuantityFact,
  claim: SentenceFacts,
  { conditions }: Headings,
  terminology: Terminology,
): boolean {
  if (conditions.size > 0 || claim.polarities.length > 0) return false;
  return factorOf(ours, theirs) < slipFactor && isUsualDose(ours, claim, terminology);
}

/** Words that recommend or forbid: of two times both may hold. */
function isAdvice(word: string): boolean {
  return classes.choice.has(word) || classes.prohibiting.has(stemOf(word));
}

/** The headings name no disease, or one that the claim names, too. */
function isSameDisease({ polarities }: SentenceFacts, { conditions }: Headings): boolean {
  return conditions.size === 0 || polarities.some(({ concept }) => conditions.has(keyOf(concept)));
}

/** By how many times two amounts differ; 1 or more. */
export function factorOf(ours: QuantityFact, theirs: QuantityFact): number {
  const other = convert(theirs.value, theirs.unit, ours.unit) ?? theirs.value;
  return Math.max(ours.value / other, other / ours.value);
}
