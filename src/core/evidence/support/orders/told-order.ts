import { stemmer } from 'stemmer';
import type { SentenceFacts } from '../../../facts/extract';
import { amountsOf, comparable, frequenciesOf, sameAmount } from '../../../facts/medications/compare';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import { doseDimensions } from '../../../facts/fact';
import { namesSameKinds } from '../../../facts/findings/subtypes';
import type { SourceIndex } from '../../source/source-index';
import { sourceOrders } from '../../source/source-orders';
import type { Restated } from '../restated';
import { sequenceOf } from '../said-sequence';
import { bearingOf } from '../told/bearing';
import { isSameProduct } from '../told/product';
import { isTakenBack } from '../told/taken-back';
import { type ClaimedOrder, claimedOrder, type OrderStatus } from './claimed-order';
import { words } from './order-words';
import { type SaidOrder, saidOrder } from './said-order';

/** What a source has to tell of a medicine for a claim's status, and the only actions that it may name elsewhere. */
const bearing: Record<OrderStatus, readonly OrderStatus[]> = {
  takes: ['takes', 'continue'],
  continue: ['continue'],
  start: ['start'],
  increase: ['increase'],
  decrease: ['decrease'],
  stop: ['stop'],
  hold: ['hold'],
  change: [],
  any: ['takes', 'continue', 'start'],
};
const beside: Partial<Record<OrderStatus, readonly OrderStatus[]>> = {
  increase: ['increase', 'continue'],
  decrease: ['decrease', 'continue'],
  takes: ['continue'],
};

/**
 * Where a source tells what a claim says of one medicine: what happens with it by whoever may say so, and its dose, how
 * often, how long and how it is taken, each said of it somewhere, and of none of these another value anywhere. So a dose
 * told in one turn and the plan in another bear "Continue lisinopril 20 mg daily" out. Undefined where the claim says
 * anything else, and wherever the source may be read otherwise.
 * @param claim the facts of the claim's sentences
 */
export function toldOrder(claim: readonly SentenceFacts[], source: SourceIndex): Restated | undefined {
  const claimed = claimedOrder(claim);
  if (!claimed) return undefined;
  const { name } = claimed.order.concept;
  const said = (sourceOrders(source).get(name) ?? []).flatMap(
    ({ segment, order }) => saidOrder(source, segment, order) ?? [],
  );
  const isEnding = claimed.status === 'stop' || claimed.status === 'hold';
  if (!isEnding && said.some(({ isEnded }) => isEnded)) return undefined;
  if (!areAlike(claimed, said, source)) return undefined;
  const clean = said.filter((one) => one.isClean && isToldPlainly(claim, one, source));
  const isWhole = claimed.status === 'increase' || claimed.status === 'decrease';
  const place = clean.find(
    (one) =>
      one.status !== undefined &&
      bearing[claimed.status].includes(one.status) &&
      (!isWhole || saysAmounts(claimed.order, one.order)),
  );
  if (!place || !saysAll(claimed, claim, clean, place)) return undefined;
  return { segment: place.segment, focus: place.order, asks: place.asks };
}

/** True when nothing in the source gives the medicine another amount, rhythm or fate. */
function areAlike({ order, status }: ClaimedOrder, said: readonly SaidOrder[], source: SourceIndex): boolean {
  const { name } = order.concept;
  const loose = sequenceOf(source).quantities.filter(
    ({ concept, carried, unit }) =>
      (carried === name || (concept?.kind === 'medication' && concept.name === name)) &&
      doseDimensions.has(unit.dimension),
  );
  const amounts = [...said.flatMap((one) => amountsOf(one.order)), ...loose];
  const ours = [order.strength, order.dose].filter((amount) => amount !== undefined);
  const isUsual = (amount: MedicationAmount): boolean =>
    ours.every(
      (own) => !comparable(own, amount) || sameAmount(own, amount) || isReplaced(own, amount, status),
    );
  const actions = said.flatMap((one) =>
    isWritten(one, source, status) ? [] : (one.order.action?.name ?? []),
  );
  const allowed: readonly OrderStatus[] =
    beside[status] ?? (status === 'any' ? actions.slice(0, 1) : [status]);
  const frequencies = said.flatMap((one) => frequenciesOf(one.order));
  const days = said.flatMap((one) => (one.order.duration ? [one.order.duration.days] : []));
  return (
    ours.every(isPoint) &&
    amounts.every((amount) => isPoint(amount) || isStep(amount, order, status)) &&
    amounts.every(isUsual) &&
    actions.every((action) => allowed.includes(action)) &&
    frequencies.every(
      ({ perDay, perDayHigh, atMost }) =>
        !order.frequency ||
        (perDay === order.frequency.perDay &&
          perDayHigh === order.frequency.perDayHigh &&
          atMost === order.frequency.atMost),
    ) &&
    days.every((one) => !order.duration || one === order.duration.days) &&
    said.every((one) => one.order.asNeeded === undefined || order.asNeeded !== undefined || !order.frequency)
  );
}

