import { AttestError } from '../../core/errors';
import { judgeStatement } from '../../core/judge/judge';
import type { Judgement, JudgeOptions, OfflineVerdict } from '../../core/judge/judgement';
import type { JudgeEvidence } from '../../core/judge/judge-evidence';
import type { LanguageModel } from '../../core/language-model/language-model';
import { ModelMeter, type ModelUse } from '../../core/language-model/model-meter';
import type { ModelProvider } from '../../core/language-model/model-provider';

/**
 * The language model as the judge of one action of the user, over all statements of it: one token budget, one count of
 * what it took, and no further call once it has failed.
 */
export class ActionJudge {
  private readonly meter = new ModelMeter();
  private model: LanguageModel | undefined;
  private failed: string | undefined;

  /** @param byUser the user asked for the action, so a question of consent may be shown */
  constructor(
    private readonly models: ModelProvider,
    private readonly byUser: boolean,
  ) {}

  /** What the model was used for so far; undefined where it was not needed. */
  get use(): ModelUse | undefined {
    if (!this.model && this.failed === undefined) return undefined;
    return {
      ...(this.model && { model: this.model.name }),
      cost: { ...this.meter.cost },
      ...(this.failed !== undefined && { failed: this.failed }),
    };
  }

  /** The model's confidence is read with a calibration of its own. */
  get isCalibrated(): boolean {
    return this.model !== undefined && this.models.calibrationOf(this.model) !== undefined;
  }

  /**
   * Judges one statement that the checkers without a model leave open.
   * @returns undefined where no model could be asked: what was decided without it stands, and `use` says why
   * @throws AttestError `cancelled`
   */
  async judge(
    statement: string,
    evidence: readonly JudgeEvidence[],
    offline: OfflineVerdict,
    { signal, ...options }: Pick<JudgeOptions, 'isPlanStep' | 'signal'> = {},
  ): Promise<Judgement | undefined> {
    if (this.failed !== undefined) return undefined;
    try {
      this.model ??= await this.models.forAction(this.byUser, signal);
      const calibration = this.models.calibrationOf(this.model);
      return await judgeStatement(this.model, statement, evidence, offline, {
        ...options,
        calibration,
        spent: this.meter,
        signal,
      });
    } catch (error) {
      if (!(error instanceof AttestError) || error.reason === 'cancelled') throw error;
      this.failed = `${error.message} ${error.advice}`;
      return undefined;
    }
  }
}
