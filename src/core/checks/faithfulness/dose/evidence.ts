import type { SourceIndex } from '../../../evidence/source/source-index';
import type { SourceOrder } from '../../../evidence/source/source-orders';
import { isTurned, sameValue } from '../../../facts/compare';
import { doseDimensions, type QuantityFact } from '../../../facts/fact';
import { isProductVolume } from '../../../facts/medications/product-volume';
import {
  amountsOf,
  comparable,
  daily,
  sameAmount,
  sameDailyAmount,
  sameSingleAmount,
  single,
} from '../../../facts/medications/compare';
import {
  ending,
  type MedicationAmount,
  type MedicationFact,
} from '../../../facts/medications/medication-fact';
import { tabletsAtATime } from '../../../facts/medications/tablet-counts';
import { convert } from '../../../facts/quantities/units';
import { oncePer } from '../../../once';
import { overlaps } from '../../../text/span';
import type { CheckInput } from '../../check';
import { isCounted, isSaidInUnit } from './counted';
import { isOfSeveral } from './of-several';
import { isSaidNear } from './said-near';
import { type ComparedOrder, ordersOf } from '../medication/evidence';
import { isCountUnnamed, isNoDose, usualDoseOf, withUnits } from './usual-dose';

/** An amount of the source with its place. */
export interface Given {
  place: SourceOrder;
  amount: MedicationAmount;
  /** Nobody said the unit: it is the one that the medicine is dosed in. */
  implied?: true;
  /** `amount` is that of so many tablets together. */
  counted?: { count: number; each: MedicationAmount };
}

/** Every amount that is said of a medicine at these places: read once for the same list of them. */
export const amountsGiven = oncePer(readGiven);

function readGiven(places: readonly SourceOrder[]): readonly Given[] {
  return places.flatMap((said) => {
    const place = { ...said, order: withUnits(said.order, said.source.terminology) };
    const before = amountsOf(said.order);
    return amountsOf(place.order)
      .flatMap((amount, at): Given[] => {
        const implied = before[at] !== amount && { implied: true as const };
        const several = amount === place.order.strength ? ofTablets(place.order) : [];
        if (several.length === 0) return [{ place, amount, ...implied }];
        return several.map((counted) => ({ place, ...implied, ...counted }));
      })
      .filter(({ amount }) => !isNoDose(amount, said));
  });
}

/** "Two of the 500 mg tablets" gives 1,000 mg, and no 500 mg. */
function ofTablets(order: MedicationFact): Pick<Given, 'amount' | 'counted'>[] {
  const { strength: each, each: isOfOne } = order;
  const counts = tabletsAtATime(order);
  if (!each || !isOfOne || each.parts || each.unit.dimension === 'none') return [];
  return single(order).flatMap((amount, at) => {
    const count = counts[at];
    return count === undefined ? [] : [{ amount, ...(count !== 1 && { counted: { count, each } }) }];
  });
}

/** True when an amount of the note is what the source gives here: by itself, by so many tablets, or by what it comes to in a day. */
export function givesDose(amount: MedicationAmount, note: MedicationFact, one: Given): boolean {
  const { order } = one.place;
  // How many tablets of the same strength are taken, the note's count tells.
  if (amount === note.strength && one.counted && tabletsAtATime(note).length > 0)
    if (sameAmount(amount, one.counted.each)) return true;
  if (amount.unit.code === '{form}' && sameSingleAmount(note, order)) return true;
  return (
    (comparable(amount, one.amount) &&
      !isTurned(amount, one.amount) &&
      (sameAmount(amount, one.amount) || isOfSeveral(amount, note, one))) ||
    (amount === note.strength &&
      (sameDailyAmount(note, order) || sameSingleAmount(note, order) || isWholeDay(note, one)))
  );
}

/** True when the source gives what the note's doses come to in a day: "three grams" for "1 g three times a day". */
function isWholeDay(note: MedicationFact, { place, amount }: Given): boolean {
  if (place.order.frequency || amount.unit.dimension === 'none') return false;
  return daily(note).some((sum) => sum.unit.dimension === amount.unit.dimension && sameValue(sum, amount));
}

/** True when the amount stands somewhere in a source without being another medicine's. */
function standsElsewhere(
  amount: MedicationAmount,
  name: string,
  given: readonly Given[],
  input: CheckInput,
): boolean {
  // "Two of the 50 mg tablets" are no 50 mg.
  const ofOne = given.flatMap(({ place, counted }) =>
    counted ? [{ source: place.source, ...counted }] : [],
  );
  const isOfOne = (source: SourceIndex, fact: QuantityFact): boolean =>
    ofOne.some((one) => one.source === source && overlaps(one.each, fact));
  const isOpen = (fact: QuantityFact): boolean =>
    fact.unit.dimension !== 'none' &&
    !fact.loose &&
    fact.concept?.kind !== 'measurement' &&
    fact.concept?.kind !== 'age' &&
    (fact.concept === undefined || fact.concept.name === name) &&
    sameValue(amount, fact);
  return input.sources.some(({ source }) =>
    source.segments.some(({ sentences }) =>
      sentences.some(
        ({ quantities, orders }) =>
          quantities.some((fact) => isOpen(fact) && !isOfOne(source, fact)) &&
          !orders.some(
            (order) =>
              order.concept.name !== name &&
              // What a sentence that names the medicine says of no medicine is hardly of the one before.
              !(order.carried && orders.some(({ concept }) => concept.name === name)) &&
              amountsOf(order).some((other) => isOpen({ ...other, kind: 'quantity' })),
          ),
      ),
    ),
  );
}

