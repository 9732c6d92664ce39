import { z } from 'zod';
import { AttestError } from '../errors';
import type { LanguageModel, ModelAnswer, ModelMessage, ModelRequest } from './language-model';

/** An answer of the asked shape. Its strings are still the model's words: quotes in it are not checked yet. */
export interface JsonAnswer<T> {
  value: T;
  /** Every answer that it took, the last one first: for the meter and for token probabilities. */
  answers: readonly [ModelAnswer, ...ModelAnswer[]];
}

/** A longer answer is no verdict; scanning it must stay cheap. Characters. */
const longestAnswer = 200_000;

/**
 * Asks for JSON of a shape. A model that has JSON Schema is held to it; one that has not gets the schema in words, and its
 * answer is read tolerantly. An answer that does not fit is asked for once more, with what is wrong, and with the schema in
 * words in any case: who was said to be held to it was not.
 * @param shape a strict object: every key is required
 * @throws AttestError `model-answer` when the second answer does not fit either
 */
export async function askForJson<T>(
  model: LanguageModel,
  request: Omit<ModelRequest, 'schema'>,
  name: string,
  shape: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<JsonAnswer<T>> {
  const schema = schemaOf(shape);
  const can = await model.capabilities(signal);
  const messages = can.jsonSchema ? request.messages : withSchema(request.messages, schema);
  const first = await model.complete({ ...request, messages, schema: { name, schema } }, signal);
  const read = readJson(first.text, shape);
  if (read.ok) return { value: read.value, answers: [first] };
  const again = [
    ...messages,
    { role: 'assistant' as const, content: first.text.slice(0, longestAnswer) },
    {
      role: 'user' as const,
      content: `That answer cannot be used: ${read.problem} ${inWords(schema)}`,
    },
  ];
  const second = await model.complete({ ...request, messages: again, schema: { name, schema } }, signal);
  const repaired = readJson(second.text, shape);
  if (repaired.ok) return { value: repaired.value, answers: [second, first] };
  throw new AttestError(
    'model-answer',
    `The model ${model.name} did not answer in the form that was asked for.`,
    'Try a larger model, or one that supports JSON Schema.',
  );
}

/**
 * The shape as a JSON Schema without its lengths: llama.cpp refuses a grammar that repeats more than 2,000 times, and other
 * servers know no lengths in their strict mode. They are checked when the answer is read.
 */
function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const schema = z.toJSONSchema(shape, {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.maxLength;
      delete jsonSchema.maxItems;
    },
  }) as Record<string, unknown>;
  delete schema['$schema'];
  return schema;
}

function withSchema(messages: readonly ModelMessage[], schema: object): ModelMessage[] {
  const words = inWords(schema);
  const [first, ...rest] = messages;
  return first?.role === 'system'
    ? [{ ...first, content: `${first.content}\n\n${words}` }, ...rest]
    : [{ role: 'system', content: words }, ...messages];
}

function inWords(schema: object): string {
  return `Answer with one JSON object that fits this JSON Schema, and with nothing else:\n${JSON.stringify(schema)}`;
}

type Read<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Reads the first JSON object of an answer: bare, in a code fence, or with words around it, trailing commas allowed. */
export function readJson<T>(text: string, shape: z.ZodType<T>): Read<T> {
  if (text.length > longestAnswer) return { ok: false, problem: 'It is too long.' };
  const found = firstObject(text);
  if (found === undefined) return { ok: false, problem: 'It holds no JSON object.' };
  let data: unknown;
  try {
    data = JSON.parse(found);
  } catch {
    try {
      data = JSON.parse(withoutTrailingCommas(found));
    } catch {
      return { ok: false, problem: 'Its JSON is not valid.' };
    }
  }
  const parsed = shape.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, problem: `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'wrong'}.` };
}

/** The text from the first opening brace to the one that closes it; to the end where none does. */
function firstObject(text: string): string | undefined {
  const start = text.indexOf('{');
  if (start < 0) return undefined;
  let depth = 0;
  for (const { at, inString } of characters(text, start)) {
    if (inString) continue;
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

function withoutTrailingCommas(json: string): string {
  let out = '';
  for (const { at, inString } of characters(json, 0)) {
    const isComma = !inString && json[at] === ',';
    if (isComma && /^\s*[}\]]/.test(json.slice(at + 1, at + 200))) continue;
    out += json[at] ?? '';
  }
  return out;
}

/** Walks over JSON, and tells which characters are inside of a string. */
function* characters(text: string, from: number): Generator<{ at: number; inString: boolean }> {
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const wasInString = inString;
    if (text[at] === '"') inString = !inString;
    yield { at, inString: wasInString || inString };
    if (inString && text[at] === '\\') {
      at++;
      if (at < text.length) yield { at, inString: true };
    }
  }
}
