import type { MedicationFact, MedicationAmount } from '../../../src/core/facts/medications/medication-fact';
import type { Counts } from '../measure/f1';
import { type AnnotatedMedication, type Offsets, routeNames } from '../sets/read';

/** What is scored of a medicine. */
export const attributes = [
  'drug',
  'name',
  'strength',
  'dose',
  'route',
  'frequency',
  'duration',
  'asNeeded',
  'action',
] as const;
export type Attribute = (typeof attributes)[number];

/** The attributes that are pooled into the figure that has a target. */
export const pooledAttributes: readonly Attribute[] = ['drug', 'strength', 'route', 'frequency'];

/** Numbers this near are equal: a month is 30 days, or 30.4. */
const tolerance = 0.03;

function isNear(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return false;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

function overlap([start, end]: Offsets, span: { start: number; end: number }): boolean {
  return start < span.end && span.start < end;
}

// The set's units by the codes of the extractor (UCUM).
const codes: Record<string, string | undefined> = { mcg: 'ug', unit: '[IU]', mEq: 'meq', 'mcg/h': 'ug/h' };
const forms = new Set(['tablet', 'capsule', 'puff', 'drop', 'spray', 'pill']);

function sameUnit(annotated: string | null, amount: MedicationAmount): boolean {
  if (annotated === null) return amount.unit.dimension === 'none';
  // An amount per day is read as that amount.
  const unit = annotated.replace(/\/day$/, '');
  return forms.has(unit) ? amount.unit.code === '{form}' : amount.unit.code === (codes[unit] ?? unit);
}

function sameAmount(
  value: number | null,
  least: number | undefined,
  unit: string | null,
  amount: MedicationAmount,
): boolean {
  const theirs = [amount.value, amount.high, amount.parts?.[0]];
  const ours = [value, least];
  const equal = ours.some((one) => theirs.some((other) => isNear(one, other)));
  return equal && sameUnit(unit, amount);
}

/** The route in the set's words; "by injection" and rarer ways are none of them. */
function routeOf({ route }: MedicationFact): (typeof routeNames)[number] | undefined {
  const name = route?.name === 'intranasal' ? 'nasal' : route?.name;
  return routeNames.find((known) => known === name);
}

/** The words that the extractor read for an attribute, where it read any. */
function spanOf(fact: MedicationFact, attribute: Attribute): { start: number; end: number } | undefined {
  if (attribute === 'route') return routeOf(fact) === undefined ? undefined : fact.route;
  return attribute === 'drug' || attribute === 'name' ? fact.concept : fact[attribute];
}

function isAnnotated(medication: AnnotatedMedication, attribute: Attribute): boolean {
  if (attribute === 'drug' || attribute === 'name') return true;
  if (attribute === 'asNeeded') return medication.asNeeded;
  return attribute === 'action' ? medication.action !== 'none' : medication[attribute] !== null;
}

const ingredients = (name: string): string =>
  name
    .toLowerCase()
    .split(/\s*[/-]\s*/)
    .sort()
    .join('/');

/** True when the extractor's reading of an attribute is the annotated one. Both have it. */
function isSame(ours: AnnotatedMedication, fact: MedicationFact, attribute: Attribute): boolean {
  const place = (span: Offsets | null, read: { start: number; end: number } | undefined): boolean =>
    span !== null && read !== undefined && overlap(span, read);
  switch (attribute) {
    case 'drug':
      return true;
    case 'name':
      return ingredients(ours.name) === ingredients(fact.concept.name);
    case 'strength':
      return (
        fact.strength !== undefined &&
        place(ours.strength, fact.strength) &&
        sameAmount(ours.strengthValue, ours.strengthMin, ours.strengthUnit, fact.strength)
      );
    case 'dose':
      return (
        fact.dose !== undefined &&
        place(ours.dose, fact.dose) &&
        sameAmount(ours.doseValue, ours.doseMin, ours.doseUnit, fact.dose)
      );
    case 'route':
      return place(ours.route, fact.route) && ours.routeName === routeOf(fact);
    case 'frequency': {
      const read = fact.frequency;
      const values = [ours.perDay, ours.perDayMin];
      const equal = values.some((value) => isNear(value, read?.perDay) || isNear(value, read?.perDayHigh));
      return place(ours.frequency, read) && (ours.perDay === null || equal);
    }
    case 'duration': {
      const read = fact.duration;
      const equal = isNear(ours.days, read?.days) || isNear(ours.days, read?.daysHigh);
      return place(ours.duration, read) && equal;
    }
    case 'asNeeded':
      return true;
    case 'action':
      return ours.action === fact.action?.name;
  }
}

/** Pairs each annotated medicine with the first free reading that shares a letter with its name. */
export function paired(
  annotated: readonly AnnotatedMedication[],
  facts: readonly MedicationFact[],
): { pairs: [AnnotatedMedication, MedicationFact | undefined][]; extra: MedicationFact[] } {
  const free = [...facts];
  const pairs = annotated.map((medication): [AnnotatedMedication, MedicationFact | undefined] => {
    const at = free.findIndex((fact) => overlap(medication.drug, fact.concept));
    return [medication, at < 0 ? undefined : free.splice(at, 1)[0]];
  });
  return { pairs, extra: free };
}

/** Counts one attribute in one sentence. A wrong value is both wrong and missed. */
export function countAttribute(
  annotated: readonly AnnotatedMedication[],
  facts: readonly MedicationFact[],
  attribute: Attribute,
): Counts {
  const { pairs, extra } = paired(annotated, facts);
  const counts: Counts = { right: 0, wrong: 0, missed: 0 };
  for (const [ours, fact] of pairs) {
    const wanted = isAnnotated(ours, attribute);
    const read = fact !== undefined && spanOf(fact, attribute) !== undefined;
    if (wanted && read && isSame(ours, fact, attribute)) counts.right++;
    else {
      counts.missed += wanted ? 1 : 0;
      counts.wrong += read ? 1 : 0;
    }
  }
  counts.wrong += extra.filter((fact) => spanOf(fact, attribute) !== undefined).length;
  return counts;
}
