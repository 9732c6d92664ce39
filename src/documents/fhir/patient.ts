import { z } from 'zod';
import type { ResourceText } from './resource-text';
import { dayOf, fhir, oneLine } from './values';

const schema = fhir.resource.extend({
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        text: z.string().optional(),
        given: z.array(z.string()).optional(),
        family: z.string().optional(),
      }),
    )
    .optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  birthDate: fhir.date,
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: fhir.date,
});

/** Who the record is about: name, sex and birth, without numbers, addresses and telephone. */
export function readPatient(resource: unknown): ResourceText {
  const { name = [], gender, birthDate, deceasedBoolean, deceasedDateTime } = schema.parse(resource);
  const { text, given = [], family } = name.find(({ use }) => use === 'official') ?? name[0] ?? {};
  const died = deceasedDateTime === undefined ? undefined : `died ${dayOf(deceasedDateTime)}`;
  const parts = [
    oneLine(text ?? [...given, family ?? ''].join(' ')),
    gender === 'male' || gender === 'female' ? gender : undefined,
    birthDate && `born ${birthDate}`,
    died ?? (deceasedBoolean ? 'deceased' : undefined),
  ].filter((part) => part !== undefined && part !== '');
  return { section: 'PATIENT', lines: parts.length > 0 ? [`${parts.join(', ')}.`] : [], plain: true };
}
