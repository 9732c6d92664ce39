import type {
  LanguageModel,
  ModelAnswer,
  ModelRequest,
  ModelUsage,
} from '../../core/language-model/language-model';
import type { ModelHost } from '../../core/language-model/model-host';
import type { ModelSettings } from '../../core/language-model/model-settings';
import { ModelLayer, type OnText } from './model-layer';

const million = 1_000_000;

/** Tells the front door what each call sent and took. */
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
    const answer = await this.ask(request, onText, signal);
    this.host.used?.({ usage: answer.usage, cached: answer.cached, ...costOf(answer.usage, this.settings) });
    return answer;
  }
}

/** What a call costs, where its prices are known; in their currency. */
export function costOf(
  { promptTokens, answerTokens }: ModelUsage,
  { promptPrice, answerPrice }: Pick<ModelSettings, 'promptPrice' | 'answerPrice'>,
): { cost?: number } {
  if (promptPrice === null || answerPrice === null) return {};
  return { cost: (promptTokens * promptPrice + answerTokens * answerPrice) / million };
}