/** The same number with a unit of another kind: "40 mL" for "40 mg". */
function otherUnit(amount: MedicationAmount, { amount: other, implied }: Given): boolean {
  return (
    !implied &&
    !isCountUnnamed(other) &&
    other.unit.dimension !== 'none' &&
    doseDimensions.has(other.unit.dimension) &&
    !comparable(amount, other) &&
    amount.perWeight === other.perWeight &&
    amount.value === other.value &&
    amount.high === other.high
  );
}

/** The statement's own sum: "1500 mg BID (3 g/day)". */
function isDailySum(amount: MedicationAmount, note: MedicationFact, input: CheckInput): boolean {
  return ordersOf(note.concept.name, input)
    .filter(({ strength }) => strength && !overlaps(strength, amount))
    .flatMap((order) => daily(order))
    .some((sum) => sum.unit.dimension === amount.unit.dimension && sameValue(amount, sum));
}

/** "Rosuvastatin ten, but he's stopped that": what is taken up again may be taken up at another dose. */
function isEnded({ order: { action } }: SourceOrder): boolean {
  return action !== undefined && ending.has(action.name);
}

const resumed = /^\s*(?:was |is |to be |will be )?(?:re-?(?:started|commenced|introduced)|resumed)\b/i;

/** The most that may be taken is not what is taken; "at least" turns it round. */
function isLimit(amount: MedicationAmount, other: MedicationAmount): boolean {
  return other.comparator === '<' && amount.comparator !== '<' && !isTurned(amount, other);
}

/**
 * The statement's other amounts that are not another medicine's: what the source says of one of them ("45/15 mg, today
 * 60/30 mg", "1 mg three times, 3 mg in all") it does not say against this one.
 */
function otherAmounts(amount: MedicationAmount, note: MedicationFact, input: CheckInput): QuantityFact[] {
  const foreign = input.facts
    .flatMap(({ orders }) => orders)
    .filter(({ concept }) => concept.name !== note.concept.name)
    .flatMap((order) => amountsOf(order));
  const own = ordersOf(note.concept.name, input).flatMap((order) => amountsOf(order));
  const { text } = input.statement;
  return [...input.facts.flatMap(({ quantities }) => quantities), ...own].filter(
    (other) =>
      !overlaps(other, amount) &&
      !foreign.some((one) => overlaps(one, other)) &&
      !isProductVolume(other, text),
  );
}

/**
 * "Sertraline 100 g", where a hundred is said near the medicine without its unit: the number is a usual dose in the unit that
 * it is dosed in, and far from one in the note's.
 */
function unitSlip(
  amount: MedicationAmount,
  note: MedicationFact,
  theirs: readonly SourceOrder[],
  given: readonly Given[],
): Given[] {
  const { name } = note.concept;
  const [place] = theirs;
  const usual = place && usualDoseOf(name, place.source.terminology);
  if (!usual || amount.parts || amount.perWeight || amount.unit.dimension !== 'mass') return [];
  const meant = convert(amount.value, amount.unit, usual.unit);
  if (meant === undefined || usual.isUsual(meant) || !usual.isUsual(amount.value)) return [];
  if (given.some((one) => comparable(amount, one.amount) && sameAmount(amount, one.amount))) return [];
  if (!isSaidNear(amount, note, theirs)) return [];
  const { start, end } = place.order.carried ? place.order : place.order.concept;
  return [{ place, amount: { ...amount, start, end, unit: usual.unit }, implied: true }];
}

/** The source's amounts of a medicine that the note's amount differs from; none where one of them, or what is said nearby, may bear it out. */
export function conflictingAmounts(
  amount: MedicationAmount,
  { note, theirs }: ComparedOrder,
  input: CheckInput,
): Given[] {
  if (amount.unit.dimension === 'none' || amount.loose || isDailySum(amount, note, input)) return [];
  const given = amountsGiven(theirs);
  const slipped = unitSlip(amount, note, theirs, given);
  if (slipped.length > 0) return slipped;
  if (given.length === 0 || given.some((one) => givesDose(amount, note, one))) return [];
  if (isSaidInUnit(amount, given) || isCounted(amount, note, given, input)) return [];
  const isResumed =
    note.action?.name === 'start' || resumed.test(input.statement.text.slice(note.concept.end));
  const besides = otherAmounts(amount, note, input);
  const free = given.filter(
    ({ amount: other, place }) =>
      !isLimit(amount, other) &&
      !(isResumed && isEnded(place)) &&
      !besides.some((own) => sameValue(own, other)),
  );
  const others = free.filter(({ amount: other }) => comparable(amount, other));
  const against = others.length > 0 ? others : free.filter((one) => otherUnit(amount, one));
  if (against.length === 0 || standsElsewhere(amount, note.concept.name, given, input)) return [];
  // "Forty" is said, and 40 g is another amount all the same.
  const isOtherUnit = against.some(({ amount: other }) => other.value === amount.value);
  return isOtherUnit || !isSaidNear(amount, note, theirs) ? against : [];
}
