import type { ModelUse } from '../core/language-model/model-meter';
import { snippet } from './plain';

/** What a language model had to do with a result, for people; empty where none was needed. */
export function modelText(use: ModelUse | undefined): string {
  if (!use) return '';
  const { calls, promptTokens, answerTokens } = use.cost;
  const took =
    use.model === undefined
      ? ''
      : `Judged by ${snippet(use.model, 100)} where it was not sure without: ${calls} calls, ${promptTokens + answerTokens} tokens.\n`;
  return use.failed === undefined
    ? took
    : `${took}Decided without the language model: ${snippet(use.failed, 300)}\n`;
}
