import type OpenAI from 'openai';
import type {
  ChatCompletion,
  ChatCompletionCreateParamsNonStreaming,
} from 'openai/resources/chat/completions';
import { toAttestError } from '../../core/errors';
import type { ModelCapabilities, ModelMessage } from '../../core/language-model/language-model';

type Guard = <T>(work: () => PromiseLike<T>) => Promise<T>;
type Body = Omit<ChatCompletionCreateParamsNonStreaming, 'model'>;

/** Told of each call: what a probe sends and takes is shown and counted like any other call. */
export interface ProbeWatch {
  sent: (messages: readonly ModelMessage[]) => void;
  answered: (messages: readonly ModelMessage[], reply: Partial<ChatCompletion>) => void;
}

// A picture of one pixel.
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const question = [
  { role: 'user' as const, content: 'Reply with the JSON object {"ok": true} and nothing else.' },
];
const schema = {
  type: 'object',
  properties: { ok: { type: 'boolean' } },
  required: ['ok'],
  additionalProperties: false,
};

/**
 * Tries out what a model can do, with calls that hold no text of a user. A server may take a parameter and ignore it, so
 * an answer counts only when it shows that the parameter was obeyed.
 * @param guard turns what a call throws into an AttestError
 * @param watch is told of each call
 * @throws AttestError when the endpoint cannot be reached or refuses the key: that says nothing about the model
 */
export async function probe(
  client: OpenAI,
  model: string,
  guard: Guard,
  watch: ProbeWatch,
  signal?: AbortSignal,
): Promise<ModelCapabilities> {
  const tries = async (body: Body, shows: (reply: ChatCompletion) => boolean): Promise<boolean> => {
    const messages = body.messages.map(asText);
    watch.sent(messages);
    try {
      const reply = await guard(() =>
        client.chat.completions.create({ model, temperature: 0, ...body }, { signal, maxRetries: 1 }),
      );
      watch.answered(messages, reply);
      return shows(reply);
    } catch (thrown) {
      const error = toAttestError(thrown);
      // A refused parameter is an answer; a server that is down, a wrong key and a cancelled call are none.
      const status = (error.cause as { status?: number } | undefined)?.status;
      if (status === 400 || status === 415 || status === 422 || status === 501 || status === 500)
        return false;
      throw error;
    }
  };
  const isJson = (reply: ChatCompletion): boolean => hasOk(reply.choices?.[0]?.message?.content);
  const jsonSchema = await tries(
    {
      messages: question,
      max_tokens: 30,
      response_format: { type: 'json_schema', json_schema: { name: 'probe', strict: true, schema } },
    },
    isJson,
  );
  const jsonMode = await tries(
    { messages: question, max_tokens: 30, response_format: { type: 'json_object' } },
    isJson,
  );
  const logprobs = await tries(
    { messages: question, max_tokens: 1, logprobs: true, top_logprobs: 2 },
    (reply) => Array.isArray(reply.choices?.[0]?.logprobs?.content),
  );
  const tools = await tries(
    {
      messages: [{ role: 'user', content: 'Call the function "ping".' }],
      max_tokens: 40,
      tools: [
        { type: 'function', function: { name: 'ping', parameters: { type: 'object', properties: {} } } },
      ],
    },
    (reply) => (reply.choices?.[0]?.message?.tool_calls?.length ?? 0) > 0,
  );
  const vision = await tries(
    {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Reply with the word ok.' },
            { type: 'image_url', image_url: { url: pixel } },
          ],
        },
      ],
      max_tokens: 5,
    },
    (reply) => typeof reply.choices?.[0]?.message?.content === 'string',
  );
  const contextTokens = await contextOf(client, model, guard, signal);
  return {
    jsonSchema,
    jsonMode,
    tools,
    logprobs,
    vision,
    ...(contextTokens !== undefined && { contextTokens }),
  };
}

/** A message as the log shows it; a picture by its name. */
function asText({ role, content }: Body['messages'][number]): ModelMessage {
  const parts = typeof content === 'string' ? [content] : (content ?? []).map(partText);
  return { role: role === 'system' || role === 'assistant' ? role : 'user', content: parts.join('\n') };
}

function partText(part: { type: string; text?: string }): string {
  return part.text ?? `(${part.type})`;
}

function hasOk(text: string | null | undefined): boolean {
  try {
    return (JSON.parse(text ?? '') as { ok?: unknown } | null)?.ok === true;
  } catch {
    return false;
  }
}

/** The names under which vLLM, llama.cpp, LM Studio and OpenRouter give the length of the context. */
async function contextOf(
  client: OpenAI,
  model: string,
  guard: Guard,
  signal?: AbortSignal,
): Promise<number | undefined> {
  let entry: Record<string, unknown> | undefined;
  try {
    const page = await guard(() => client.models.list({ signal, maxRetries: 0 }));
    entry = page.data.find(({ id }) => id === model) as unknown as Record<string, unknown> | undefined;
  } catch (thrown) {
    const error = toAttestError(thrown);
    if (error.reason === 'cancelled') throw error;
    return undefined; // A list of models is no part of what every server offers.
  }
  const meta = entry?.['meta'] as Record<string, unknown> | undefined;
  const given = [
    entry?.['max_model_len'],
    entry?.['context_length'],
    entry?.['max_context_length'],
    entry?.['context_window'],
    meta?.['n_ctx'],
    meta?.['n_ctx_train'],
  ].find((value): value is number => typeof value === 'number' && value > 0);
  return given;
}
