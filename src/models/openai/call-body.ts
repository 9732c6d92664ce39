import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { tokensForThoughts } from '../../core/language-model/context-room';
import type {
  CallForm,
  ModelCapabilities,
  ModelMessage,
  ModelRequest,
} from '../../core/language-model/language-model';

/** What a call sends, but for whether it is streamed. */
export type CallBody = Omit<ChatCompletionCreateParams, 'stream'>;

/** The form that all but reasoning models take. */
export const usualForm: CallForm = { limit: 'max_tokens', temperature: true, thinks: false };

/** True where a call of that form sends the parameters that a model takes of which nothing is known. */
export function isUsual({ limit, temperature, system }: CallForm): boolean {
  return limit === usualForm.limit && temperature === usualForm.temperature && system !== false;
}

/** True for a message that holds instructions. */
export function isOfSystem({ role }: ModelMessage): boolean {
  return role === 'system';
}

/**
 * What a model can do if it is the system message that it refused.
 * @returns undefined where the call had none, or was made without one already
 */
export function takesNoSystem(
  { messages }: Pick<ModelRequest, 'messages'>,
  can: ModelCapabilities,
): ModelCapabilities | undefined {
  if (can.form?.system === false || !messages.some(isOfSystem)) return undefined;
  return { ...can, form: { ...(can.form ?? usualForm), system: false } };
}

const alternatives = 5;

/** The parameters of a call that depend on its form: the most tokens of the answer, thoughts besides, and temperature. */
export function formed(
  form: CallForm,
  call: { maxTokens: number; temperature: number; tokensLeft?: number | undefined },
  contextTokens?: number,
): Pick<ChatCompletionCreateParams, CallForm['limit'] | 'temperature'> {
  const most = Math.min(call.maxTokens + tokensForThoughts(form, contextTokens), call.tokensLeft ?? Infinity);
  return { [form.limit]: most, ...(form.temperature && { temperature: call.temperature }) };
}

/**
 * What is sent: JSON is asked for in the strictest form that the model has.
 * @param can undefined where the model was never tried out; then it is asked in the usual form
 */
export function bodyOf(
  model: string,
  { messages, maxTokens, temperature = 0, schema, logprobs, tokensLeft }: ModelRequest,
  can: ModelCapabilities | undefined,
): CallBody {
  return {
    model,
    messages: can?.form?.system === false ? withoutSystem(messages) : messages.map(plain),
    ...formed(can?.form ?? usualForm, { maxTokens, temperature, tokensLeft }, can?.contextTokens),
    ...(schema &&
      can?.jsonSchema && {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name: schema.name, strict: true, schema: schema.schema },
        },
      }),
    ...(schema &&
      !can?.jsonSchema &&
      can?.jsonMode && { response_format: { type: 'json_object' as const } }),
    ...(logprobs && can?.logprobs && { logprobs: true, top_logprobs: alternatives }),
  };
}

function plain({ role, content }: ModelMessage): ModelMessage {
  return { role, content };
}

/** The instructions before the first question, for a model that takes no message of the system. */
function withoutSystem(messages: readonly ModelMessage[]): ModelMessage[] {
  const told = messages.filter(isOfSystem).map(({ content }) => content);
  const others = messages.filter((message) => !isOfSystem(message));
  const first = others.findIndex(({ role }) => role === 'user');
  return others.map((message, at) =>
    at === first ? { role: 'user', content: [...told, message.content].join('\n\n') } : plain(message),
  );
}
