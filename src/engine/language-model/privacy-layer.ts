import { randomInt } from 'node:crypto';
import { promptParts } from '../../core/language-model/data-block';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../core/language-model/language-model';
import type { Deidentifier } from '../../core/privacy/deidentifier';
import { ModelLayer, type OnText } from './model-layer';
import type { TextReadings } from './text-readings';

/** Dates are moved by so many weeks at least and at most, in either direction. */
const weeks = { least: 4, most: 52 };

/**
 * Takes out of what is sent what may tell who a patient is, and puts it back into the answer. Serves one action. What the
 * rules find and what the learned reader finds is taken out; where the reader cannot be used nothing is sent.
 */
export class PrivacyLayer extends ModelLayer {
  private constructor(
    inner: LanguageModel,
    private readonly deidentifier: Deidentifier,
    private readonly readings: TextReadings,
  ) {
    super(inner);
  }

  /** The lists of names are loaded here and not before: who uses no model elsewhere never pays for them. */
  static async around(inner: LanguageModel, readings: TextReadings): Promise<PrivacyLayer> {
    const { Deidentifier } = await import('../../core/privacy/deidentifier');
    const count = randomInt(weeks.least, weeks.most + 1) * (randomInt(2) === 0 ? -1 : 1);
    return new PrivacyLayer(inner, new Deidentifier(7 * count, await readings.rules()), readings);
  }

  override readAhead(texts: readonly string[]): void {
    this.readings.readAhead(texts);
  }

  protected async call(request: ModelRequest, onText: OnText, signal?: AbortSignal): Promise<ModelAnswer> {
    // A passage is the same text in each prompt that holds it, so that it is read once.
    const cut = request.messages.map(({ content }) => promptParts(content));
    const texts = cut.flat().flatMap(({ text, isMark }) => (isMark ? [] : [text]));
    const hidden = this.deidentifier.hide(texts, await this.readings.read(texts, signal)).values();
    const messages = request.messages.map((message, at) => ({
      ...message,
      content: (cut[at] ?? [])
        .map(({ text, isMark }) => (isMark ? text : (hidden.next().value ?? '')))
        .join(''),
    }));
    const restoring = onText && this.deidentifier.restoring(onText);
    const answer = await this.ask({ ...request, messages }, restoring?.piece, signal);
    restoring?.end();
    return { ...answer, text: this.deidentifier.restore(answer.text) };
  }
}
