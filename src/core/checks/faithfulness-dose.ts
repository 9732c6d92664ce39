import { citeSource } from '../evidence/citation-of';
import type { SourceOrder } from '../evidence/source-orders';
import { sameValue } from '../facts/compare';
import { doseDimensions, type QuantityFact } from '../facts/fact';
import { formatQuantity, replacement } from '../facts/format';
import {
  amountsOf,
  comparable,
  daily,
  sameAmount,
  sameDailyAmount,
  sameSingleAmount,
} from '../facts/medications/compare';
import { findNumbers } from '../facts/numbers';
import { readUnit } from '../facts/units';
import type { MedicationAmount, MedicationFact } from '../facts/medications/medication-fact';
import { overlaps } from '../text/span';
import type { Check, CheckInput, FindingDraft } from './check';
import { type ComparedOrder, comparedOrders, mostTelling, ordersOf } from './medication-evidence';

/** "20 mg", "875-125 mg". */
function written(amount: MedicationAmount): string {
  return amount.parts ? [amount.parts.join('-'), unitOf(amount)].join(' ').trim() : formatQuantity(amount);
}

function unitOf(amount: MedicationAmount): string {
  return formatQuantity({ ...amount, value: 2 }).replace(/^2 ?/, '');
}

/** An amount of the source with its place. */
interface Given {
  place: SourceOrder;
  amount: MedicationAmount;
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
              amountsOf(order).some((other) => isOpen({ ...other, kind: 'quantity' })),
          ),
      ),
    ),
  );
}

/** The same number with a unit of another kind: "40 mL" for "40 mg". */
function otherUnit(amount: MedicationAmount, { amount: other }: Given): boolean {
  return (
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

/** So many tablets are counted beside their strength, which says more than the strength. */
const counted = [2, 3, 4];

/** True when the source counts or halves what it gives the strength of: "five hundred, two in the morning" is a gram. */
function isOfSeveral(amount: MedicationAmount, { place, amount: other }: Given): boolean {
  const sentence = place.source.factsAt(place.segment, other.start);
  if (!sentence) return false;
  const isHalved = place.source
    .around(place.segment, 1)
    .some(({ sentences }) =>
      sentences.some(({ tokens }) => tokens.some(({ text }) => /^hal(?:f|ves?|ving|ved)$/.test(text))),
    );
  if (isHalved && sameAmount(amount, { ...other, value: other.value / 2, alternatives: [], decimals: 3 }))
    return true;
  return counted.some(
    (count) =>
      sameAmount(amount, { ...other, value: other.value * count, alternatives: [] }) &&
      findNumbers(sentence.tokens).some(({ value, to }) => value === count && !readUnit(sentence.tokens, to)),
  );
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

function conflicts(amount: MedicationAmount, { note, theirs }: ComparedOrder, input: CheckInput): Given[] {
  if (amount.unit.dimension === 'none' || amount.loose || isDailySum(amount, note, input)) return [];
  const given = theirs.flatMap((place) => amountsOf(place.order).map((other) => ({ place, amount: other })));
  const agrees = (one: Given): boolean =>
    (comparable(amount, one.amount) && (sameAmount(amount, one.amount) || isOfSeveral(amount, one))) ||
    (amount === note.strength &&
      (sameDailyAmount(note, one.place.order) || sameSingleAmount(note, one.place.order)));
  if (given.length === 0 || given.some(agrees)) return [];
  const besides = otherAmounts(amount, note, input);
  const free = given.filter(
    ({ amount: other }) => !isLimit(amount, other) && !besides.some((own) => sameValue(own, other)),
  );
  const others = free.filter(({ amount: other }) => comparable(amount, other));
  const against = others.length > 0 ? others : free.filter((one) => otherUnit(amount, one));
  if (against.length === 0 || standsElsewhere(amount, note.concept.name, input) || isSaidNear(amount, theirs))
    return [];
  return against;
}

/** A number below this is said of too many things to be the medicine's wherever it stands. */
const tellingNumber = 5;

/** So many turns around the medicine may speak of its amount. */
const near = 2;

/** True when the bare number is said in a turn beside one that speaks of the medicine ("I'm at one forty now"). */
function isSaidNear(amount: MedicationAmount, theirs: readonly SourceOrder[]): boolean {
  if (amount.value < tellingNumber && Number.isInteger(amount.value)) return false;
  return theirs.some(({ source, segment }) =>
    source
      .around(segment, near)
      .some(({ sentences }) =>
        sentences.some(({ tokens }) =>
          findNumbers(tokens).some(
            (number) => number.value === amount.value && readUnit(tokens, number.to) === undefined,
          ),
        ),
      ),
  );
}

/** "Increase to" what the source gives as the amount before the increase. */
function isOldAmount(note: MedicationFact, theirs: readonly SourceOrder[]): Given | undefined {
  const { strength, action } = note;
  if (!strength || (action?.name !== 'increase' && action?.name !== 'decrease')) return undefined;
  const isNew = theirs.some(({ order }) => {
    const isChange = order.previous !== undefined || order.action?.name === action.name;
    return isChange && order.strength && sameAmount(strength, order.strength);
  });
  const change = theirs.find(({ order }) => order.previous && sameAmount(strength, order.previous));
  const { strength: after, previous: before } = change?.order ?? {};
  if (isNew || !change || !after || !before) return undefined;
  const goes = after.value > before.value ? 'increase' : 'decrease';
  return goes === action.name ? { place: change, amount: after } : undefined;
}

function draft(
  amount: MedicationAmount,
  note: MedicationFact,
  { place, amount: theirs }: Given,
  all: readonly Given[],
): FindingDraft {
  const values = [...new Set(all.map((one) => written(one.amount)))];
  const expected = written(theirs);
  const fix = values.length === 1 && !amount.parts && !theirs.parts ? replacement(amount, theirs) : undefined;
  return {
    start: amount.start,
    end: amount.end,
    verdict: 'contradicted',
    message: `The source gives ${values.slice(0, 3).join(' or ')} for ${note.concept.name}, not ${written(amount)}.`,
    expected,
    citations: [citeSource(place.source, place.segment, theirs)],
    fixes: fix ? [{ ...fix, title: `Take the source's dose: ${expected}` }] : [],
  };
}

function check(compared: ComparedOrder, input: CheckInput): FindingDraft[] {
  const { note, theirs } = compared;
  // What a dose was before may come from the record: it is compared where the source speaks of a change as well.
  const isTold = theirs.some(({ order }) => order.previous);
  const amounts = amountsOf(note).filter((amount) => amount !== note.previous || isTold);
  const found = amounts.flatMap((amount): FindingDraft[] => {
    const against = conflicts(amount, compared, input);
    const place = mostTelling(
      note,
      against.map((one) => one.place),
      input,
    );
    const given = against.find((one) => one.place === place);
    return given ? [draft(amount, note, given, against)] : [];
  });
  const old = found.length === 0 ? isOldAmount(note, theirs) : undefined;
  return old && note.strength ? [draft(note.strength, note, old, [old])] : found;
}

/** A medicine's strength or dose that the source gives otherwise for the same medicine. */
export const faithfulnessDose: Check = {
  rule: 'faithfulness/dose',
  axis: 'faithfulness',
  reports: 'The source gives this medicine in another dose.',
  harm: 1,
  run: (input) => comparedOrders(input).flatMap((compared) => check(compared, input)),
};
