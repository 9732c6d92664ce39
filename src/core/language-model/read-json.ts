import { jsonrepair } from 'jsonrepair';
import type { z } from 'zod';
import { withoutThoughts } from './thoughts';

/** What was read, or what is wrong with it in a sentence that holds nothing of it but names of keys. */
export type Read<T> = { ok: true; value: T } | { ok: false; problem: string };

/** A longer answer is no verdict; scanning it must stay cheap. Characters. */
export const longestAnswer = 200_000;
/** Opening braces that are followed up. */
const mostStarts = 20;
/** A longer object is not mended. Characters. */
const longestRepair = 10_000;

/**
 * Reads the JSON object of an answer that fits a shape: bare, in a code fence, or with words, braces or thoughts around it;
 * with commas too many, other quotes, comments, line ends in strings, or an end that is missing. Keys that the shape does
 * not know are left out, also where it is strict; nothing else is forgiven. Several objects that fit and differ are no
 * answer: one of them may be quoted from a document.
 */
export function readJson<T>(text: string, shape: z.ZodType<T>): Read<T> {
  if (text.length > longestAnswer) return { ok: false, problem: 'It is too long.' };
  const reads = objectsIn(withoutThoughts(text)).map((object) => readObject(object, shape));
  const [first, ...others] = reads.filter((read) => read.ok);
  if (!first) return reads.at(-1) ?? { ok: false, problem: 'It holds no JSON object.' };
  const said = JSON.stringify(first.value);
  return others.every(({ value }) => JSON.stringify(value) === said)
    ? first
    : { ok: false, problem: 'It holds several objects that differ.' };
}

function readObject<T>(object: string, shape: z.ZodType<T>): Read<T> {
  const data = parsed(object);
  if (data === undefined) return { ok: false, problem: 'Its JSON is not valid.' };
  let fits = shape.safeParse(data);
  const unknown = fits.success ? [] : fits.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length > 0) {
    for (const { path, keys } of unknown) remove(data, path, keys);
    fits = shape.safeParse(data);
  }
  if (fits.success) return { ok: true, value: fits.data };
  const [issue] = fits.error.issues;
  return { ok: false, problem: `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'wrong'}.` };
}

/** As it stands, else mended; undefined where there is nothing to mend. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    if (json.length > longestRepair) return undefined;
  }
  try {
    return JSON.parse(jsonrepair(json));
  } catch {
    return undefined;
  }
}

function remove(data: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  let holder = data;
  for (const step of path) holder = (holder as Record<PropertyKey, unknown>)[step];
  for (const key of keys) Reflect.deleteProperty(holder as object, key);
}

/**
 * The objects of a text, outermost only: from an opening brace to the one that closes it. One that nothing closes goes to
 * the end, and nothing is looked for inside: what stands there may be a quote. A brace that begins no object is passed over.
 */
function objectsIn(text: string): string[] {
  const objects: string[] = [];
  let start = text.indexOf('{');
  for (let starts = 0; start >= 0 && starts < mostStarts; starts++) {
    const end = endOf(text, start);
    if (end !== undefined) {
      objects.push(text.slice(start, end));
    } else if (/^\{\s*(?:["'“‘]|[\w-]+\s*:)/.test(text.slice(start, start + 200))) {
      const [object = ''] = text.slice(start).split(/\n\s*```/, 1);
      return [...objects, object];
    }
    start = text.indexOf('{', end ?? start + 1);
  }
  return objects;
}

/** Where the object ends that begins at `start`; undefined where it does not. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (!inString && character === '{') depth++;
    else if (!inString && character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
