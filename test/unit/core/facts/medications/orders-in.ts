import { extractFacts } from '../../../../../src/core/facts/extract';
import { formatQuantity } from '../../../../../src/core/facts/format';
import type {
  MedicationAmount,
  MedicationFact,
} from '../../../../../src/core/facts/medications/medication-fact';

/** The medicines of a text. */
export function ordersIn(text: string): MedicationFact[] {
  return extractFacts(text).flatMap(({ orders }) => orders);
}

/** The only medicine of a text. */
export function orderIn(text: string): MedicationFact {
  const [only, ...more] = ordersIn(text);
  if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} medicines in "${text}"`);
  return only;
}

const amount = (of: MedicationAmount | undefined): string | undefined =>
  of && (of.parts ? `${of.parts.join('-')} ${of.unit.code}` : formatQuantity(of));

/** A medicine as a reader would say it: "lisinopril | 20 mg | oral | 1 a day". */
export function said(order: MedicationFact): string {
  const { frequency, duration, dose } = order;
  const perDay =
    frequency && [frequency.perDay, frequency.perDayHigh].filter((one) => one !== undefined).join('-');
  return [
    order.concept.name,
    amount(order.strength),
    order.previous && `was ${amount(order.previous)}`,
    ...order.further.map((more) => `also ${amount(more)}`),
    dose &&
      `${dose.value}${dose.high === undefined ? '' : `-${dose.high}`} ${order.form?.name ?? dose.unit.code}`,
    order.route?.name,
    perDay && `${perDay} a day`,
    duration && `for ${duration.days} days`,
    order.asNeeded && 'as needed',
    order.action?.name,
    order.carried && 'carried',
  ]
    .filter((part) => part !== undefined)
    .join(' | ');
}

/** All medicines of a text, as a reader would say them. */
export function saidIn(text: string): string[] {
  return ordersIn(text).map(said);
}
