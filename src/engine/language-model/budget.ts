import { AttestError } from '../../core/errors';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../core/language-model/language-model';
import { estimateTokens } from '../../core/language-model/tokens';
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
    const most = estimateTokens(request.messages) + request.maxTokens;
    if (this.spent + this.unseen() - this.unseenBefore + most > this.tokens) {
      throw new AttestError(
        'budget-spent',
        `The action was stopped: it would take more than ${this.tokens} tokens.`,
        'Do it in smaller parts, or raise attest.model.tokensPerAction.',
      );
    }
    this.spent += most;
    // What a failed call has taken nobody tells, so it counts in full.
    const answer = await this.ask(request, onText, signal);
    const took = answer.cached ? 0 : answer.usage.promptTokens + answer.usage.answerTokens;
    this.spent += took - most;
    return answer;
  }
}
