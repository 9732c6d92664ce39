import { isBareValue, isOrderedBare } from '../../evidence/source/bare-orders';
import type { SourceOrder } from '../../evidence/source/source-orders';
import { sameValue } from '../../facts/compare';
import type { SentenceFacts } from '../../facts/extract';
import { doseDimensions, type QuantityFact } from '../../facts/fact';
import {
  amountsOf,
  comparable,
  daily,
  sameAmount,
  sameDailyAmount,
  sameSingleAmount,
} from '../../facts/medications/compare';
import type { MedicationAmount, MedicationFact } from '../../facts/medications/medication-fact';
import { findNumbers } from '../../facts/numbers';
import { convert, readUnit } from '../../facts/units';
import { spanOf } from '../../facts/token-reach';
import { overlaps, type Span } from '../../text/span';
import type { CheckInput } from '../check';
import { type ComparedOrder, ordersOf } from './medication-evidence';
import { isNoDose, usualDoseOf, withUnits } from './usual-dose';

/** An amount of the source with its place. */
export interface Given {
  place: SourceOrder;
  amount: MedicationAmount;
  /** Nobody said the unit: it is the one that the medicine is dosed in. */
  implied?: true;
}

/** Every amount that is said of a medicine at these places. */
export function amountsGiven(places: readonly SourceOrder[]): Given[] {
  return places.flatMap((said) => {
    const place = { ...said, order: withUnits(said.order, said.source.terminology) };
    const before = amountsOf(said.order);
    return amountsOf(place.order)
      .map((amount, at): Given => ({
        place,
        amount,
        ...(before[at] !== amount && { implied: true as const }),
      }))
      .filter(({ amount }) => !isNoDose(amount, said));
  });
}

/** True when an amount of the note is what the source gives here: by itself, by so many tablets, or by what it comes to in a day. */
export function givesDose(amount: MedicationAmount, note: MedicationFact, one: Given): boolean {
  const { order } = one.place;
  return (
    (comparable(amount, one.amount) && (sameAmount(amount, one.amount) || isOfSeveral(amount, one))) ||
    (amount === note.strength &&
      (sameDailyAmount(note, order) || sameSingleAmount(note, order) || isWholeDay(note, one)))
  );
}

/** True when the source gives what the note's doses come to in a day: "three grams" for "1 g three times a day". */
function isWholeDay(note: MedicationFact, { place, amount }: Given): boolean {
  if (place.order.frequency || amount.unit.dimension === 'none') return false;
  return daily(note).some((sum) => sum.unit.dimension === amount.unit.dimension && sameValue(sum, amount));
}

/** So many tablets are counted beside their strength, which says more than the strength. */
const counted = [2, 3, 4];

/** True when the source counts or halves what it gives the strength of: "five hundred, two in the morning" is a gram. */
function isOfSeveral(amount: MedicationAmount, { place, amount: other }: Given): boolean {
  const sentence = place.source.factsAt(place.segment, other.start);
  if (!sentence) return false;
  const half = { ...other, value: other.value / 2, alternatives: [], decimals: 3 };
  if (sameAmount(amount, half) && isHalvedNear(place)) return true;
  return counted.some(
    (count) =>
      sameAmount(amount, { ...other, value: other.value * count, alternatives: [] }) &&
      findNumbers(sentence.tokens).some(({ value, to }) => value === count && !readUnit(sentence.tokens, to)),
  );
}

function isHalvedNear({ source, segment }: SourceOrder): boolean {
  return source
    .around(segment, 1)
    .some(({ sentences }) =>
      sentences.some(({ tokens }) => tokens.some(({ text }) => /^hal(?:f|ves?|ving|ved)$/.test(text))),
    );
}

/** True when the amount stands somewhere in a source without being another medicine's. */
function standsElsewhere(amount: MedicationAmount, name: string, input: CheckInput): boolean {
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
          quantities.some(isOpen) &&
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

/** The most that may be taken is not what is taken. */
function isLimit(amount: MedicationAmount, other: MedicationAmount): boolean {
  return other.comparator === '<' && amount.comparator !== '<';
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
  return [...input.facts.flatMap(({ quantities }) => quantities), ...own].filter(
    (other) => !overlaps(other, amount) && !foreign.some((one) => overlaps(one, other)),
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
  const besides = otherAmounts(amount, note, input);
  const free = given.filter(
    ({ amount: other }) => !isLimit(amount, other) && !besides.some((own) => sameValue(own, other)),
  );
  const others = free.filter(({ amount: other }) => comparable(amount, other));
  const against = others.length > 0 ? others : free.filter((one) => otherUnit(amount, one));
  if (against.length === 0 || standsElsewhere(amount, note.concept.name, input)) return [];
  // "Forty" is said, and 40 g is another amount all the same.
  const isOtherUnit = against.some(({ amount: other }) => other.value === amount.value);
  return isOtherUnit || !isSaidNear(amount, note, theirs) ? against : [];
}

/** A number below this is said of too many things to be the medicine's wherever it stands. */
const tellingNumber = 5;

/** So many turns around the medicine may speak of its amount; more where the number stands alone ("okay, twelve now"). */
const near = 2;
const nearAlone = 4;

/** What may stand behind a dose that is said without a unit; anything else is counted or measured by the number. */
const behindDose =
  /^(?:[,.;?!]|now|once|twice|then|again|today|tonight|and|at|in|since|a|every|from|for|if)?$/;

/** True for a number that is the amount of another medicine named beside it, or what a measurement came to. */
function isOfAnother({ orders, quantities }: SentenceFacts, number: Span, name: string): boolean {
  return (
    orders.some(
      (order) =>
        order.concept.name !== name &&
        !order.carried &&
        amountsOf(order).some((amount) => overlaps(amount, number)),
    ) ||
    quantities.some(({ concept, number: own }) => concept?.kind === 'measurement' && overlaps(own, number))
  );
}

/** True when the bare number is said in a turn beside one that speaks of the medicine ("I'm at one forty now"). */
function isSaidNear(
  amount: MedicationAmount,
  { concept: { name } }: MedicationFact,
  theirs: readonly SourceOrder[],
): boolean {
  const isSmall = amount.value < tellingNumber && Number.isInteger(amount.value);
  const isSaid = (sentences: readonly SentenceFacts[], alone: boolean): boolean =>
    sentences.some((sentence) => {
      const { tokens } = sentence;
      return findNumbers(tokens).some(
        (number) =>
          isBareValue(tokens, number, amount.value) &&
          !isOfAnother(sentence, spanOf(tokens, number.from, number.to), name) &&
          (!alone || behindDose.test(tokens[number.to]?.text ?? '')) &&
          (!isSmall || (alone && /^(?:to|on|at|below|the)$/.test(tokens[number.from - 1]?.text ?? ''))),
      );
    });
  // A turn that names the medicine a thousand times is read once.
  const places = theirs.filter(
    ({ source, segment }, at) =>
      at === 0 || source !== theirs[at - 1]?.source || segment !== theirs[at - 1]?.segment,
  );
  const sources = [...new Set(theirs.map(({ source }) => source))];
  if (sources.some((source) => isOrderedBare(source, amount.value))) return true;
  return places.some(
    ({ source, segment }) =>
      source.around(segment, near).some(({ sentences }) => isSaid(sentences, false)) ||
      source.around(segment, nearAlone).some(({ sentences }) => isSaid(sentences, true)),
  );
}
