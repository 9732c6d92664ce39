import { z } from 'zod';
import type { ResourceText } from './resource-text';
import { dayOf, fhir, inBrackets, oneLine, quantityText, rangeText, wordsOf, type Quantity } from './values';

const value = z.object({
  modifierExtension: fhir.noModifier,
  code: fhir.concept,
  valueQuantity: fhir.quantity.optional(),
  valueCodeableConcept: fhir.concept.optional(),
  valueString: z.string().optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.int().optional(),
  valueRange: fhir.range.optional(),
});

const schema = fhir.resource.extend({
  ...value.shape,
  status: z.enum([
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  /** What it is about where that is not the patient, a fetus for example. */
  focus: z.array(z.unknown()).length(0).optional(),
  effectiveDateTime: fhir.date,
  effectivePeriod: fhir.period.optional(),
  bodySite: fhir.concept.optional(),
  component: z.array(value).optional(),
  note: fhir.notes,
});

/** A measurement or a finding that was looked for; none where it has no value. */
export function readObservation(resource: unknown): ResourceText | undefined {
  const {
    status,
    effectiveDateTime,
    effectivePeriod,
    bodySite,
    component = [],
    ...own
  } = schema.parse(resource);
  if (status === 'registered' || status === 'cancelled' || status === 'entered-in-error') return undefined;
  const day = dayOf(effectiveDateTime ?? effectivePeriod?.start);
  const about = inBrackets(wordsOf(bodySite), day, status === 'preliminary' ? 'preliminary' : undefined);
  const pressure = bloodPressure(component);
  const said = pressure === undefined ? [own, ...component].flatMap((one) => saidBy(one)) : [pressure];
  if (said.length === 0) return undefined;
  return { section: 'OBSERVATIONS', lines: said.map((text) => `${text}${about}.`), plain: true };
}

function saidBy(one: z.infer<typeof value>): string[] {
  const name = wordsOf(one.code);
  if (name === undefined) return [];
  const number =
    quantityText(one.valueQuantity) ??
    rangeText(one.valueRange ?? {}) ??
    (one.valueInteger === undefined ? undefined : String(one.valueInteger));
  if (number !== undefined) return [`${name} ${number}`];
  const words =
    wordsOf(one.valueCodeableConcept) ??
    (oneLine(one.valueString) || undefined) ??
    (one.valueBoolean === undefined ? undefined : one.valueBoolean ? 'yes' : 'no');
  return words === undefined ? [] : [`${name}: ${words.replace(/\.$/, '')}`];
}

// LOINC 8480-6 and 8462-4.
const systolic = '8480-6';
const diastolic = '8462-4';

/** Both pressures as they are said: `Blood pressure 130/80 mmHg`. */
function bloodPressure(components: readonly z.infer<typeof value>[]): string | undefined {
  if (components.length !== 2) return undefined;
  const of = (code: string): Quantity | undefined =>
    components.find((one) => one.code.coding?.some((coding) => coding.code === code))?.valueQuantity;
  const [high, low] = [of(systolic), of(diastolic)];
  if (high?.value === undefined || low?.value === undefined || high.comparator || low.comparator)
    return undefined;
  if (high.unit !== low.unit || high.code !== low.code) return undefined;
  return `Blood pressure ${high.value}/${quantityText(low)}`;
}
