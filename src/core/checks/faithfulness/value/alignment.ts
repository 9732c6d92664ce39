import { againstSources } from '../../../evidence/source/against-sources';
import { isSaidInParts } from '../../../evidence/source/said-in-parts';
import type { SourceQuantity } from '../../../evidence/source/source-quantities';
import { convertible, sameConcept, sameValue, agreementOf } from '../../../facts/compare';
import type { SentenceFacts } from '../../../facts/extract';
import type { QuantityFact } from '../../../facts/fact';
import { overlaps } from '../../../text/span';
import { amountsOf } from '../../../facts/medications/compare';
import { topicOf } from '../../../facts/quantities/topic';
import { distinctValues, saidValue } from '../../../facts/quantities/said-value';
import { once } from '../../../once';
import { timingOf } from '../../../facts/times/timing';
import type { CheckInput } from '../../check';
import { amountsGiven, conflictingAmounts, givesDose } from '../dose/evidence';
import { comparedOrders } from '../medication/evidence';
import { byBinding, type Candidate, candidatesFor, type NoteQuantity } from './candidates';
import { isOfOtherQuestion, isPutRightNext } from '../time/apart';
import { isToldInWords } from '../time/evidence';
import { leftOver } from './left-over-values';
import {
  conflictsWith,
  isAmount,
  isBoundLost,
  isDoubtful,
  isFarFrom,
  isOfAnotherThing,
  isOtherUnit,
  isPrecise,
  isStrong,
  isTelling,
  mayMean,
} from './bonds';
import { isCorrected } from './corrections';

/** What the sources say about a number of the note. */
export type Alignment =
  | { outcome: 'supported'; best: SourceQuantity }
  /** `isBound`: so surely of the same thing that one may be put in place of the other. */
  | { outcome: 'contradicted' | 'wrong-unit'; best: SourceQuantity; isBound: boolean }
  /** The value is there, and said of something else. */
  | { outcome: 'elsewhere'; best: SourceQuantity }
  /** The value is there, and it can't be told whether it is about the same thing. */
  | { outcome: 'undecided' }
  /** A length of time that is told in words, or by a date. */
  | { outcome: 'in-words' }
  | { outcome: 'not-found' };

/** True for a number that can be checked: it has a unit, or it is the value of a named measurement. */
export function isCheckable(fact: QuantityFact): boolean {
  return fact.unit.dimension !== 'none' || fact.concept?.kind === 'measurement';
}

/** A number of a statement with what the sources say about it. */
export interface AlignedQuantity {
  note: NoteQuantity;
  alignment: Alignment;
}

const aligned = againstSources<AlignedQuantity[]>();

/** Every number of the statement that can be checked, with what the sources say about it. Made once per statement. */
export function alignQuantities(input: CheckInput): AlignedQuantity[] {
  const sources = input.sources.map(({ source }) => source);
  return aligned(input.facts, sources, () => {
    const numbers = input.facts.flatMap(({ quantities }) => quantities);
    const meaning = once(saidValue, (theirs: QuantityFact) =>
      numbers.filter((one) => isMeantBy(one, theirs)),
    );
    return input.facts.flatMap((sentence) =>
      sentence.quantities
        .filter((fact) => isCheckable(fact) && !fact.loose && !isAgreedDose(fact, input))
        .map((fact) => {
          const note = noteQuantity(sentence, fact);
          return { note, alignment: align(note, input, besides(fact, numbers, meaning)) };
        }),
    );
  });
}

/** True for an amount that the source gives for the same medicine: what it says beside of other amounts is no matter then. */
function isAgreedDose(fact: QuantityFact, input: CheckInput): boolean {
  return comparedOrders(input).some(({ note, theirs }) =>
    amountsOf(note).some(
      (amount) =>
        overlaps(amount, fact) && amountsGiven(theirs).some((given) => givesDose(amount, note, given)),
    ),
  );
}

/** True for an amount of a medicine that the source gives otherwise, and may bear out all the same: the rule for doses weighs that. */
function isAcquittedDose(fact: QuantityFact, input: CheckInput): boolean {
  return comparedOrders(input).some(
    (compared) =>
      amountsGiven(compared.theirs).length > 0 &&
      amountsOf(compared.note).some(
        (amount) => overlaps(amount, fact) && conflictingAmounts(amount, compared, input).length === 0,
      ),
  );
}

/** The other numbers of a number's statement: what the source says of one of them is not what it says of this one. */
interface Besides {
  /** Each value once. */
  others: readonly QuantityFact[];
  /** The one right before it. */
  before?: QuantityFact;
  /** True when one of them gives what a number of the source says. */
  mean: (theirs: QuantityFact) => boolean;
}

function besides(
  fact: QuantityFact,
  numbers: readonly QuantityFact[],
  meaning: (theirs: QuantityFact) => readonly QuantityFact[],
): Besides {
  const others = numbers.filter((other) => !overlaps(other, fact));
  const before = others.findLast(({ end }) => end <= fact.start);
  return {
    others: distinctValues(others),
    ...(before && { before }),
    mean: (theirs) => meaning(theirs).some((other) => !overlaps(other, fact)),
  };
}

function noteQuantity(sentence: SentenceFacts, fact: QuantityFact): NoteQuantity {
  const timing = timingOf(sentence, fact);
  return { fact, topic: topicOf(sentence, fact), ...(timing && { timing }) };
}

