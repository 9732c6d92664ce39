import { z } from 'zod';
import { AttestError } from '../errors';
import type { LanguageModel, ModelAnswer, ModelMessage, ModelRequest } from './language-model';
import type { ModelMeter } from './model-meter';
import { longestAnswer, readJson } from './read-json';
import { tokensTaken } from './tokens-taken';

/** An answer of the asked shape. Its strings are still the model's words: quotes in it are not checked yet. */
export interface JsonAnswer<T> {
  value: T;
  /** The answer that it was read from, for token probabilities. */
  answer: ModelAnswer;
}

/**
 * Asks for JSON of a shape. A model that has JSON Schema is held to it; one that has not gets the schema in words, and its
 * answer is read tolerantly. An answer that does not fit is asked for once more, with what is wrong, and with the schema in
 * words in any case: who was said to be held to it was not.
 * @param shape a strict object: every key is required, and others are dropped
 * @param meter gets what each call took, also where none of them gave an answer
 * @throws AttestError `model-answer` when the second answer does not fit either
 */
export async function askForJson<T>(
  model: LanguageModel,
  request: Omit<ModelRequest, 'schema'>,
  name: string,
  shape: z.ZodType<T>,
  meter: ModelMeter,
  signal?: AbortSignal,
): Promise<JsonAnswer<T>> {
  const schema = schemaOf(shape);
  const can = await model.capabilities(signal);
  const messages = can.jsonSchema ? request.messages : withSchema(request.messages, schema);
  const ask = async (asked: readonly ModelMessage[]): Promise<ModelAnswer> => {
    try {
      const answer = await model.complete({ ...request, messages: asked, schema: { name, schema } }, signal);
      meter.add(answer);
      return answer;
    } catch (error) {
      const usage = tokensTaken(error);
      if (usage) meter.add({ cached: false, usage });
      throw error;
    }
  };
  const first = await ask(messages);
  const read = readJson(first.text, shape);
  if (read.ok) return { value: read.value, answer: first };
  const again = [
    ...messages,
    { role: 'assistant' as const, content: first.text.slice(0, longestAnswer) },
    {
      role: 'user' as const,
      content: `That answer cannot be used: ${read.problem} ${inWords(schema)}`,
    },
  ];
  const second = await ask(again);
  const repaired = readJson(second.text, shape);
  if (repaired.ok) return { value: repaired.value, answer: second };
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
