import type {
  LanguageModel,
  ModelAnswer,
  ModelRequest,
  ModelUsage,
} from '../../core/language-model/language-model';
import type { ModelHost } from '../../core/language-model/model-host';
import type { ModelSettings } from '../../core/language-model/model-settings';
import { estimateTokens } from '../../core/language-model/tokens';
import { tokensTaken } from '../../core/language-model/tokens-taken';
import { toAttestError } from '../../core/errors';
import { ModelLayer, type OnText } from './model-layer';

const million = 1_000_000;

/** Tells the front door what each call sent and took, also one that was stopped or whose answer is no use: it is paid for. */
export class Meter extends ModelLayer {
  constructor(
    inner: LanguageModel,
    private readonly host: ModelHost,
    private readonly settings: Pick<ModelSettings, 'promptPrice' | 'answerPrice'>,
  ) {
    super(inner);
  }

  protected async call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    const { messages, purpose } = request;
    this.host.sent?.({ at: Date.now(), place: this.place, model: this.name, purpose, messages });
    let said = '';
    const heard =
      onText &&
      ((piece: string): void => {
        said += piece;
        onText(piece);
      });
    try {
      const answer = await this.ask(request, heard, signal);
      this.count(answer.usage, answer.cached);
      return answer;
    } catch (error) {
      const usage = tokensTaken(error) ?? likelyTaken(error, request, said);
      if (usage) this.count(usage, false);
      throw error;
    }
  }

  private count(usage: ModelUsage, cached: boolean): void {
    this.host.used?.({ usage, cached, ...costOf(usage, this.settings) });
  }
}

/** What a call took of which nobody tells; undefined for one that the endpoint did not take. */
function likelyTaken(error: unknown, { messages }: ModelRequest, said: string): ModelUsage | undefined {
  const { reason } = toAttestError(error);
  if (said === '' && reason !== 'cancelled' && reason !== 'model-answer') return undefined;
  return { promptTokens: estimateTokens(messages), answerTokens: estimateTokens(said), estimated: true };
}

/** What a call costs, where its prices are known; in their currency. */
export function costOf(
  { promptTokens, answerTokens }: ModelUsage,
  { promptPrice, answerPrice }: Pick<ModelSettings, 'promptPrice' | 'answerPrice'>,
): { cost?: number } {
  if (promptPrice === null || answerPrice === null) return {};
  return { cost: (promptTokens * promptPrice + answerTokens * answerPrice) / million };
}
