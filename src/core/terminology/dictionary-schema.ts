import { z } from 'zod';
import { aboutNoFinding } from '../facts/context/cue-table';
import { type Dimension, isUnitCode } from '../facts/quantities/units';

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

// What Attest's own cues say besides is bound to its reading of single words.
const cueMeanings = [
  'absent',
  'unlikely',
  'present',
  'unreadable',
  'uncertain',
  'hypothetical',
  'narrowed',
  'past',
  'current',
  'future',
  'family',
  'other',
  'clause-end',
  'negation-end',
  'ordinary',
] as const;

const cueGroup = z
  .strictObject({
    phrases: z
      .array(name.refine((phrase) => phrase.split(/\s+/).length <= 10, 'a cue has at most ten words'))
      .min(1, 'this needs one phrase or more')
      .max(1000, 'a group has at most 1000 phrases')
      .describe('The words of the cue. The longest cue that fits counts; yours replace those of Attest.'),
    says: z
      .enum(cueMeanings)
      .describe(
        'What they say of a finding: absent, unlikely, present, unreadable (there or not), uncertain, hypothetical, ' +
          'narrowed (in part), past, current, future, family, other (of somebody else). clause-end ends what the cues ' +
          'before it reach, negation-end what denials reach, ordinary says nothing and hides shorter cues inside of it.',
      ),
    looks: z
      .enum(['ahead', 'back', 'both', 'touching', 'touching-back'])
      .optional()
      .describe(
        'Where the finding stands: ahead (after the words, the default), back (before them), both, touching (the very ' +
          'next word), touching-back (the word right before).',
      ),
    reach: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe('How many words may stand between them: 8 when left out. A list lets a denial reach on.'),
  })
  .describe('Words that tell how a finding is meant.')
  .refine(
    ({ says, looks, reach }) => !aboutNoFinding.has(says) || (looks === undefined && reach === undefined),
    'what ends a clause or says nothing looks at no finding: leave out "looks" and "reach"',
  )
  .refine(
    ({ looks, reach }) => reach === undefined || !looks?.startsWith('touching'),
    'what touches the finding has no "reach"',
  );

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
    cues: z
      .array(cueGroup)
      .optional()
      .describe('Words that tell how a finding is meant: there or not, how sure, when, and whose.'),
  })
  .describe('Your own words for Attest: medicines, findings, tests and more.');
