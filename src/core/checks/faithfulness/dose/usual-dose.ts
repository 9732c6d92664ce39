import type { SourceOrder } from '../../../evidence/source/source-orders';
import type { MedicationAmount, MedicationFact } from '../../../facts/medications/medication-fact';
import { noUnit, unitOf, type Unit } from '../../../facts/quantities/units';
import type { DoseLimit } from '../../../terminology/knowledge';
import type { Terminology } from '../../../terminology/terminology';

/** A number may lie so far outside of the usual range of a dose and still be one. */
const usualSlack = 4;

/** The unit that a medicine is dosed in, and which numbers of it are usual at a time. */
export interface UsualDose {
  unit: Unit;
  isUsual(value: number): boolean;
}

/**
 * The usual dose of a medicine by the dictionary's limits; undefined where it knows none, or doses of several units or of
 * no mass.
 * @param name the ingredient
 */
export function usualDoseOf(name: string, terminology: Terminology): UsualDose | undefined {
  const limits = limitsOf(name, terminology);
  const [unit, ...others] = new Set(limits.map((limit) => limit.unit));
  const known = unit === undefined || others.length > 0 ? undefined : unitOf(unit);
  if (known?.dimension !== 'mass') return undefined;
  const isUsual = (value: number): boolean =>
    limits.some(
      ({ single = [Infinity, 0] }) => value >= single[0] / usualSlack && value <= single[1] * usualSlack,
    );
  return { unit: known, isUsual };
}

/** "Atorvastatin forty": a number without a unit has the one in which the medicine is dosed, where it is a usual dose. */
export function withUnits(order: MedicationFact, terminology: Terminology): MedicationFact {
  const usual = usualDoseOf(order.concept.name, terminology);
  if (!usual) return order;
  const named = (amount: MedicationAmount): MedicationAmount =>
    amount.unit.dimension === 'none' && !amount.parts && usual.isUsual(amount.value)
      ? { ...amount, unit: usual.unit }
      : amount;
  const { previous, further } = order;
  const spoken = order.strength ? undefined : spokenStrength(order, usual);
  const strength = order.strength ?? spoken;
  return {
    ...(spoken ? withoutDose(order) : order),
    ...(strength && { strength: named(strength) }),
    ...(previous && { previous: named(previous) }),
    further: further.map(named),
  };
}

/** "Eliquis two and a half twice a day": what no tablet is named for, and nobody takes of tablets, is the strength. */
function spokenStrength({ dose }: MedicationFact, usual: UsualDose): MedicationAmount | undefined {
  if (!dose || !isCountUnnamed(dose) || dose.value < 2 || Number.isInteger(dose.value)) return undefined;
  return usual.isUsual(dose.value) ? { ...dose, unit: noUnit() } : undefined;
}

function withoutDose({ dose: _, ...order }: MedicationFact): MedicationFact {
  return order;
}

/** True for a count of no form that is named: "two at night". */
export function isCountUnnamed({ unit, number, end }: MedicationAmount): boolean {
  return unit.code === '{form}' && number.end === end;
}

/** Those that hold for a person, and not per kilogram. */
function limitsOf(name: string, terminology: Terminology): readonly DoseLimit[] {
  return (terminology.medication(name)?.limits ?? []).filter(({ perKg }) => !perKg);
}

/** "Nine, yeah" of metformin: a number without a unit that is far from any dose of the medicine answers something else. */
export function isNoDose(amount: MedicationAmount, { source, order }: SourceOrder): boolean {
  if (amount.unit.dimension !== 'none' || amount.parts || !order.carried) return false;
  const limits = limitsOf(order.concept.name, source.terminology).filter(
    ({ single }) => single !== undefined,
  );
  return (
    limits.length > 0 &&
    limits.every(
      ({ single: [low, high] = [0, Infinity] }) =>
        amount.value * usualSlack < low || amount.value > high * usualSlack,
    )
  );
}
