import { z } from 'zod';

// Elements of FHIR R4 as far as Attest reads them: what is left out here is dropped, and what has another shape makes the
// resource one that is not read. Text is of any length; the size of the file is limited.

/** An element that may change what the rest means (https://hl7.org/fhir/R4/extensibility.html#modifierExtension). */
const noModifier = z.array(z.unknown()).length(0).optional();

const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/)
  .optional();

const concept = z.object({
  text: z.string().optional(),
  coding: z.array(z.object({ display: z.string().optional(), code: z.string().optional() })).optional(),
});

/** A number that can be written without an exponent. */
const plainNumber = z
  .number()
  .refine((value) => value === 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15));

const quantity = z.object({
  value: plainNumber.optional(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
});

const range = z.object({ low: quantity.optional(), high: quantity.optional() });

const period = z.object({ start: date, end: date });

const reference = z.object({ reference: z.string().optional(), display: z.string().optional() });

const narrative = z.object({
  status: z.enum(['generated', 'extensions', 'additional', 'empty']),
  div: z.string(),
});

const notes = z.array(z.object({ text: z.string() })).optional();

/** What every resource has. Rules that Attest does not know may change its meaning. */
const resource = z.object({
  resourceType: z.string(),
  implicitRules: z.undefined().optional(),
  modifierExtension: noModifier,
  text: narrative.optional(),
  contained: z.array(z.unknown()).optional(),
});

/** Schemas of elements, to build those of resources with. */
export const fhir = {
  noModifier,
  date,
  concept,
  plainNumber,
  quantity,
  range,
  period,
  reference,
  narrative,
  notes,
  resource,
};

export type Concept = z.infer<typeof concept>;
export type Quantity = z.infer<typeof quantity>;

/** The words of a concept: its text, else the first display of its codes; a code alone says nothing to a reader. */
export function wordsOf({ text, coding = [] }: Concept = {}): string | undefined {
  return [text, ...coding.map(({ display }) => display)].map((one) => oneLine(one)).find((one) => one !== '');
}

/** The code of a status, for those whose value set is required by FHIR. */
export function codeOf(given: Concept | undefined): string | undefined {
  return given?.coding?.find(({ code }) => code !== undefined)?.code;
}

/** `5.1 mmol/L`; undefined where there is no value. */
export function quantityText({ value, comparator, unit, code }: Quantity = {}): string | undefined {
  return value === undefined ? undefined : `${comparator ?? ''}${value} ${oneLine(unit ?? code)}`.trim();
}

/** `1–2 mg`; undefined where an end is missing. */
export function rangeText({
  low,
  high,
}: {
  low?: Quantity | undefined;
  high?: Quantity | undefined;
}): string | undefined {
  const unit = high?.unit ?? high?.code;
  if (low?.value === undefined || high?.value === undefined || (low.unit ?? low.code) !== unit)
    return undefined;
  return `${low.value}–${high.value} ${oneLine(unit)}`.trim();
}

/** The day of a date or a time as it is written, without its hours. */
export function dayOf(written: string | undefined): string | undefined {
  return written?.slice(0, 10);
}

/** A text of a field on one line, so that it can be no heading and no line of its own. */
export function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** ` (a, b)` of those that are there. */
export function inBrackets(...parts: (string | undefined)[]): string {
  const there = parts.filter((part) => part !== undefined && part !== '');
  return there.length === 0 ? '' : ` (${there.join(', ')})`;
}
