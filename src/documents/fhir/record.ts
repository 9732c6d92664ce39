import { z } from 'zod';
import { AttestError } from '../../core/errors';
import type { Lookup } from './resource-text';

/** A record is text of one patient; more is an export of a whole system. Bytes. */
export const maxRecordSize = 8 * 1024 * 1024;
const maxResources = 20_000;
/** FHIR itself nests about ten deep; what is deeper is made to break a reader. */
const maxDepth = 60;

const resourceSchema = z.looseObject({
  resourceType: z.string().regex(/^[A-Z][A-Za-z]{1,60}$/),
  id: z.string().optional(),
});
const bundleSchema = z.object({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(z.looseObject({ fullUrl: z.string().optional(), resource: z.unknown().optional() }))
    .optional(),
});

/** A resource of a record, and the address that its bundle gives it. */
export interface Resource {
  type: string;
  id: string | undefined;
  fullUrl: string | undefined;
  /** As it stands in the file: of any shape. */
  body: z.infer<typeof resourceSchema>;
}

/**
 * The FHIR resources of a JSON text, those of bundles one by one.
 * @returns undefined where the text is no JSON, or JSON that is no FHIR
 * @throws AttestError `broken` where it is nested too deeply, `too-large`, `invalid-input` where it holds several patients
 */
export function readRecord(text: string): Resource[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined; // What is no JSON is no record; the caller says what can be read.
  }
  if (!resourceSchema.safeParse(json).success) return undefined;
  guardDepth(json);
  const resources = unpacked(json);
  guardOnePatient(resources);
  return resources;
}

/** Looks references up in a record: of what `contained` holds, by address, or by type and id. */
export function lookupIn(resources: readonly Resource[]): Lookup {
  const byName = new Map<string, unknown>();
  for (const { type, id, fullUrl, body } of resources) {
    if (fullUrl !== undefined) byName.set(fullUrl, body);
    if (id !== undefined) byName.set(`${type}/${id}`, body);
  }
  return {
    resolve(reference, { contained = [] }) {
      if (!reference.startsWith('#')) return byName.get(reference);
      return contained.find((one) => resourceSchema.safeParse(one).data?.id === reference.slice(1));
    },
  };
}

/** Walks without recursion: the depth is what is in doubt. */
function guardDepth(json: unknown): void {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) {
      throw new AttestError(
        'broken',
        'The record is nested too deeply to be FHIR.',
        'Export the record again.',
      );
    }
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

/** The resources of bundles, bundles in them too; `guardDepth` limits how deep they lie. */
function unpacked(json: unknown): Resource[] {
  const found: Resource[] = [];
  const add = (json: unknown, fullUrl?: string): void => {
    const { data: body } = resourceSchema.safeParse(json);
    if (!body) return;
    const { data: bundle } = bundleSchema.safeParse(body);
    if (bundle) for (const { resource, fullUrl } of bundle.entry ?? []) add(resource, fullUrl);
    else found.push({ type: body.resourceType, id: body.id, fullUrl, body });
    if (found.length <= maxResources) return;
    throw new AttestError(
      'too-large',
      `The record holds more than ${maxResources} resources.`,
      'Export what the note was written from, not the whole record.',
    );
  };
  add(json);
  return found;
}

const subjectSchema = z.object({
  subject: z.object({ reference: z.string().optional() }).optional(),
  patient: z.object({ reference: z.string().optional() }).optional(),
});

/** The resource's patient, as an id; undefined where it names none. */
function patientOf(body: Resource['body'], ids: ReadonlyMap<string, string>): string | undefined {
  const { data } = subjectSchema.safeParse(body);
  const reference = data?.subject?.reference ?? data?.patient?.reference;
  if (reference === undefined || reference.startsWith('#')) return undefined;
  return ids.get(reference) ?? /(?:^|\/)Patient\/([^/]+)/.exec(reference)?.[1] ?? reference;
}

/** Facts of somebody else would make a note wrong, or right, by accident. */
function guardOnePatient(resources: readonly Resource[]): void {
  const patients = resources.filter(({ type }) => type === 'Patient');
  const name = (one: Resource): string => one.id ?? one.fullUrl ?? '';
  const ids = new Map(
    patients.flatMap((one) => (one.fullUrl === undefined ? [] : [[one.fullUrl, name(one)] as const])),
  );
  const named = resources.flatMap(({ type, body }) =>
    type === 'Patient' ? [] : (patientOf(body, ids) ?? []),
  );
  if (new Set([...patients.map(name), ...named]).size <= 1) return;
  throw new AttestError(
    'invalid-input',
    'The record speaks of more than one patient.',
    'Export the record of the patient that the note is about.',
  );
}
