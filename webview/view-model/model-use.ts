import { costText } from '../../src/core/judge/path-words';
import type { ModelUse } from '../../src/core/language-model/model-meter';
import { t } from '../l10n';

/** What a language model had to do with a result, in words. */
export interface ModelUseView {
  /** What it took. */
  model?: string;
  /** Why it was not used, or not for all. */
  modelFailed?: string;
}

/** Says who judged and what it took, or why nobody did; empty where no model was needed. */
export function modelUseView(use: ModelUse | undefined): ModelUseView {
  if (!use) return {};
  const { model: name, cost, failed } = use;
  return {
    ...(name !== undefined && {
      model: t('Judged by {0} where it was not sure without: {1}', name, costText(cost, t)),
    }),
    ...(failed !== undefined && { modelFailed: failed }),
  };
}
