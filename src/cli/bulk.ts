import { z, type ZodType } from 'zod';
import { toAttestError } from '../core/errors';
import { readJsonLines } from './json-lines';
import type { Session } from './session';

/** The `id` of a line of bulk input; it is given back as it was. */
export const idSchema = z.union([z.string(), z.number()]);

/** A library or model that cannot be used would fail on every line alike, so it ends the run. */
function failLine(session: Session, thrown: unknown, where: string): void {
  const error = toAttestError(thrown);
  if (/^(?:library|model)-/.test(error.reason)) throw error;
  session.fail(error, where);
}

/**
 * Does the work for each line of a JSON Lines file, one after the other. A line that is not valid, or whose work fails,
 * is reported with its number and the rest goes on; the exit code is then 2.
 * @throws AttestError when the file cannot be read, or when it was cancelled
 */
export async function forEachLine<T>(
  session: Session,
  path: string,
  schema: ZodType<T>,
  work: (value: T) => Promise<void>,
): Promise<void> {
  const name = path === '-' ? 'standard input' : path;
  const lines = readJsonLines(path, schema, session.signal);
  for (;;) {
    // Only reading is about the file as a whole; what the work throws is about its line.
    const next = await lines.next().catch((error: unknown) => session.fail(error, name));
    if (!next || next.done) return;
    const where = `${name}:${next.value.line}`;
    if ('error' in next.value) session.fail(next.value.error, where);
    else await work(next.value.value).catch((error: unknown) => failLine(session, error, where));
  }
}
