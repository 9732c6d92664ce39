import type { ZodType } from 'zod';
import { AttestError } from './errors';

/**
 * What a caller gave, once it has the shape that is asked for.
 * @param what is not valid where it is not one field ("The line")
 * @param advice what the caller can do, one sentence
 * @throws AttestError `invalid-input` that names the first field which is wrong, with nothing of its content
 */
export function validInput<T>(schema: ZodType<T>, data: unknown, what: string, advice: string): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new AttestError(
    'invalid-input',
    `${field === '' ? what : `"${field}"`} is not valid: ${issue?.message ?? 'unknown'}.`,
    advice,
    { cause: parsed.error },
  );
}
