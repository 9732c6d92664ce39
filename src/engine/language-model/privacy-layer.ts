import { randomInt } from 'node:crypto';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../core/language-model/language-model';
import type { Deidentifier } from '../../core/privacy/deidentifier';
import { ModelLayer, type OnText } from './model-layer';

/** Dates are moved by so many weeks at least and at most, in either direction. */
const weeks = { least: 4, most: 52 };

/** Takes out of what is sent what may tell who a patient is, and puts it back into the answer. Serves one action. */
export class PrivacyLayer extends ModelLayer {
  private constructor(
    inner: LanguageModel,
    private readonly deidentifier: Deidentifier,
  ) {
    super(inner);
  }

  /** The lists of names are loaded here and not before: who uses no model elsewhere never pays for them. */
  static async around(inner: LanguageModel): Promise<PrivacyLayer> {
    const { Deidentifier } = await import('../../core/privacy/deidentifier');
    const count = randomInt(weeks.least, weeks.most + 1) * (randomInt(2) === 0 ? -1 : 1);
    return new PrivacyLayer(inner, new Deidentifier(7 * count));
  }

  protected async call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    const hidden = this.deidentifier.hide(request.messages.map(({ content }) => content));
    const messages = request.messages.map((message, at) => ({ ...message, content: hidden[at] ?? '' }));
    const restoring = onText && this.deidentifier.restoring(onText);
    const answer = await this.ask({ ...request, messages }, restoring?.piece, signal);
    restoring?.end();
    return { ...answer, text: this.deidentifier.restore(answer.text) };
  }
}
