import { sameMonths, sameValue } from '../compare';
import { doseDimensions, type QuantityFact } from '../fact';
import { convert, type Unit } from '../quantities/units';
import { tabletsAtATime } from './tablet-counts';
import type { MedicationAmount, MedicationFact, MedicationFrequency, NamedSpan } from './medication-fact';

/** All amounts that are said of a medicine: what is ordered, what it replaces, and further ones. */
export function amountsOf(order: MedicationFact): MedicationAmount[] {
  const { strength, previous, dose, further } = order;
  return [strength, previous, dose, ...further].filter((amount) => amount !== undefined);
}

/** All frequencies that are said of a medicine. */
export function frequenciesOf({
  frequency,
  otherFrequencies,
}: Pick<MedicationFact, 'frequency' | 'otherFrequencies'>): MedicationFrequency[] {
  return frequency ? [frequency, ...otherFrequencies] : [];
}

/** True when two amounts measure the same thing, or one was said without a unit. Doses by weight are apart from others. */
export function comparable(a: MedicationAmount, b: MedicationAmount): boolean {
  if (a.perWeight !== b.perWeight) return false;
  if (a.unit.dimension === 'none' || b.unit.dimension === 'none') {
    return a.unit.dimension !== 'dose-form' && b.unit.dimension !== 'dose-form';
  }
  return convert(1, a.unit, b.unit) !== undefined;
}

/** True when two amounts can be the same; of a combination, when its strengths are, or one of them is what the other gives. */
export function sameAmount(a: MedicationAmount, b: MedicationAmount): boolean {
  if (a.parts && b.parts) return a.parts.every((part, index) => part === b.parts?.[index]);
  const single = (amount: MedicationAmount): MedicationAmount[] =>
    (amount.parts ?? [amount.value]).map((value) => ({ ...amount, value }));
  const spoken = (amount: MedicationAmount, other: MedicationAmount): MedicationAmount =>
    amount.unit.code === 'g' && other.unit.dimension === 'none'
      ? { ...times(amount, 1000), unit: milligram }
      : amount;
  return single(spoken(a, b)).some((one) => single(spoken(b, a)).some((other) => sameValue(one, other)));
}

/** "Five hundred" of what is written in grams is milligrams. */
const milligram: Unit = { code: 'mg', dimension: 'mass' };

function times(amount: MedicationAmount, factor: number): MedicationAmount {
  return {
    ...amount,
    value: amount.value * factor,
    ...(amount.high !== undefined && { high: amount.high * factor }),
    alternatives: amount.alternatives.map((value) => value * factor),
    decimals: 3,
  };
}

/** A tablet or capsule that the text does not count may be taken by two. */
const uncounted = 2;

/** What is taken at one time: a tablet's strength, and that of all tablets together. */
export function single(order: MedicationFact): MedicationAmount[] {
  const { strength, form } = order;
  if (!strength) return [];
  const counts = tabletsAtATime(order);
  if (counts.length > 0) return (order.each ? counts : [1, ...counts]).map((count) => times(strength, count));
  const isTablet = form !== undefined && /^(?:tablet|capsule)$/.test(form.name);
  return isTablet ? [strength, times(strength, uncounted)] : [strength];
}

/** What is taken in a day, by each reading of how much is taken at a time and how often. */
export function daily(order: MedicationFact): MedicationAmount[] {
  return frequenciesOf(order).flatMap(({ perDay }) => single(order).map((amount) => times(amount, perDay)));
}

/** From here on a number without a unit is no count of tablets. */
const bareDose = 100;

/** True when what is taken in a day is the same: 500 mg twice a day is 1,000 mg a day. */
export function sameDailyAmount(a: MedicationFact, b: MedicationFact): boolean {
  // "The thousand, twice a day": a number that large is an amount without its unit.
  const whole = ({ unit, value }: QuantityFact): boolean =>
    doseDimensions.has(unit.dimension) || (unit.dimension === 'none' && value >= bareDose);
  return daily(a)
    .filter(whole)
    .some((one) => daily(b).some((other) => whole(other) && sameAmount(one, other)));
}

/** True when what is taken at one time is the same: two tablets of 500 mg are 1 g. */
export function sameSingleAmount(a: MedicationFact, b: MedicationFact): boolean {
  return single(a).some((one) => single(b).some((other) => sameAmount(one, other)));
}

type Rate = NonNullable<MedicationFact['frequency']>;

/** Frequencies differ by how months and weeks are counted; more is another frequency. */
const frequencyTolerance = 0.05;
/** True when two frequencies overlap: every 6 hours is four times a day, and "every 4 to 6 hours". */
export function sameFrequency(a: Rate, b: Rate): boolean {
  // Of two limits, the limits themselves are compared: what is below both says nothing.
  const below = (rate: Rate): boolean => rate.atMost === true && !(a.atMost && b.atMost);
  const low = Math.max(below(a) ? 0 : a.perDay, below(b) ? 0 : b.perDay);
  const high = Math.min(a.perDayHigh ?? a.perDay, b.perDayHigh ?? b.perDay);
  return low <= high * (1 + frequencyTolerance) || sameMonths(low, high);
}

const injections = new Set([
  'subcutaneous',
  'intramuscular',
  'intravenous',
  'intra-articular',
  'epidural',
  'injection',
]);
/** Routes of a tablet that is called no more than a tablet. */
const tabletRoutes = new Set(['oral', 'sublingual', 'buccal']);
const inhalerRoutes = new Set(['inhaled', 'intranasal']);
const skinRoutes = new Set(['topical', 'transdermal']);

/** The route of a medicine, said or of its form; undefined where neither tells. */
export function routeOf({ route, form }: MedicationFact): NamedSpan | undefined {
  return route ?? (form?.route === undefined ? undefined : { ...form, name: form.route });
}

/** True when no more than the form says the route. */
export function isOfForm({ route, form }: MedicationFact): boolean {
  return form !== undefined && (route === undefined || route.start === form.start);
}

/**
 * True when the routes of two medicines can be the same way of giving it: an injection may be a subcutaneous one, a
 * tablet may go under the tongue. Also when one has no route.
 */
export function compatibleRoutes(a: MedicationFact, b: MedicationFact): boolean {
  const [ours, theirs] = [routeOf(a)?.name, routeOf(b)?.name];
  if (ours === undefined || theirs === undefined || ours === theirs) return true;
  const both = (names: ReadonlySet<string>): boolean => names.has(ours) && names.has(theirs);
  if (both(skinRoutes)) return true;
  // A "nasal inhaler" may be called an inhaler.
  if (a.form?.name === 'inhaler' && b.form?.name === 'inhaler' && both(inhalerRoutes)) return true;
  if (ours === 'injection' || theirs === 'injection') return both(injections);
  return (isOfForm(a) || isOfForm(b)) && both(tabletRoutes);
}
