import { z } from 'zod';
import { AttestError } from '../../core/errors';
import type { Citation } from '../../core/evidence/citations/citation';

const offset = z.number().int().nonnegative();
const text = (max: number) => z.string().max(max);

const citationSchema = z.object({
  kind: z.enum(['source', 'library', 'note']),
  document: text(4096).min(1),
  title: text(4096),
  version: text(128),
  section: z.array(text(4096)).max(64),
  page: z.number().int().positive().optional(),
  quote: text(20_000),
  start: offset,
  end: offset,
});
const findingSchema = z.object({
  uri: z.url().max(4096),
  fingerprint: text(128).min(1),
  where: z.enum(['note', 'workspace']).optional(),
});
const questionSchema = text(4000).min(1).optional();
const sampleSchema = z.object({ fresh: z.boolean().optional(), open: z.boolean().optional() }).optional();

/** Names a finding of a note; `where` says for *Ignore* where the reason is kept. */
export type FindingArgument = z.infer<typeof findingSchema>;

/** How *Open Sample Clinic* runs: `fresh` asks for no folder, `open: false` only copies. */
export type SampleArgument = z.infer<typeof sampleSchema>;

function checked<T>(schema: z.ZodType<T, unknown>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AttestError(
    'invalid-input',
    'The command was called with arguments it does not know.',
    'Run it from the command palette or from a finding.',
    { cause: result.error },
  );
}

/** Checks the argument of *Open Citation*. Throws AttestError `invalid-input` for anything else. */
export function citationArgument(value: unknown): Citation {
  return checked(citationSchema, value);
}

/** Checks an argument that names a finding. Throws AttestError `invalid-input` for anything else. */
export function findingArgument(value: unknown): FindingArgument {
  return checked(findingSchema, value);
}

/** Checks the optional question of *Ask Guidelines*. Throws AttestError `invalid-input` for anything else. */
export function questionArgument(value: unknown): string | undefined {
  return checked(questionSchema, value);
}

/** Checks the options of *Open Sample Clinic*. Throws AttestError `invalid-input` for anything else. */
export function sampleArgument(value: unknown): SampleArgument {
  return checked(sampleSchema, value);
}
