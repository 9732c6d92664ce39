import type OpenAI from 'openai';
import type {
  ChatCompletion,
  ChatCompletionCreateParamsNonStreaming,
} from 'openai/resources/chat/completions';
import { toAttestError } from '../../core/errors';
import type { CallForm, ModelCapabilities, ModelMessage } from '../../core/language-model/language-model';
import { withoutThoughts } from '../../core/language-model/thoughts';
import { formed, usualForm } from './call-body';
import { contextOf } from './context-length';
import { showsThoughts } from './reply';

type Guard = <T>(work: () => PromiseLike<T>) => Promise<T>;
type Body = Omit<ChatCompletionCreateParamsNonStreaming, 'model'>;

/** Told of each call: what a probe sends and takes waits its turn, is shown and counted like any other call. */
export interface ProbeWatch {
  /** Done when the call may start. */
  starts: (messages: readonly ModelMessage[]) => Promise<void>;
  answered: (messages: readonly ModelMessage[], reply: Partial<ChatCompletion>) => void;
}

/** The forms of a call, the usual one first; reasoning models take the third, some of them the second. */
const withSystem: readonly CallForm[] = [
  usualForm,
  { limit: 'max_completion_tokens', temperature: true, thinks: false },
  { limit: 'max_completion_tokens', temperature: false, thinks: true },
  { limit: 'max_tokens', temperature: false, thinks: false },
];
/** Templates of some models (Gemma 2, early Mistral) refuse a message of the system. */
const forms: readonly CallForm[] = [
  ...withSystem,
  ...withSystem.map((form): CallForm => ({ ...form, system: false })),
];

// Three upright bands, green, red and blue: an order that nobody guesses who has not seen it.
const bands =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMAAAABACAMAAAB7sojtAAAACVBMVEUAgAD/AAAAAP8ZnihbAAAATUlEQVR42u3PMQEAAAgDoGn/0Ebw2AsNSEpT2lIEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD4Hc6IwAeSz7tgAAAAASUVORK5CYII=';
const seesBands = /^\W*green\W+(?:(?:and|then)\W+)?red\W+(?:(?:and|then)\W+)?blue\b/i;

const system = { role: 'system' as const, content: 'You answer briefly.' };
const plain = [{ role: 'user' as const, content: 'What colour is the sky on a clear day? Answer in one sentence.' }];
// JSON mode wants the word in the question; a model that is free to answer in words does so.
const inWords = [
  { role: 'user' as const, content: 'Write one sentence about the sky, in plain words and not as JSON.' },
];
// Nothing in the question names the key: only who was held to the schema can know it.
const schema = {
  type: 'object',
  properties: { hue_of_zenith: { type: 'string', enum: ['cerulean', 'slate'] } },
  required: ['hue_of_zenith'],
  additionalProperties: false,
};
const heldToSchema = /^\s*\{\s*"hue_of_zenith"\s*:\s*"(?:cerulean|slate)"\s*\}\s*$/;

/**
 * Tries out how a model wants its calls, and what it can do, with calls that hold no text of a user. A server may take a
 * parameter and ignore it, so an answer counts only when it shows that the parameter was obeyed.
 * @param guard turns what a call throws into an AttestError
 * @param watch is told of each call
 * @throws AttestError when the endpoint cannot be reached, refuses the key or does not know the model: that says nothing
 * about what the model can do
 */
export async function probe(
  client: OpenAI,
  model: string,
  guard: Guard,
  watch: ProbeWatch,
  signal?: AbortSignal,
): Promise<ModelCapabilities> {
  const ask = async (body: Body): Promise<ChatCompletion> => {
    const messages = body.messages.map(asText);
    await watch.starts(messages);
    const reply = await guard(() => client.chat.completions.create({ model, ...body }, { signal }));
    watch.answered(messages, reply);
    return reply;
  };
  const form = await formOf(ask);
  const contextTokens = await contextOf(client, model, guard, signal);
  const known = { ...(contextTokens !== undefined && { contextTokens }), ...(form && { form }) };
  if (!form) {
    return { jsonSchema: false, jsonMode: false, tools: false, logprobs: false, vision: false, ...known };
  }
  const tries = async (
    { maxTokens, ...body }: Body & { maxTokens: number },
    shows: (reply: ChatCompletion) => boolean,
  ): Promise<boolean> => {
    try {
      return shows(await ask({ ...formed(form, { maxTokens, temperature: 0 }, contextTokens), ...body }));
    } catch (thrown) {
      if (isRefusedParameter(thrown)) return false;
      throw thrown;
    }
  };
  const jsonSchema = await tries(
    {
      messages: plain,
      maxTokens: 40,
      response_format: { type: 'json_schema', json_schema: { name: 'probe', strict: true, schema } },
    },
    (reply) => heldToSchema.test(textOf(reply)),
  );
  const jsonMode = await tries(
    { messages: inWords, maxTokens: 40, response_format: { type: 'json_object' } },
    (reply) => /^\s*\{/.test(textOf(reply)),
  );
  const logprobs = await tries(
    { messages: plain, maxTokens: 1, logprobs: true, top_logprobs: 2 },
    (reply) => Array.isArray(reply.choices?.[0]?.logprobs?.content),
  );
  const tools = await tries(
    {
      messages: [{ role: 'user', content: 'Call the function "ping".' }],
      maxTokens: 40,
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
            { type: 'text', text: 'Name the colours of the three bands, from left to right, and nothing else.' },
            { type: 'image_url', image_url: { url: bands } },
          ],
        },
      ],
      maxTokens: 20,
    },
    (reply) => seesBands.test(textOf(reply)),
  );
  return { jsonSchema, jsonMode, tools, logprobs, vision, ...known };
}

/** The first form that the model takes, and whether its answer shows thoughts; undefined where it takes none. */
async function formOf(ask: (body: Body) => Promise<ChatCompletion>): Promise<CallForm | undefined> {
  for (const form of forms) {
    try {
      const messages = form.system === false ? plain : [system, ...plain];
      const reply = await ask({ messages, ...formed(form, { maxTokens: 60, temperature: 0 }) });
      return { ...form, thinks: form.thinks || showsThoughts(reply) };
    } catch (thrown) {
      if (!isRefusedForm(thrown)) throw thrown;
    }
  }
  return undefined;
}

/** True where a server says that it does not take a call as it was put. */
export function isRefusedForm(thrown: unknown): boolean {
  const status = statusOf(thrown);
  return status === 400 || status === 422;
}

/**
 * True where a server, which has answered a plain call, refuses one with a parameter more. A server that is down, a wrong
 * key and a cancelled call say nothing of the parameter.
 */
function isRefusedParameter(thrown: unknown): boolean {
  const status = statusOf(thrown);
  if (status === undefined || [401, 403, 408, 409, 429].includes(status)) return false;
  return status >= 400 && status <= 501;
}

function statusOf(thrown: unknown): number | undefined {
  return (toAttestError(thrown).cause as { status?: number } | undefined)?.status;
}

function textOf(reply: ChatCompletion): string {
  return withoutThoughts(reply.choices?.[0]?.message?.content ?? '');
}

/** A message as the log shows it; a picture by its name. */
function asText({ role, content }: Body['messages'][number]): ModelMessage {
  const parts = typeof content === 'string' ? [content] : (content ?? []).map(partText);
  return { role: role === 'system' || role === 'assistant' ? role : 'user', content: parts.join('\n') };
}

function partText(part: { type: string; text?: string }): string {
  return part.text ?? `(${part.type})`;
}
