import type { JudgeCalibration } from '../../core/judge/calibration';
import type { ModelCost } from '../../core/language-model/model-meter';
import type { Share } from '../../core/verdicts/score';

/** What a calibration found out. `decided`, `notSure`, `unusable` and `refused` add up to `asked`. */
export interface CalibrationReport {
  calibration: JudgeCalibration;
  /** Labelled pairs that the model was asked about. */
  asked: number;
  /** Pairs that it gave a verdict on, with a probability. */
  decided: number;
  /** Pairs that it was not sure of; a verdict without a quote that stands in the evidence is one of them. */
  notSure: number;
  /** Answers that could not be read. */
  unusable: number;
  /** Calls that the endpoint refused, as content filters do. */
  refused: number;
  /** Share of right verdicts among the decided ones, with its 95 % interval. Calibrating does not change it. */
  accuracy: Share;
  /** Brier score of the confidences: as the model gives them, and as they are read from now on. */
  brier: { before: number; after: number };
  cost: ModelCost;
}
