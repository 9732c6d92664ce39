import type { SourceIndex } from '../../evidence/source/source-index';
import type { SourceQuantity } from '../../evidence/source/source-quantities';
import { convertible, sameConcept, sameValue, agreementOf } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import type { QuantityFact } from '../../facts/fact';
import { convert, type Dimension } from '../../facts/units';
import { overlaps } from '../../text/span';
import { amountsOf } from '../../facts/medications/compare';
import { topicOf } from '../../facts/quantity-topic';
import { timingOf } from '../../facts/timing';
import type { CheckInput } from '../check';
import { amountsGiven, conflictingAmounts, givesDose } from './dose-evidence';
import { comparedOrders } from './medication-evidence';
import { byBinding, type Candidate, candidatesFor, type NoteQuantity, smallNumber } from './value-candidates';
import { leftOver } from './left-over-values';

/** What the sources say about a number of the note. */
export type Alignment =
  | { outcome: 'supported' | 'contradicted' | 'wrong-unit'; best: SourceQuantity }
  /** The value is there, and said of something else. */
  | { outcome: 'elsewhere'; best: SourceQuantity }
  /** The value is there, and it can't be told whether it is about the same thing. */
  | { outcome: 'undecided' }
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

/** By the statement's facts, which live as long as a statement stays as it is. */
const aligned = new WeakMap<
  readonly SentenceFacts[],
  { sources: readonly SourceIndex[]; made: AlignedQuantity[] }
>();

/** Every number of the statement that can be checked, with what the sources say about it. Made once per statement. */
export function alignQuantities(input: CheckInput): AlignedQuantity[] {
  const known = aligned.get(input.facts);
  const sources = input.sources.map(({ source }) => source);
  if (known && areSame(known.sources, sources)) return known.made;
  const made = input.facts.flatMap((sentence) =>
    sentence.quantities
      .filter((fact) => isCheckable(fact) && !fact.loose && !isAgreedDose(fact, input))
      .map((fact) => {
        const note = noteQuantity(sentence, fact);
        return { note, alignment: align(note, input, othersOf(fact, input)) };
      }),
  );
  aligned.set(input.facts, { sources, made });
  return made;
}

