import type { ChatBody, Reply } from './openai-server';

/** What a model of a test can do, and obeys. */
export interface Abilities {
  jsonSchema?: boolean;
  jsonMode?: boolean;
  tools?: boolean;
  logprobs?: boolean;
  /** What it sees in a picture. */
  sees?: string;
}

/** A model that can do everything. */
export const able: Abilities = {
  jsonSchema: true,
  jsonMode: true,
  tools: true,
  logprobs: true,
  sees: 'Green, red, blue.',
};

/**
 * The reply of a server that takes every parameter and obeys those that it can: a schema with the first value that each key
 * may have, JSON mode with some object. What it can't do it ignores, and answers in words.
 */
export function obeying(body: ChatBody, can: Abilities = able): Reply {
  const { response_format: format, messages = [] } = body;
  const isPicture = messages.some(({ content }) => Array.isArray(content));
  const text =
    format?.type === 'json_schema' && can.jsonSchema
      ? JSON.stringify(fitting(format.json_schema?.schema))
      : format?.type === 'json_object' && can.jsonMode
        ? '{"answer": "The sky is blue."}'
        : isPicture
          ? (can.sees ?? 'I cannot see pictures.')
          : 'The sky is blue.';
  return {
    text,
    ...(body.logprobs &&
      can.logprobs && { logprobs: { content: [{ token: text, logprob: -0.1, top_logprobs: [] }] } }),
    ...(body.tools &&
      can.tools && {
        toolCalls: [{ id: '1', type: 'function', function: { name: 'ping', arguments: '{}' } }],
      }),
  };
}

function fitting(schema: unknown): Record<string, unknown> {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, { enum?: unknown[] }> };
  return Object.fromEntries(
    Object.entries(properties).map(([key, { enum: values }]) => [key, values?.[0] ?? '']),
  );
}
