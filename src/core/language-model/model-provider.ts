import type { JudgeCalibration } from '../judge/calibration';
import type { LanguageModel } from './language-model';

/** Where a use case gets its model from, if there is one. */
export interface ModelProvider {
  /** True when a model is set and nothing locks it. The user may still have to agree. */
  readonly isSet: boolean;
  /**
   * The model for one action of the user, with a token budget of its own.
   * @param byUser the user asked for this action, so a question of consent may be shown
   * @throws AttestError `model-off` where there is none or the user does not agree; `cancelled`
   */
  forAction(byUser: boolean, signal?: AbortSignal): Promise<LanguageModel>;
  /** How the confidence of a model that was given out is to be read; undefined where it was never calibrated. */
  calibrationOf(model: LanguageModel): JudgeCalibration | undefined;
}
