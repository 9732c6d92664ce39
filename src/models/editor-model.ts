import { AttestError, throwIfCancelled } from '../core/errors';
import type {
  LanguageModel,
  ModelAnswer,
  ModelCapabilities,
  ModelPlace,
  ModelRequest,
} from '../core/language-model/language-model';
import type { EditorModel, EditorModels } from '../core/language-model/model-host';
import { thoughtFilter, withoutThoughts } from '../core/language-model/thoughts';
import { estimateTokens } from '../core/language-model/tokens';

/** A language model of the editor. It has no JSON modes and no probabilities, and tells no usage. */
export class EditorLanguageModel implements LanguageModel {
  readonly name: string;
  readonly place: ModelPlace & { kind: 'editor' };

  constructor(
    private readonly editor: EditorModels,
    private readonly model: EditorModel,
  ) {
    this.name = model.name;
    this.place = { kind: 'editor', vendor: model.vendor };
  }

  capabilities(): Promise<ModelCapabilities> {
    const { contextTokens } = this.model;
    return Promise.resolve({
      jsonSchema: false,
      jsonMode: false,
      tools: false,
      logprobs: false,
      vision: false,
      ...(contextTokens !== undefined && { contextTokens }),
    });
  }

  complete(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> {
    return this.stream(request, () => undefined, signal);
  }

  async stream(
    request: ModelRequest,
    onText: (piece: string) => void,
    signal?: AbortSignal,
  ): Promise<ModelAnswer> {
    throwIfCancelled(signal);
    const { messages, maxTokens } = request;
    const said = await this.editor.ask(this.name, { messages, maxTokens }, thoughtFilter(onText), signal);
    const text = withoutThoughts(said);
    throwIfCancelled(signal);
    if (text.trim() === '') {
      throw new AttestError(
        'model-answer',
        `The model ${this.name} gave an empty answer.`,
        'Ask again, or choose another model.',
      );
    }
    return {
      text,
      usage: { promptTokens: estimateTokens(messages), answerTokens: estimateTokens(text), estimated: true },
      finish: 'stop',
      cached: false,
    };
  }
}