/** One amount: a range or a bound holds others too ("25 to 50", "up to 40 mg"), and one said in passing may be another. */
function isPoint({ high, comparator, loose }: MedicationAmount): boolean {
  return high === undefined && comparator === '=' && loose === undefined;
}

/** "Goes from five to ten": the very step that an order makes, read as a range. */
function isStep(
  amount: MedicationAmount,
  { strength, previous }: MedicationFact,
  status: OrderStatus,
): boolean {
  const { high, ...low } = amount;
  if ((status !== 'increase' && status !== 'decrease') || high === undefined || !strength) return false;
  return sameAmount(strength, { ...low, value: high }) && (!previous || sameAmount(previous, low));
}

/** "Order", "refill": a prescription is written for what is new, what goes on, and another dose of it. */
function isWritten({ order: { action } }: SaidOrder, source: SourceIndex, status: OrderStatus): boolean {
  return (
    action !== undefined &&
    status !== 'stop' &&
    status !== 'hold' &&
    words.written.has(source.text.slice(action.start, action.end).toLowerCase())
  );
}

/** What a raised dose takes the place of is less, what a lowered one does is more. */
function isReplaced(own: MedicationAmount, other: MedicationAmount, status: OrderStatus): boolean {
  if (own.unit.code !== other.unit.code || own.parts || other.parts) return false;
  if (status === 'increase') return other.value < own.value;
  return status === 'decrease' && other.value > own.value;
}

function isToldPlainly(claim: readonly SentenceFacts[], one: SaidOrder, source: SourceIndex): boolean {
  const { segment, sentence, order } = one;
  const within = {
    start: Math.max(order.start, sentence.start),
    end: Math.max(order.end, order.frequency?.end ?? 0, order.strength?.end ?? 0),
  };
  const found = bearingOf(claim, segment, sentence, within);
  return (
    found !== undefined &&
    !isTakenBack(found, source) &&
    isSameProduct(claim, sentence) &&
    namesSameKinds(claim, sentence)
  );
}

function saysAmounts(own: MedicationFact, other: MedicationFact): boolean {
  const says = (amount: MedicationAmount | undefined): boolean =>
    amount === undefined ||
    [other.strength, other.dose].some((one) => one && comparable(amount, one) && sameAmount(amount, one));
  return says(own.strength) && says(own.dose);
}

/** True when each part of the claim is told somewhere. */
function saysAll(
  { order, reason }: ClaimedOrder,
  claim: readonly SentenceFacts[],
  clean: readonly SaidOrder[],
  place: SaidOrder,
): boolean {
  const { strength, dose, previous, frequency, duration, asNeeded, route, form } = order;
  const says = (amount: MedicationAmount | undefined): boolean =>
    amount === undefined ||
    clean.some((one) =>
      amountsOf(one.order).some((other) => comparable(amount, other) && sameAmount(amount, other)),
    );
  const timed = claim.flatMap(({ tokens }) => tokens.filter(({ text }) => words.timed.has(text)));
  const isHeld = (stem: string, { sentence }: SaidOrder): boolean =>
    sentence.tokens.some(({ text }) => stemmer(text) === stem);
  const often = clean.filter((one) => one.order.frequency !== undefined);
  return (
    says(strength) &&
    says(dose) &&
    says(previous) &&
    (!frequency || often.length > 0) &&
    timed.every(({ text }) => often.some((one) => isHeld(stemmer(text), one))) &&
    (!duration || clean.some((one) => one.order.duration !== undefined)) &&
    (!asNeeded || clean.some((one) => one.order.asNeeded !== undefined)) &&
    (!route || clean.some((one) => one.order.route?.name === route.name)) &&
    (!form || clean.some((one) => one.order.form?.name === form.name)) &&
    reason.every((stem) => isHeld(stem, place))
  );
}
