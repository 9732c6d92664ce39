import type { z } from 'zod';
import type { fhir } from './values';

/** Headings of the text, in the order in which it has them. `sections.ts` of the core knows what most of them mean. */
export const sections = [
  'PATIENT',
  'ALLERGIES',
  'MEDICATIONS',
  'PROBLEMS',
  'PAST MEDICAL HISTORY',
  'OBSERVATIONS',
  'ENCOUNTERS',
] as const;

/** What a resource says, in lines under a heading. */
export interface ResourceText {
  section: (typeof sections)[number];
  lines: string[];
  /**
   * Its free texts may stand beside the lines. False where the resource says that something is not so: a narrative that
   * leaves that out would be read as the opposite.
   */
  plain: boolean;
}

/** What the readers of single resources may look up. */
export interface Lookup {
  /** The resource that a reference names, inside of this one (`#id`) or of the record; undefined where it is elsewhere. */
  resolve(reference: string, from: z.infer<typeof fhir.resource>): unknown;
}

/**
 * Reads one resource. Gives undefined where it is not meant to be read: entered in error, cancelled, a draft.
 * @throws ZodError where it has another shape than FHIR R4 gives it
 */
export type ResourceReader = (resource: unknown, lookup: Lookup) => ResourceText | undefined;
