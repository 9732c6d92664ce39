import type { JudgeCalibration } from '../judge/calibration';
import type { Policy } from '../privacy/policy';
import type { ModelCapabilities, ModelMessage, ModelPlace, ModelPurpose, ModelUsage } from './language-model';
import type { ModelSettings } from './model-settings';

/** What one call sent. Kept in memory only, for the user to look at. */
export interface SentCall {
  /** Milliseconds since the epoch. */
  at: number;
  place: ModelPlace;
  model: string;
  purpose: ModelPurpose;
  /** As they left, so after de-identification. */
  messages: readonly ModelMessage[];
}

/** What one call took. */
export interface UsedCall {
  usage: ModelUsage;
  /** Nothing was sent: the answer was given before. */
  cached: boolean;
  /** In the currency of the settings' prices; absent where they are not known. */
  cost?: number;
}

/** What has to be known before the first text goes to a place. */
export interface Access {
  /** The endpoint's key, where it has one. */
  apiKey?: string;
  /** What the model can do, where it was probed before. */
  known?: ModelCapabilities;
  /** How its confidence as a judge is to be read, where it was calibrated; as it was kept, so not checked yet. */
  calibration?: JudgeCalibration;
}

/** A language model of the editor, e.g. Copilot's. */
export interface EditorModel {
  name: string;
  vendor: string;
  contextTokens?: number;
}

/** The editor's own language models, asked through it. */
export interface EditorModels {
  /** The chosen model, or the editor's first where none is chosen. Throws `model-off` when it offers none. */
  find(model: string, signal?: AbortSignal): Promise<EditorModel>;
  /** @param onText is called with each piece of the answer; the whole is given at the end */
  ask(
    model: string,
    request: { messages: readonly ModelMessage[]; maxTokens: number },
    onText: (piece: string) => void,
    signal?: AbortSignal,
  ): Promise<string>;
}

/** What the engine needs of its front door before and after it uses a model. */
export interface ModelHost {
  /**
   * Asks whether text may go to this place, and gives the key. Called for each action.
   * @param byUser an action that the user asked for; only then may a question be shown
   * @throws AttestError `model-off` where the user has not agreed
   */
  access(place: ModelPlace, model: string, byUser: boolean, signal?: AbortSignal): Promise<Access>;
  /** Present where the front door is an editor that has models. */
  editor?: EditorModels;
  /** A model was probed: remember what it can do. */
  learned?(place: ModelPlace, model: string, capabilities: ModelCapabilities): void;
  /** A model's judging was calibrated: remember how its confidence is to be read. */
  calibrated?(place: ModelPlace, model: string, calibration: JudgeCalibration): void;
  /** A call is about to leave. */
  sent?(call: SentCall): void;
  used?(call: UsedCall): void;
}

/** The language model of the settings and what its front door is asked. */
export interface ModelConfig {
  settings: ModelSettings;
  host: ModelHost;
  /** The machine's policy; read from its file where none is given. */
  policy?: Policy;
}
