import { z } from 'zod';
import { fhir } from './values';

interface Section {
  title?: string | undefined;
  text?: z.infer<typeof fhir.narrative> | undefined;
  section?: Section[] | undefined;
}

const section: z.ZodType<Section> = z.object({
  title: z.string().optional(),
  text: fhir.narrative.optional(),
  get section() {
    return z.array(section).optional();
  },
});

const schema = fhir.resource.extend({
  status: z.enum(['preliminary', 'final', 'amended', 'entered-in-error']),
  section: z.array(section).optional(),
});

/**
 * The sections of a composition (a discharge summary, a patient summary) with their narratives, the outer before the inner.
 * @throws ZodError where it has another shape than FHIR R4 gives it
 */
export function readComposition(resource: unknown): { title: string; div: string }[] | undefined {
  const { status, section: top = [] } = schema.parse(resource);
  return status === 'entered-in-error' ? undefined : flat(top);
}

function flat(sections: readonly Section[]): { title: string; div: string }[] {
  return sections.flatMap(({ title = '', text, section: inner = [] }) => [
    ...(text && text.status !== 'empty' ? [{ title, div: text.div }] : []),
    ...flat(inner),
  ]);
}
