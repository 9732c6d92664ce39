import type { ClassEntry, MeasurementEntry, MedicationEntry } from './dictionary';
import type { Allergen, DoseLimit, Measurement, Medication } from './knowledge';

function union<T>(a: readonly T[] = [], b: readonly T[] = []): T[] {
  return [...new Set([...a, ...b])];
}

/** What two dictionaries know of a medicine; a later one's limit replaces the earlier one of the same route and unit. */
export function mergedMedication(known: Medication | undefined, entry: MedicationEntry): Medication {
  const limits = (entry.limits ?? []).map((limit) => ({ reviewed: false, ...limit }) as DoseLimit);
  const replaced = (limit: DoseLimit): boolean =>
    limits.some(
      ({ route, unit, perKg }) => route === limit.route && unit === limit.unit && perKg === limit.perKg,
    );
  const weekly = entry.weekly ?? known?.weekly;
  const pregnancy = entry.pregnancy ?? known?.pregnancy;
  const highAlert = entry.highAlert ?? known?.highAlert;
  return {
    name: entry.name,
    classes: union(known?.classes, entry.classes),
    routes: union(known?.routes, entry.routes),
    forms: union(known?.forms, entry.forms),
    ingredients: union(known?.ingredients, entry.ingredients),
    limits: [...(known?.limits ?? []).filter((limit) => !replaced(limit)), ...limits],
    ...(weekly && { weekly }),
    ...(pregnancy && { pregnancy }),
    ...(highAlert && { highAlert }),
  };
}

/** What two dictionaries know of a measurement; what the later one says of its limits is right. */
export function mergedMeasurement(known: Measurement | undefined, entry: MeasurementEntry): Measurement {
  const molarMass = entry.molarMass ?? known?.molarMass;
  return {
    name: entry.name,
    dimensions: new Set([...(known?.dimensions ?? []), ...(entry.dimensions ?? [])]),
    units: union(known?.units, entry.units),
    possible: entry.possible ?? known?.possible ?? [],
    usual: entry.usual ?? known?.usual ?? [],
    ...(molarMass !== undefined && { molarMass }),
  };
}

/** What two dictionaries know of an allergen. */
export function mergedAllergen(known: Allergen | undefined, entry: ClassEntry): Allergen {
  return { name: entry.name, classes: union(known?.classes, entry.classes) };
}
