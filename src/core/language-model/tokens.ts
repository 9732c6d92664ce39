import type { ModelMessage } from './language-model';

/** English has about four characters to a token. */
const charactersPerToken = 4;

/** About how many tokens a text or a conversation has, where no endpoint has counted. */
export function estimateTokens(text: string | readonly ModelMessage[]): number {
  const length =
    typeof text === 'string' ? text.length : text.reduce((sum, { content }) => sum + content.length, 0);
  return Math.ceil(length / charactersPerToken);
}