/** True for the same sources in the same order. */
export function areSame(known: readonly SourceIndex[], sources: readonly SourceIndex[]): boolean {
  return known.length === sources.length && known.every((source, at) => source === sources[at]);
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

/** The statement's other numbers. */
function othersOf(fact: QuantityFact, input: CheckInput): QuantityFact[] {
  return input.facts.flatMap(({ quantities }) => quantities).filter((other) => !overlaps(other, fact));
}

function noteQuantity(sentence: SentenceFacts, fact: QuantityFact): NoteQuantity {
  const timing = timingOf(sentence, fact);
  return { fact, topic: topicOf(sentence, fact), ...(timing && { timing }) };
}

/** From here on it counts as the note's value wherever it is said. */
const tellingAnywhere = 100;

/** True where the number alone tells enough: large, with decimals, or a score, which speakers give without its scale. */
function isTelling(note: QuantityFact, bare: QuantityFact): boolean {
  const decimals = note.decimals > 0 && bare.decimals > 0;
  return note.value >= smallNumber || decimals || note.unit.dimension === 'score';
}

/** True when a source quantity that has the note's value may be meant by it. */
function mayMean(
  note: QuantityFact,
  { quantity: { fact }, concept, window, sameTiming }: Candidate,
): boolean {
  if (concept === 'same' || window !== undefined || sameTiming) return true;
  return !fact.loose && (fact.unit.dimension !== 'none' || isTelling(note, fact));
}

/** Words in common without which a bare number that is said all the time, or that counts things, is no amount. */
const smallAffinity = 0.8;
const countingAffinity = 1;

/** False for a number without a unit that hardly stands for the note's amount: "two drops", "the blue one", a small one apart. */
function isAmount(note: QuantityFact, { quantity, concept, window, affinity }: Candidate): boolean {
  const { fact, counting } = quantity;
  const hasUnit = fact.unit.dimension !== 'none';
  if (hasUnit || concept === 'same' || unitsOfWriting.has(note.unit.dimension)) return true;
  if (counting) return window !== undefined && affinity >= countingAffinity;
  return isTelling(note, fact) || affinity >= smallAffinity;
}

/** Numbers that speakers give without a unit: "it's a four" is 4/10, and "5/7" may be a time. */
const unitsOfWriting: ReadonlySet<Dimension> = new Set(['none', 'score']);

/**
 * @param others the statement's other numbers: what the source says of one of them is not what it says of this one ("38 cm
 *   against 35 cm, 3 cm difference")
 */
function align(note: NoteQuantity, input: CheckInput, others: readonly QuantityFact[]): Alignment {
  const candidates = candidatesFor(note, input);
  const agreeing = candidates.filter((one) => one.agreement !== 'none' && mayMean(note.fact, one));
  const supports = agreeing.filter((one) => !isDoubtful(note, one)).sort(byBinding)[0];
  if (supports) return { outcome: 'supported', best: supports.quantity };
  const isAcquitted = isAcquittedDose(note.fact, input);
  const conflicts = (isAcquitted ? [] : candidates)
    .filter((one) => one.agreement === 'none' && conflictsWith(note, one))
    .filter(
      ({ quantity: { fact } }) =>
        !others.some((other) => isMeantBy(other, fact) || isFormerValue(other, note.fact, fact)),
    )
    .sort(byBinding);
  // The number itself, said without its unit, counts more than another one with it.
  const isSaid = agreeing.some(
    ({ quantity: { fact }, window, concept }) =>
      concept !== 'other' &&
      (window !== undefined || isPrecise(note.fact, fact)) &&
      isTelling(note.fact, fact),
  );
  const strong = isSaid
    ? undefined
    : conflicts.find((one) => isStrong(note, one) && !isCorrected(note, one, agreeing));
  const likeliest = agreeing.length > 0 ? strong : conflicts[0];
  const best = likeliest && !isOneOfSeveral(likeliest, conflicts) ? likeliest : undefined;
  if (best) {
    const outcome = isOtherUnit(note.fact, best.quantity.fact) ? 'wrong-unit' : 'contradicted';
    return { outcome, best: best.quantity };
  }
  const left = isAcquitted ? undefined : leftOver(note, candidates, others);
  if (left) return { outcome: 'contradicted', best: left.quantity };
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

/** "Ninety-eight six" is 98.6: a number that hardly anything else has. */
function isPrecise(note: QuantityFact, { value, decimals, alternatives }: QuantityFact): boolean {
  return decimals > 0 || value >= tellingAnywhere || (note.decimals > 0 && alternatives.includes(note.value));
}

/** So many letters lie between a slip of the tongue and what puts it right. */
const correctionReach = 90;
const corrects = /\b(?:no|sorry|wait|actually|rather|tell a lie|i mean|scrap that)\b/i;

/** "Ninety-three, no, sorry, it's ninety-six on air": the note's number puts the other right. */
function isCorrected(
  { fact: ours }: NoteQuantity,
  { quantity: theirs }: Candidate,
  agreeing: readonly Candidate[],
): boolean {
  return agreeing.some(({ concept, quantity: { source, segment, fact } }) => {
    const gap = fact.start - theirs.fact.end;
    return (
      concept !== 'other' &&
      source === theirs.source &&
      segment === theirs.segment &&
      gap > 0 &&
      gap <= correctionReach &&
      corrects.test(source.text.slice(theirs.fact.end, fact.start)) &&
      isTelling(ours, fact)
    );
  });
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

/** A value that the source gives for something else, or that fits by one reading of several, is weak support. */
function isDoubtful(note: NoteQuantity, one: Candidate): boolean {
  if (one.concept === 'other' || one.sameTiming === false) return true;
  if (one.concept === 'same') return false;
  if (one.window === undefined && one.sameTiming !== true && one.affinity < fewestAffinity) return true;
  const { fact } = one.quantity;
  const bare =
    fact.unit.dimension === 'none' &&
    one.window !== undefined &&
    one.affinity >= bareAffinity &&
    isTelling(note.fact, fact);
  return one.agreement === 'partial' && !bare;
}

/** Words in common that bind two numbers where no concept does. */
const fewestAffinity = 0.3;
/** The same where one slip of the pen makes one of the other, which needs less. */
const likeAffinity = 0.4;
const strongAffinity = 1;
/** Enough of them for a number without a unit. */
const bareAffinity = 0.8;
/** What it counts towards them when both point the same way in time, and when it stands in an evidence window. */
const timingBonus = 0.2;
const windowBonus = 0.3;

/** Kinds of unit that are taken for each other, beside those that can be converted. */
const confused: readonly ReadonlySet<Dimension>[] = [
  new Set(['mass', 'volume', 'units', 'equivalents']),
  new Set(['mass-concentration', 'substance-concentration', 'activity', 'count-concentration', 'compound']),
];

/** The same number in another unit: "5 mcg" for "5 mg", "3 days" for "3 weeks". */
function isOtherUnit(note: QuantityFact, source: QuantityFact): boolean {
  if (note.value !== source.value || note.high !== source.high || note.unit.code === source.unit.code)
    return false;
  if (note.unit.dimension === 'none' || source.unit.dimension === 'none') return false;
  if (note.perWeight !== source.perWeight) return false;
  const mixed = confused.some((kinds) => kinds.has(note.unit.dimension) && kinds.has(source.unit.dimension));
  return mixed || (note.unit.dimension === source.unit.dimension && convertible(note, source));
}

/** True when the source quantity may stand for the same thing, and so says otherwise. */
function conflictsWith(note: NoteQuantity, one: Candidate): boolean {
  const { fact, asked } = one.quantity;
  if (
    asked ||
    one.concept === 'other' ||
    one.sameTiming === false ||
    fact.loose ||
    note.fact.change !== fact.change ||
    isOfAnotherSize(note.fact, fact) ||
    note.fact.perWeight !== fact.perWeight
  )
    return false;
  // Nine tablets of one thing are not the two puffs of another that was spoken of in between.
  if (fact.unit.dimension === 'dose-form' && fact.carried !== undefined) return false;
  const bare = fact.unit.dimension === 'none' || note.fact.unit.dimension === 'none';
  if (one.concept === 'same') return bare || convertible(note.fact, fact) || isOtherUnit(note.fact, fact);
  if (bare || !convertible(note.fact, fact) || note.fact.unit.dimension === 'frequency') return false;
  // How old somebody is, and how long something has lasted, are different questions.
  if (note.fact.concept?.kind === 'age' || fact.concept?.kind === 'age') return false;
  // When to come back is asked apart from how long anything else takes.
  if (note.fact.concept?.name === 'follow-up interval' && !one.sameTiming) return false;
  // Percentages are of everything.
  const likeness =
    isOtherUnit(note.fact, fact) || (note.fact.unit.code === fact.unit.code && fact.unit.code !== '%');
  const bound =
    one.affinity + (one.sameTiming ? timingBonus : 0) + (one.window === undefined ? 0 : windowBonus);
  return bound >= (likeness ? likeAffinity : strongAffinity);
}

/** A pen slips by a factor of ten, hardly by more: 88 kg is the mother, and 1,250 g her child. */
const largestSlip = 12;

function isOfAnotherSize(note: QuantityFact, source: QuantityFact): boolean {
  if (note.value === source.value || note.value === 0 || source.value === 0) return false;
  const theirs = convert(source.value, source.unit, note.unit) ?? source.value;
  const ratio = theirs / note.value;
  return ratio > largestSlip || ratio < 1 / largestSlip;
}

function isStrong(note: NoteQuantity, one: Candidate): boolean {
  const bare = one.quantity.fact.unit.dimension === 'none';
  if (one.concept === 'same') return !bare && note.fact.unit.dimension !== 'frequency';
  const sameUnit = one.quantity.fact.unit.code === note.fact.unit.code;
  return sameUnit && one.window !== undefined && one.affinity >= strongAffinity;
}
