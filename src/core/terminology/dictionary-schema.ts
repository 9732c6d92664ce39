import { z } from 'zod';
import { type Dimension, isUnitCode } from '../facts/units';

/** The most names that one dictionary may hold: reading more would make the first check of a day wait. */
export const mostNames = 200_000;

// Anything shorter is found in every other word of a note.
const name = z
  .string()
  .trim()
  .min(2, 'a name needs at least two characters')
  .max(200, 'a name has at most 200 characters');
const names = z.array(name).max(1000, 'a term has at most 1000 names').optional();
const text = z.string().trim().min(1, 'this must not be empty').max(2000, 'this has at most 2000 characters');
// Typed by hand, a unit is soon one that nothing can be compared in.
const unit = text.refine(isUnitCode, 'this is no code of UCUM (ucum.org), as mg, mm[Hg] and mmol/L are');
const amount = z.number().nonnegative('an amount is not negative');
const range = z
  .tuple([amount, amount])
  .refine(([low, high]) => low <= high, 'the first number of a range is the lower one');

const term = { name, names };

const kindOf = name
  .optional()
  .describe('The wider term that this is a kind of: what is said of the one is not said of the other.');

const sourcedNote = z.strictObject({ text, route: text.optional(), source: text });

const doseLimit = z
  .strictObject({
    route: text,
    unit: unit.describe('UCUM code, for example mg, ug or [IU].'),
    perKg: z.literal(true).optional().describe('Amounts are per kilogram of body weight.'),
    single: range.optional().describe('Usual amount of one dose of an adult: [low, high].'),
    daily: range.optional().describe('Usual amount of a day of an adult: [low, high].'),
    maxSingle: amount.optional(),
    maxDaily: amount.optional(),
    maxWeekly: amount.optional(),
    source: text.describe('Where the figures are from.'),
    reviewed: z
      .boolean()
      .optional()
      .describe('True when a pharmacist has compared the figures with the source.'),
  })
  .describe('Usual and largest doses by one route.');

const valueRange = z
  .strictObject({ unit, low: z.number().optional(), high: z.number().optional(), source: text })
  .refine(({ low, high }) => low === undefined || high === undefined || low <= high, '"low" is above "high"');

// Every dimension of units.ts; the compiler finds one that is missing here.
const dimensions: Record<Dimension, true> = {
  mass: true,
  volume: true,
  length: true,
  time: true,
  temperature: true,
  pressure: true,
  fraction: true,
  rate: true,
  frequency: true,
  'mass-concentration': true,
  'substance-concentration': true,
  activity: true,
  'count-concentration': true,
  clearance: true,
  units: true,
  equivalents: true,
  score: true,
  angle: true,
  'dose-form': true,
  consumption: true,
  compound: true,
  none: true,
};

const finding = z.strictObject({
  ...term,
  kindOf,
  category: z.enum(['symptom', 'sign', 'problem', 'procedure']).optional(),
  absent: names.describe('Words that say there is none of it, as "afebrile" does of fever.'),
});

/** The form of a dictionary file. `media/schemas/dictionary.schema.json` is made from it. */
export const dictionarySchema = z
  .strictObject({
    $schema: z.string().optional(),
    title: z.string().max(200).default(''),
    description: z.string().max(2000).optional(),
    version: z.string().max(100).default('1'),
    licence: z.string().max(2000).default('').describe('The terms under which you may use these names.'),
    origin: z.string().max(2000).optional(),
    medications: z
      .array(
        z.strictObject({
          ...term,
          kindOf,
          classes: z.array(text).optional(),
          routes: z.array(text).optional(),
          forms: z.array(text).optional(),
          ingredients: z.array(name).optional(),
          limits: z.array(doseLimit).optional(),
          weekly: sourcedNote.optional(),
          pregnancy: sourcedNote.optional(),
          highAlert: sourcedNote.optional(),
        }),
      )
      .optional(),
    medicationClasses: z.array(z.strictObject({ ...term, kindOf })).optional(),
    measurements: z
      .array(
        z.strictObject({
          ...term,
          kindOf,
          dimensions: z.array(z.enum(Object.keys(dimensions) as [Dimension, ...Dimension[]])).optional(),
          units: z.array(unit).optional().describe('UCUM codes in which it is reported.'),
          molarMass: z
            .number()
            .positive()
            .optional()
            .describe('Grams per mole, to compare mg/dL with mmol/L.'),
          possible: z.array(valueRange).optional(),
          usual: z.array(valueRange).optional(),
        }),
      )
      .optional(),
    anatomy: z.array(z.strictObject(term)).optional().describe('Parts of the body that have a side.'),
    findings: z.array(finding).optional(),
    procedures: z.array(finding).optional(),
    allergens: z.array(z.strictObject({ ...term, classes: z.array(text).optional() })).optional(),
    lookAlikes: z
      .array(z.array(name).min(2, 'a group holds two names or more'))
      .optional()
      .describe('Groups of names that are taken for each other.'),
    spelling: z
      .literal(false)
      .optional()
      .describe('False: a misspelt word is never taken for a medicine of this file. For long lists.'),
    ignore: z.array(name).optional().describe('Words that are no term here, whatever Attest knows them as.'),
    notFindings: z.array(name).optional().describe('Phrases in which the words of a finding are none.'),
  })
  .describe('Your own words for Attest: medicines, findings, tests and more.');
