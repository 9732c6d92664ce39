import type { ModelAnswer } from './language-model';

/** What a piece of work took of a model. */
export interface ModelCost {
  /** Calls that were sent; answers that were known already are not among them. */
  calls: number;
  cachedCalls: number;
  promptTokens: number;
  answerTokens: number;
}

/** What a language model had to do with a result. */
export interface ModelUse {
  /** As the endpoint names it; absent where none could be had. */
  model?: string;
  cost: ModelCost;
  /** Why the rest was decided without it, in a sentence. */
  failed?: string;
}

/** Adds up what answers took. */
export class ModelMeter {
  readonly cost: ModelCost = { calls: 0, cachedCalls: 0, promptTokens: 0, answerTokens: 0 };

  add({ cached, usage }: Pick<ModelAnswer, 'cached' | 'usage'>): void {
    if (cached) {
      this.cost.cachedCalls++;
      return;
    }
    this.cost.calls++;
    this.cost.promptTokens += usage.promptTokens;
    this.cost.answerTokens += usage.answerTokens;
  }

  /** Adds what another piece of work took. */
  addCost(cost: ModelCost): void {
    this.cost.calls += cost.calls;
    this.cost.cachedCalls += cost.cachedCalls;
    this.cost.promptTokens += cost.promptTokens;
    this.cost.answerTokens += cost.answerTokens;
  }
}
