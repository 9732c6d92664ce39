import type { LanguageModel, ModelAnswer, ModelRequest } from '../../core/language-model/language-model';
import { textHash } from '../../core/verdicts/suppression';
import type { LruMap } from '../lru-map';
import { ModelLayer, type OnText } from './model-layer';

/** Answers that were given before, in memory only, by the hash of model, prompt and text. */
export type Answers = LruMap<string, ModelAnswer>;

/**
 * Gives an answer again without a call. Samples (a temperature above 0) are meant to differ and are never kept; nor is an
 * answer that was cut off.
 */
export class AnswerCache extends ModelLayer {
  constructor(
    inner: LanguageModel,
    private readonly answers: Answers,
  ) {
    super(inner);
  }

  protected async call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    if ((request.temperature ?? 0) > 0) return this.ask(request, onText, signal);
    // The instructions are part of the messages, so another version of a prompt is another key. What an action may still take
    // asks nothing else.
    const { tokensLeft: _, ...asked } = request;
    const key = textHash(JSON.stringify([this.place, this.name, asked]));
    const known = this.answers.get(key);
    if (known) {
      onText?.(known.text);
      return { ...known, cached: true };
    }
    const answer = await this.ask(request, onText, signal);
    if (answer.finish === 'stop') this.answers.set(key, answer);
    return answer;
  }
}
