import { z } from 'zod';
import type { Lookup, ResourceText } from './resource-text';
import { dayOf, fhir, inBrackets, oneLine, quantityText, rangeText, wordsOf } from './values';

const dosage = z.object({
  modifierExtension: fhir.noModifier,
  text: z.string().optional(),
  patientInstruction: z.string().optional(),
  asNeededBoolean: z.boolean().optional(),
  asNeededCodeableConcept: fhir.concept.optional(),
  route: fhir.concept.optional(),
  timing: z
    .object({
      modifierExtension: fhir.noModifier,
      code: fhir.concept.optional(),
      repeat: z
        .object({
          frequency: z.int().positive().optional(),
          period: fhir.plainNumber.optional(),
          periodUnit: z.enum(['s', 'min', 'h', 'd', 'wk', 'mo', 'a']).optional(),
        })
        .optional(),
    })
    .optional(),
  doseAndRate: z
    .array(z.object({ doseQuantity: fhir.quantity.optional(), doseRange: fhir.range.optional() }))
    .optional(),
});
type Dosage = z.infer<typeof dosage>;

const medication = fhir.resource.extend({
  medicationCodeableConcept: fhir.concept.optional(),
  medicationReference: fhir.reference.optional(),
  note: fhir.notes,
});

const request = medication.extend({
  status: z.enum([
    'active',
    'on-hold',
    'cancelled',
    'completed',
    'entered-in-error',
    'stopped',
    'draft',
    'unknown',
  ]),
  intent: z.enum([
    'proposal',
    'plan',
    'order',
    'original-order',
    'reflex-order',
    'filler-order',
    'instance-order',
    'option',
  ]),
  doNotPerform: z.boolean().optional(),
  authoredOn: fhir.date,
  dosageInstruction: z.array(dosage).optional(),
});

const statement = medication.extend({
  status: z.enum([
    'active',
    'completed',
    'entered-in-error',
    'intended',
    'stopped',
    'on-hold',
    'unknown',
    'not-taken',
  ]),
  dosage: z.array(dosage).optional(),
});

/** How a line begins that must not be read as a medicine that is taken. */
const notTaken: Readonly<Record<string, string>> = {
  'on-hold': 'On hold: ',
  completed: 'Completed: ',
  stopped: 'Stopped: ',
  intended: 'Intended: ',
  unknown: 'Not known whether taken: ',
  'not-taken': 'Not taking ',
};

/** A prescription; cancelled ones, drafts, proposals and options are none. */
export function readMedicationRequest(resource: unknown, lookup: Lookup): ResourceText | undefined {
  const {
    status,
    intent,
    doNotPerform,
    authoredOn,
    dosageInstruction = [],
    ...rest
  } = request.parse(resource);
  if (status === 'entered-in-error' || status === 'cancelled' || status === 'draft') return undefined;
  if (intent === 'proposal' || intent === 'option') return undefined;
  if (doNotPerform && status !== 'active') return undefined;
  const start = doNotPerform ? 'Do not give ' : notTaken[status];
  return line(rest, start, dosageInstruction, lookup, authoredOn && `ordered ${dayOf(authoredOn)}`);
}

/** A medicine that the patient takes, took or does not take. */
export function readMedicationStatement(resource: unknown, lookup: Lookup): ResourceText | undefined {
  const { status, dosage: dosages = [], ...rest } = statement.parse(resource);
  if (status === 'entered-in-error') return undefined;
  return line(rest, notTaken[status], dosages, lookup);
}

function line(
  resource: z.infer<typeof medication>,
  start: string | undefined,
  dosages: readonly Dosage[],
  lookup: Lookup,
  about?: string,
): ResourceText | undefined {
  const name = nameOf(resource, lookup);
  if (name === undefined) return undefined;
  const doses = dosages.map(dosageText).filter((text) => text !== '');
  const words = `${start ?? ''}${name}${doses.length === 0 ? '' : `: ${doses.join('; then ')}`}`;
  const end = `${inBrackets(about)}.`;
  return {
    section: 'MEDICATIONS',
    lines: [words.replace(/\.$/, '') + end],
    plain: start === undefined,
  };
}

function nameOf(resource: z.infer<typeof medication>, lookup: Lookup): string | undefined {
  const { medicationCodeableConcept: coded, medicationReference: named } = resource;
  if (coded !== undefined) return wordsOf(coded);
  if (named?.reference === undefined) return oneLine(named?.display) || undefined;
  const found = z
    .object({ resourceType: z.literal('Medication'), code: fhir.concept.optional() })
    .safeParse(lookup.resolve(named.reference, resource));
  return (found.success ? wordsOf(found.data.code) : undefined) ?? (oneLine(named.display) || undefined);
}

const units = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
} as const;

/** The instruction as it is written; put together from its parts where it is not written out. */
function dosageText(given: Dosage): string {
  const written = oneLine(given.text ?? given.patientInstruction);
  if (written !== '') return written;
  const { doseAndRate: [dose] = [], route, timing, asNeededBoolean, asNeededCodeableConcept: reason } = given;
  const needed = wordsOf(reason);
  return [
    quantityText(dose?.doseQuantity) ?? rangeText(dose?.doseRange ?? {}),
    wordsOf(route)?.toLowerCase(),
    timesText(timing),
    needed !== undefined ? `as needed for ${needed}` : asNeededBoolean ? 'as needed' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function timesText(timing: Dosage['timing']): string | undefined {
  const { frequency, period, periodUnit } = timing?.repeat ?? {};
  if (period === undefined || periodUnit === undefined) return wordsOf(timing?.code);
  const unit = units[periodUnit];
  const span = period === 1 ? unit : `${period} ${unit}s`;
  if (frequency === undefined || frequency === 1) return period === 1 ? `once per ${unit}` : `every ${span}`;
  return `${frequency} times ${period === 1 ? `per ${unit}` : `every ${span}`}`;
}
