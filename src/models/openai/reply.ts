import type OpenAI from 'openai';
import type { ChatCompletion } from 'openai/resources/chat/completions';
import type {
  ModelAnswer,
  ModelRequest,
  ModelUsage,
  TokenProbability,
} from '../../core/language-model/language-model';
import { withoutThoughts } from '../../core/language-model/thoughts';
import { estimateTokens } from '../../core/language-model/tokens';

/** What a call took: as the endpoint counted, else estimated. */
export function usageOf(
  request: Pick<ModelRequest, 'messages'>,
  text: string,
  usage: OpenAI.CompletionUsage | undefined,
): ModelUsage {
  if (usage && Number.isFinite(usage.prompt_tokens) && Number.isFinite(usage.completion_tokens)) {
    return { promptTokens: usage.prompt_tokens, answerTokens: usage.completion_tokens, estimated: false };
  }
  return {
    promptTokens: estimateTokens(request.messages),
    answerTokens: estimateTokens(text),
    estimated: true,
  };
}

/** How an answer ended, from the protocol's word for it. */
export function finishOf(reason: string | null | undefined): ModelAnswer['finish'] {
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content_filter' ? 'filtered' : 'other';
}

/**
 * The probabilities of an answer's tokens.
 * @param skipped characters before the answer, whose tokens are left out
 */
export function tokensOf(
  content: OpenAI.ChatCompletionTokenLogprob[] | null | undefined,
  skipped: number,
): { tokens?: readonly TokenProbability[] } {
  if (!Array.isArray(content)) return {};
  let at = 0;
  const answer = content.filter(({ token }) => {
    at += token.length;
    return at > skipped;
  });
  return {
    tokens: answer.map(({ token, logprob, top_logprobs = [] }) => ({
      token,
      logprob,
      alternatives: top_logprobs.map((one) => ({ token: one.token, logprob: one.logprob })),
    })),
  };
}

/** True where a reply shows thoughts: in its text, beside it, or in what was counted. */
export function showsThoughts({ choices, usage }: Partial<ChatCompletion>): boolean {
  const message = choices?.[0]?.message as Record<string, unknown> | undefined;
  const beside = [message?.['reasoning_content'], message?.['reasoning']];
  if (beside.some((one) => typeof one === 'string' && one.trim() !== '')) return true;
  if ((usage?.completion_tokens_details?.reasoning_tokens ?? 0) > 0) return true;
  const text = message?.['content'];
  return typeof text === 'string' && withoutThoughts(text) !== text;
}
