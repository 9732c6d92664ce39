import { z } from 'zod';
import { AttestError } from '../errors';
import type { LanguageModel, ModelAnswer, ModelMessage, ModelRequest } from './language-model';
import { longestAnswer, readJson } from './read-json';

/** An answer of the asked shape. Its strings are still the model's words: quotes in it are not checked yet. */
export interface JsonAnswer<T> {
  value: T;
  /** Every answer that it took, the last one first: for the meter and for token probabilities. */
  answers: readonly [ModelAnswer, ...ModelAnswer[]];
}

/**
 * Asks for JSON of a shape. A model that has JSON Schema is held to it; one that has not gets the schema in words, and its
 * answer is read tolerantly. An answer that does not fit is asked for once more, with what is wrong, and with the schema in
 * words in any case: who was said to be held to it was not.
 * @param shape a strict object: every key is required, and others are dropped
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