/** True for a number that the next turn puts right, or a time that answers another question. */
function isAnsweredElse(
  { fact, timing }: NoteQuantity,
  quantity: SourceQuantity,
  input: CheckInput,
): boolean {
  const { value: low, high = low, start, end } = fact;
  if (isPutRightNext({ low, high }, quantity)) return true;
  return (
    fact.unit.dimension === 'time' &&
    isOfOtherQuestion({ start, end, ahead: timing === 'future' }, quantity, input)
  );
}

/** @param besides the statement's other numbers ("38 cm against 35 cm, 3 cm difference") */
function align(note: NoteQuantity, input: CheckInput, { others, before, mean }: Besides): Alignment {
  const candidates = candidatesFor(note, input);
  const agreeing = candidates.filter((one) => one.agreement !== 'none' && mayMean(note.fact, one));
  const [supports, ...more] = agreeing.filter((one) => !isDoubtful(note, one)).sort(byBinding);
  if (supports && isBoundLost(note.fact, [supports, ...more]))
    return { outcome: 'contradicted', best: supports.quantity, isBound: true };
  if (supports) return { outcome: 'supported', best: supports.quantity };
  if (note.fact.unit.dimension === 'time' && isToldInWords(note.fact, input)) return { outcome: 'in-words' };
  const { value, high = value, unit } = note.fact;
  const sources = input.sources.map(({ source }) => source);
  if (isSaidInParts(value, high, unit.code, sources)) return { outcome: 'undecided' };
  const isAcquitted = isAcquittedDose(note.fact, input);
  const conflicts = (isAcquitted ? [] : candidates)
    .filter((one) => one.agreement === 'none' && conflictsWith(note, one))
    .filter(({ quantity: { fact } }) => !mean(fact) && !(before && isFormerValue(before, note.fact, fact)))
    .filter(({ quantity }) => !isAnsweredElse(note, quantity, input))
    .sort(byBinding);
  // The number itself, said without its unit, counts more than another one with it.
  const isSaid = agreeing.some(
    ({ quantity: { fact }, window, concept }) =>
      concept !== 'other' &&
      (window !== undefined || isPrecise(note.fact, fact)) &&
      isTelling(note.fact, fact),
  );
  const nearest = Math.max(...agreeing.filter(isInEvidence).map(({ affinity }) => affinity));
  const strong = isSaid
    ? undefined
    : conflicts.find(
        (one) => isStrong(note, one) && one.affinity > nearest && !isCorrected(note, one, agreeing),
      );
  // That another measurement has a bound or a range which fits says nothing of this one.
  const isOfOther = ({ concept, agreement }: Candidate): boolean =>
    concept === 'other' && agreement === 'partial';
  const isSaidNear = agreeing.some((one) => !isFarFrom(note.fact, one) && !isOfOther(one));
  const named = isSaidNear ? undefined : conflicts.find(({ concept }) => concept === 'same');
  const likeliest = agreeing.length > 0 ? (strong ?? named) : conflicts[0];
  const isMeant = likeliest && !isOfAnotherThing(note, likeliest) && !isOneOfSeveral(likeliest, conflicts);
  const best = isMeant ? likeliest : undefined;
  if (best) {
    const outcome = isOtherUnit(note.fact, best.quantity.fact) ? 'wrong-unit' : 'contradicted';
    return { outcome, best: best.quantity, isBound: isBound(best) };
  }
  const left = isAcquitted ? undefined : leftOver(note, candidates, others);
  if (left) return { outcome: 'contradicted', best: left.quantity, isBound: isBound(left) };
  const [weak] = [...agreeing].sort(byBinding);
  if (!weak || !agreeing.some((one) => isAmount(note.fact, one))) return { outcome: 'not-found' };
  const isApart = agreeing.every(
    (one) =>
      one.concept === 'other' ||
      one.sameTiming === false ||
      (one.window === undefined && one.agreement === 'full'),
  );
  const hasUnit = note.fact.unit.dimension !== 'none' && note.fact.unit.dimension !== 'score';
  return isApart && hasUnit ? { outcome: 'elsewhere', best: weak.quantity } : { outcome: 'undecided' };
}

/** Words in common, or the name of what is measured, that make it the same thing. */
const boundAffinity = 0.8;

function isBound({ concept, affinity }: Candidate): boolean {
  return concept === 'same' || affinity >= boundAffinity;
}

function isInEvidence({ concept, window }: Candidate): boolean {
  return concept !== 'other' && window !== undefined;
}

/** How far before a number the one that it took the place of stands: "5 → ~2 cm". */
const formerReach = 5;

/** True when the source's number is the one that a note gives right before this one, and without its unit. */
function isFormerValue(other: QuantityFact, note: QuantityFact, theirs: QuantityFact): boolean {
  const gap = note.start - other.end;
  return (
    other.unit.dimension === 'none' &&
    gap >= 0 &&
    gap <= formerReach &&
    other.value === theirs.value &&
    other.concept === undefined
  );
}

/** True when a number of the source is the one that another number of the statement gives. */
function isMeantBy(other: QuantityFact, theirs: QuantityFact): boolean {
  return sameConcept(other, theirs) !== 'other' && agreementOf(other, theirs) === 'full';
}

/** Two bonds that differ by less don't tell which of two numbers is meant. */
const telling = 0.3;

/**
 * True when the source gives another value that is bound as well, so that nobody knows which one is meant: of the same
 * measurement, which was taken twice, or where none is named.
 */
function isOneOfSeveral(best: Candidate, conflicts: readonly Candidate[]): boolean {
  return conflicts.some(
    (one) =>
      (best.concept !== 'same' || one.concept === 'same') &&
      one.affinity > best.affinity - telling &&
      !(
        convertible(one.quantity.fact, best.quantity.fact) && sameValue(one.quantity.fact, best.quantity.fact)
      ),
  );
}
