import { AttestError } from '../../core/errors';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../core/language-model/language-model';
import { tokensForThoughts } from '../../core/language-model/context-room';
import { estimateTokens } from '../../core/language-model/tokens';
import { tokensTaken } from '../../core/language-model/tokens-taken';
import { ModelLayer, type OnText } from './model-layer';

/** Ends an action that would take more tokens than it may: a loop that does not end costs no more than this. */
export class Budget extends ModelLayer {
  /** Tokens that were taken, and that the calls under way may take. */
  private spent = 0;

  private readonly unseenBefore: number;

  /**
   * @param tokens of question and answer together, over all calls of the action
   * @param unseen tokens so far of calls that no layer sees, those that try out the model
   */
  constructor(
    inner: LanguageModel,
    private readonly tokens: number,
    private readonly unseen: () => number = () => 0,
  ) {
    super(inner);
    this.unseenBefore = unseen();
  }

  protected async call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    const prompt = estimateTokens(request.messages);
    const thoughts = await this.thoughtsOf(request, signal);
    const left = this.tokens - (this.spent + this.unseen() - this.unseenBefore) - prompt;
    if (left < request.maxTokens) {
      throw new AttestError(
        'budget-spent',
        `The action was stopped: it would take more than ${this.tokens} tokens.`,
        'Do it in smaller parts, or raise attest.model.tokensPerAction.',
      );
    }
    const most = prompt + Math.min(left, request.maxTokens + thoughts);
    this.spent += most;
    // What a failed call has taken counts in full where nobody tells.
    let took = most;
    try {
      const answer = await this.ask({ ...request, tokensLeft: left }, onText, signal);
      took = answer.cached ? 0 : answer.usage.promptTokens + answer.usage.answerTokens;
      return answer;
    } catch (error) {
      const usage = tokensTaken(error);
      if (usage) took = usage.promptTokens + usage.answerTokens;
      throw error;
    } finally {
      this.spent += took - most;
    }
  }

  /** Tokens that the model may think for besides; of a model that a plain call does not try out nobody knows. */
  private async thoughtsOf({ schema, logprobs }: ModelRequest, signal?: AbortSignal): Promise<number> {
    if (!schema && !logprobs) return 0;
    const { form, contextTokens } = await this.capabilities(signal);
    return tokensForThoughts(form, contextTokens);
  }
}
