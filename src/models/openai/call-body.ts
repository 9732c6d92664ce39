import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { tokensForThoughts } from '../../core/language-model/context-room';
import type { CallForm, ModelCapabilities, ModelRequest } from '../../core/language-model/language-model';

/** What a call sends, but for whether it is streamed. */
export type CallBody = Omit<ChatCompletionCreateParams, 'stream'>;

/** The form that all but reasoning models take. */
export const usualForm: CallForm = { limit: 'max_tokens', temperature: true, thinks: false };

/** True where a call of that form sends the parameters that a model takes of which nothing is known. */
export function isUsual({ limit, temperature }: CallForm): boolean {
  return limit === usualForm.limit && temperature === usualForm.temperature;
}

const alternatives = 5;

/** The parameters of a call that depend on its form: the most tokens of the answer, thoughts besides, and temperature. */
export function formed(
  form: CallForm,
  call: { maxTokens: number; temperature: number },
  contextTokens?: number,
): Pick<ChatCompletionCreateParams, CallForm['limit'] | 'temperature'> {
  const most = call.maxTokens + tokensForThoughts(form, contextTokens);
  return { [form.limit]: most, ...(form.temperature && { temperature: call.temperature }) };
}

/**
 * What is sent: JSON is asked for in the strictest form that the model has.
 * @param can undefined where the model was never tried out; then it is asked in the usual form
 */
export function bodyOf(
  model: string,
  { messages, maxTokens, temperature = 0, schema, logprobs }: ModelRequest,
  can: ModelCapabilities | undefined,
): CallBody {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...formed(can?.form ?? usualForm, { maxTokens, temperature }, can?.contextTokens),
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
