import { agreementOf } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../../facts/fact';
import type { Dimension } from '../../../facts/quantities/units';
import { align, classAt, isKeptContent, type Aligned } from './aligned';
import { isAsserted } from './asserted';
import { bindsValues } from './bound-values';
import { isOfOtherTime } from './other-time';
import { isScoped } from './scoped';
import { isShifted } from './shifted';
import { classes } from './words';

/**
 * True when a sentence that holds the words and facts of a claim says nothing less than the claim. What the claim leaves out
 * may take it back: a share of it ("three of four cultures"), an approximation ("almost gone"), another time ("was … in 2010"),
 * somebody's thought or question, a noun that it only belongs to, a second value. So what is left out has to be of a kind
 * that takes nothing; in doubt the answer is no.
 * @param claim typed facts of the claim's sentences
 * @param sentence the one sentence of the evidence
 */
export function saysPlainly(claim: readonly SentenceFacts[], sentence: SentenceFacts): boolean {
  const aligned = align(claim, sentence);
  if (aligned.kept.every((kept, at) => kept || aligned.list[at]?.kind === 'mark'))
    return bindsValues(aligned);
  return (
    !isShifted(aligned) &&
    !isOfOtherTime(aligned) &&
    !isSweptTooFar(aligned) &&
    !isCounted(aligned) &&
    !isMultiplied(aligned) &&
    !isScoped(aligned) &&
    isAsserted(aligned) &&
    bindsValues(aligned)
  );
}

/** "The chest is clear", of "the chest is clear in the upper zones". */
function isSweptTooFar(aligned: Aligned): boolean {
  if (!aligned.ours.some(({ text }) => classes.sweeping.has(text))) return false;
  return aligned.list.some((_, at) => {
    const kind = classAt(aligned, at);
    return kind === 'preposition' || kind === 'free';
  });
}

const percent = new Set(['%', 'percent', 'per', 'cent']);

/** A number or sign for a share of what is said, before "of" or right before it: "60% of the burn", "1/3 samples". */
function isCounted(aligned: Aligned): boolean {
  const { list, kept, number } = aligned;
  return list.some((_, at) => {
    if (kept[at] || !number[at]) return false;
    const next = list.findIndex(({ text }, index) => index > at && !number[index] && !percent.has(text));
    const isShare = /^(?:of|in|out|\/)$/.test(list[next]?.text ?? '');
    return isShare || (classAt(aligned, at) === 'number' && isKeptContent(aligned, next));
  });
}

/**
 * "Two tablets of ramipril 5 mg", "half a tablet": how many are taken makes the dose, so that the strength alone is none. One
 * tablet of it is what it says.
 */
function isMultiplied({ claim, sentence }: Aligned): boolean {
  const strengths = claim
    .flatMap(({ quantities }) => quantities)
    .filter(({ unit, concept }) => concept?.kind === 'medication' && isStrength(unit.dimension));
  if (strengths.length === 0) return false;
  const ours = claim.flatMap(({ quantities }) => quantities);
  return sentence.quantities.some(
    (count) =>
      count.unit.dimension === 'dose-form' &&
      (count.value !== 1 || count.high !== undefined) &&
      strengths.some(({ concept }) => isOf(count, concept?.name)) &&
      ours.every((fact) => agreementOf(fact, count) === 'none'),
  );
}

function isStrength(dimension: Dimension): boolean {
  return doseDimensions.has(dimension) && dimension !== 'dose-form';
}

/** A count that names no medicine is of the one that the sentence names. */
function isOf({ concept, carried }: QuantityFact, name: string | undefined): boolean {
  const own = concept?.name ?? carried;
  return own === undefined || own === name;
}
