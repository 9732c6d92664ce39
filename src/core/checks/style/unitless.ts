import ambiguous from '../../terminology/dictionaries/ambiguous-units.json';
import type { QuantityFact } from '../../facts/fact';
import type { MedicationFact } from '../../facts/medications/medication-fact';
import { formatNumber, formatQuantity } from '../../facts/format';
import type { Check, CheckInput, FindingDraft } from '../check';
import { nameInNote } from '../name-in-note';
import { advice } from './advice';

const ambiguousOf = new Map(ambiguous.measurements.map((entry) => [entry.name, entry]));

/** Only a number right behind the name is its value: "weight: 80", "weight is 80"; not "weight loss of 80". */
const link = /^(?:\s*[:=]\s*|\s+(?:is|was|of|today|at|measured|level)\b)*\s*$/i;

/** "Prednisone 5.": the statement is nothing but the name and the number. */
function isWhole({ concept, strength }: MedicationFact, text: string): boolean {
  const rest = [
    text.slice(0, concept.start),
    text.slice(concept.end, strength?.start),
    text.slice(strength?.end),
  ];
  return rest.every((part) => !/[\p{L}\d]/u.test(part));
}

function dose(order: MedicationFact, { terminology, statement: { text } }: CheckInput): FindingDraft[] {
  const { strength, frequency } = order;
  if (strength?.unit.dimension !== 'none' || order.carried || order.dose || strength.spoken) return [];
  if (!frequency && !isWhole(order, text)) return [];
  const medication = terminology.medication(order.concept.name);
  // "Tylenol 3", "Humulin 70/30", "Advair 250/50": the number is a part of the name.
  if (!medication || medication.ingredients.length > 1 || strength.parts) return [];
  if (/^\s?[/-]\s?\d/.test(text.slice(strength.end, strength.end + 3))) return [];
  const units = medication.limits
    .filter(
      ({ single, perKg }) => !perKg && single && strength.value >= single[0] && strength.value <= single[1],
    )
    .map(({ unit }) => unit);
  const [unit] = units;
  // A number that is no usual dose of the medicine may be a count of something else.
  if (unit === undefined || new Set(units).size > 1) return [];
  const meant = formatQuantity({ ...strength, unit: { code: unit, dimension: 'mass' } });
  const written = text.slice(strength.number.start, strength.number.end);
  return [
    advice(
      strength.number,
      'hint',
      `${written} of ${nameInNote(order.concept, text)} has no unit: is it ${meant}?`,
      meant,
    ),
  ];
}

function measurement(fact: QuantityFact, { statement: { text } }: CheckInput): FindingDraft[] {
  const entry = fact.concept?.kind === 'measurement' ? ambiguousOf.get(fact.concept.name) : undefined;
  if (!entry || !fact.concept || fact.unit.dimension !== 'none' || fact.spoken) return [];
  if (fact.value < entry.low || fact.value > entry.high || fact.number.start < fact.concept.end) return [];
  if (!link.test(text.slice(fact.concept.end, fact.number.start))) return [];
  const [one, other] = entry.units;
  const number = formatNumber(fact.value);
  const message = `A ${entry.name} of ${number} may be in ${one} or in ${other}: write the unit.`;
  return [advice(fact.number, 'hint', message)];
}

/** A number whose unit matters and is not given. */
export const styleUnitless: Check = {
  rule: 'style/unitless',
  axis: 'style',
  reports: 'A number whose unit matters and is not given.',
  harm: 3,
  run(input) {
    return input.facts.flatMap(({ orders, quantities }) => [
      ...orders.flatMap((order) => dose(order, input)),
      ...quantities.flatMap((fact) => measurement(fact, input)),
    ]);
  },
};
