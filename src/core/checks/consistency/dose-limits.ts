import type { MedicationAmount, MedicationFact } from '../../facts/medications/medication-fact';
import { convert } from '../../facts/quantities/units';
import type { DoseLimit, Medication } from '../../terminology/knowledge';

/** A dose beyond this share of the most that the label gives is a slip, and no choice of the prescriber. */
const slip = 1.5;
/** A dose under this share of the least usual one has lost a digit. */
const fraction = 1 / 5;

/** What is wrong with a dose: by how much, and against which limit. */
export interface DoseProblem {
  kind: 'tenfold' | 'thousandfold' | 'high' | 'above' | 'daily' | 'weekly' | 'low';
  limit: DoseLimit;
  /** The amount in the unit of the limit; of a day for `daily`. */
  amount: number;
  /** The most, or for `low` the least, that is usual. */
  bound: number;
}

/** The limits that an order can be compared with: those of its route, else of every route that the dictionary has. */
function limitsFor({ route }: MedicationFact, { limits }: Medication): readonly DoseLimit[] {
  return route === undefined ? limits : limits.filter((limit) => limit.route === route.name);
}

/** Routes whose doses differ from those by mouth. */
const injected = new Set(['intravenous', 'intramuscular', 'subcutaneous', 'inhaled', 'intrathecal']);

/**
 * Without its route, a dose may be of one that the dictionary has no limits for. A wrong unit is told all the same, and so
 * is an added digit in what is taken regularly, as tablets are.
 */
function isRouteClear(
  order: MedicationFact,
  { limits, routes }: Medication,
  kind: DoseProblem['kind'],
): boolean {
  if (order.route !== undefined || kind === 'thousandfold') return true;
  const others = routes.filter((name) => injected.has(name) && !limits.some((limit) => limit.route === name));
  if (others.length === 0) return true;
  return (
    kind === 'tenfold' &&
    routes.includes('oral') &&
    order.frequency !== undefined &&
    order.frequency.perDay <= 4
  );
}

function most({ single, maxSingle, daily, maxDaily, maxWeekly }: DoseLimit): number | undefined {
  const all = [single?.[1], maxSingle, daily?.[1], maxDaily, maxWeekly].filter(
    (value) => value !== undefined,
  );
  return all.length === 0 ? undefined : Math.max(...all);
}

function least({ single, daily }: DoseLimit): number | undefined {
  const all = [single?.[0], daily?.[0]].filter((value) => value !== undefined);
  return all.length === 0 ? undefined : Math.min(...all);
}

/** An amount in the unit of a limit; undefined where the two can't be converted. */
function inUnitOf(limit: DoseLimit, amount: MedicationAmount): number | undefined {
  return convert(amount.high ?? amount.value, amount.unit, {
    code: limit.unit,
    dimension: amount.unit.dimension,
  });
}

function problemOf(limit: DoseLimit, order: MedicationFact, amount: number): DoseProblem | undefined {
  const top = most(limit);
  const bottom = least(limit);
  if (top === undefined || bottom === undefined) return undefined;
  const usual = (value: number): boolean => value >= bottom && value <= top;
  const problem = (kind: DoseProblem['kind'], value: number, bound: number): DoseProblem => ({
    kind,
    limit,
    amount: value,
    bound,
  });
  if (amount > top * slip) {
    if (usual(amount / 1000)) return problem('thousandfold', amount, top);
    return problem(usual(amount / 10) ? 'tenfold' : 'high', amount, top);
  }
  const perDay = order.frequency?.perDay;
  const dayTop = limit.maxDaily ?? limit.daily?.[1];
  // "Every 4 hours as needed" says how often at most, and nobody takes it all day.
  if (perDay !== undefined && perDay >= 1 && dayTop !== undefined && order.asNeeded === undefined) {
    // Where the doses of a day are added up, half as much again is enough; a single one may be a choice.
    const daily = amount * perDay;
    if (daily > dayTop * slip || (perDay > 1 && daily === dayTop * slip))
      return problem('daily', daily, dayTop);
  }
  // What is taken once a week, every day; a smaller tablet of the same medicine may be a daily one.
  if (perDay !== undefined && perDay >= 1 && limit.maxWeekly !== undefined && amount >= limit.maxWeekly) {
    return problem('weekly', amount * perDay, limit.maxWeekly);
  }
  if (amount > top) return problem('above', amount, top);
  return amount < bottom * fraction ? problem('low', amount, bottom) : undefined;
}

/**
 * What is wrong with the dose of an order, by the dictionary's usual adult doses. Undefined where it is usual by the limits
 * of any route that may be meant, where it is by weight, or where nothing is known.
 */
export function doseProblem(order: MedicationFact, medication: Medication): DoseProblem | undefined {
  const { strength } = order;
  if (!strength || strength.parts || strength.perWeight || strength.comparator !== '=') return undefined;
  // The amount of one ingredient of a combination says nothing by itself.
  if (medication.ingredients.length > 1) return undefined;
  let found: DoseProblem | undefined;
  for (const limit of limitsFor(order, medication)) {
    if (limit.perKg) return undefined;
    const amount = inUnitOf(limit, strength);
    if (amount === undefined) return undefined;
    const problem = problemOf(limit, order, amount);
    if (!problem) return undefined;
    found ??= problem;
  }
  return found && isRouteClear(order, medication, found.kind) ? found : undefined;
}
