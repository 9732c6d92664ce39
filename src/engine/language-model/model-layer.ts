import type {
  LanguageModel,
  ModelAnswer,
  ModelCapabilities,
  ModelPlace,
  ModelRequest,
} from '../../core/language-model/language-model';

/** Takes the pieces of an answer that is streamed; absent: the answer is wanted as a whole. */
export type OnText = ((piece: string) => void) | undefined;

/** One concern around a model: both ways of asking go through one method. */
export abstract class ModelLayer implements LanguageModel {
  constructor(protected readonly inner: LanguageModel) {}

  get name(): string {
    return this.inner.name;
  }

  get place(): ModelPlace {
    return this.inner.place;
  }

  capabilities(signal?: AbortSignal): Promise<ModelCapabilities> {
    return this.inner.capabilities(signal);
  }

  complete(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> {
    return this.call(request, undefined, signal);
  }

  stream(request: ModelRequest, onText: (piece: string) => void, signal?: AbortSignal): Promise<ModelAnswer> {
    return this.call(request, onText, signal);
  }

  readAhead(texts: readonly string[]): void {
    this.inner.readAhead?.(texts);
  }

  protected abstract call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer>;

  /** Asks the model inside. */
  protected ask(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    return onText ? this.inner.stream(request, onText, signal) : this.inner.complete(request, signal);
  }
}
