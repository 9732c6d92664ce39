import type { Measurement, ValueRange } from '../../terminology/knowledge';
import { convert, unitOf, type Unit } from './units';

/** A unit in which a value lies so many times further from the usual is no likely one beside the nearest. */
const mostTimesFurther = Math.log(3);
/** The least of a range that begins at nothing, as a share of its upper end. */
const leastShare = 0.001;

/**
 * The units that a number of a measurement without one may be in, judged by how far from the usual value of adults it lies in
 * each (as a ratio): 11.2 of haemoglobin is g/dL, 112 is g/L, and 25 of glucose may be mg/dL or mmol/L.
 * @returns none where the measurement is reported in one unit only
 */
export function likelyUnits(value: number, measurement: Measurement | undefined): Unit[] {
  const units = (measurement?.units ?? []).flatMap((code) => unitOf(code) ?? []);
  if (!measurement || units.length < 2 || value <= 0) return [];
  const distances = units.map((unit) => {
    const middle = middleIn(unit, measurement, units);
    return middle === undefined ? 0 : Math.abs(Math.log(value / middle));
  });
  const nearest = Math.min(...distances);
  return units.filter((_, at) => (distances[at] ?? 0) <= nearest + mostTimesFurther);
}

/** The middle of the usual range, else of the possible one, of the unit itself or of one that converts to it. */
function middleIn(unit: Unit, measurement: Measurement, units: readonly Unit[]): number | undefined {
  const own = middleOf(unit, measurement);
  if (own !== undefined) return own;
  for (const other of units) {
    const middle = middleOf(other, measurement);
    const converted = middle === undefined ? undefined : convert(middle, other, unit, measurement.molarMass);
    if (converted !== undefined) return converted;
  }
  return undefined;
}

function middleOf({ code }: Unit, { usual, possible }: Measurement): number | undefined {
  const of = (ranges: readonly ValueRange[]): number | undefined => {
    const range = ranges.find(({ unit }) => unit === code);
    if (range?.high === undefined || range.high <= 0) return undefined;
    return Math.sqrt(Math.max(range.low ?? 0, leastShare * range.high) * range.high);
  };
  return of(usual) ?? of(possible);
}
