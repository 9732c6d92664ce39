import { AttestError } from '../../core/errors';
import type { JudgeCalibration } from '../../core/judge/calibration';
import { validCalibration } from '../../core/judge/judge-basis';
import { endpointPlace } from '../../core/language-model/endpoint-place';
import type { LanguageModel, ModelCapabilities, ModelPlace } from '../../core/language-model/language-model';
import type { ModelConfig, ModelHost } from '../../core/language-model/model-host';
import { noModel, type ModelSettings } from '../../core/language-model/model-settings';
import type { IdentifierReader } from '../../core/ports';
import type { Policy } from '../../core/privacy/policy';
import { EditorLanguageModel } from '../../models/editor-model';
import { calibrateJudge } from '../judge/calibrate';
import type { CalibrationReport } from '../reports/calibration';
import { LruMap } from '../lru-map';
import { AnswerCache, type Answers } from './answer-cache';
import { Budget } from './budget';
import { machinePolicy } from './machine-policy';
import { type Accessed, EndpointModels } from './endpoint-models';
import { Meter } from './meter';
import { PrivacyLayer } from './privacy-layer';
import { RateGate, RateLimit } from './rate-limit';
import { TextReadings } from './text-readings';

/** Remembered answers; a note of a hundred statements asks about as many questions. */
const answersKept = 500;

/**
 * The way of every use case to the language model. With no provider set, or locked, no client of an endpoint is ever
 * made: there is nothing that could send.
 */
export class ModelAccess {
  private readonly settings: ModelSettings | undefined;
  private readonly policy: Policy;
  private readonly locked: boolean;
  private readonly answers: Answers = new LruMap(answersKept);
  private readonly gate: RateGate;
  private readonly readings: TextReadings;
  private readonly endpoint: EndpointModels;
  private readonly calibrations = new WeakMap<LanguageModel, JudgeCalibration>();

  /** @param reader finds identifiers beside the rules in whatever is sent to where they are hidden */
  constructor(
    private readonly config: ModelConfig | undefined,
    reader: IdentifierReader,
  ) {
    this.readings = new TextReadings(reader);
    this.settings = config?.settings;
    this.policy = config?.policy ?? machinePolicy();
    this.locked = this.policy.offlineOnly || this.settings?.offlineOnly === true;
    this.gate = new RateGate(this.settings?.callsPerMinute ?? 1);
    this.endpoint = new EndpointModels(this.gate);
  }

  /** Nothing may leave this machine: the setting or the machine's policy says so. */
  get isLocked(): boolean {
    return this.locked;
  }

  /** True when a model is set and nothing locks it. The user may still have to agree. */
  get isSet(): boolean {
    return !this.locked && this.settings !== undefined && this.settings.provider !== 'none';
  }

  /** True when the settings want statements of notes judged; whether that is possible shows when it is tried. */
  get judgesNotes(): boolean {
    return this.settings?.judgeNotes === true;
  }

  /**
   * The model for one action of the user, with a token budget of its own.
   * @param byUser the user asked for this action, so a question of consent may be shown; false for what runs by itself
   * @throws AttestError `model-off` where none is set, it is locked, or the user does not agree; `cancelled`
   */
  async forAction(byUser: boolean, signal?: AbortSignal): Promise<LanguageModel> {
    const { settings, host } = this.allowed();
    if (settings.provider === 'openai-compatible' && settings.model.trim() === '') {
      throw new AttestError(
        'model-off',
        'No model of the endpoint is chosen.',
        'Choose one with the command Attest: Choose Model….',
      );
    }
    const { model: base, calibration } = await (settings.provider === 'vscode'
      ? this.editorModel(settings, host, byUser, signal)
      : this.endpoint.model(settings, host, byUser, signal));
    // What waits for its turn is not sent yet.
    const metered = new RateLimit(new Meter(base, host, settings), this.gate);
    const sending = this.hides(base.place) ? await PrivacyLayer.around(metered, this.readings) : metered;
    const given = new Budget(
      new AnswerCache(sending, this.answers),
      settings.tokensPerAction,
      () => this.endpoint.probeTokens,
    );
    const valid = validCalibration(calibration, given.name);
    if (valid) this.calibrations.set(given, valid);
    return given;
  }

  /**
   * Reads texts that are likely to be sent, while nothing else is to do, so that who asks need not wait for it. Nothing is
   * sent, and nothing is read where no model is set or nothing would be taken out of what goes there.
   * @param texts each as it would stand in a prompt or a data block
   * @returns when they are read, or can't be now
   */
  async readAhead(texts: () => readonly string[], signal?: AbortSignal): Promise<void> {
    const place = this.chosenPlace();
    if (!place || !this.hides(place)) return;
    this.readings.readAhead(texts(), signal);
    await this.readings.rest();
  }

  /** Does work that somebody waits for: nothing is read ahead meanwhile. */
  first<T>(work: () => Promise<T>): Promise<T> {
    return this.readings.first(work);
  }

  calibrationOf(model: LanguageModel): JudgeCalibration | undefined {
    return this.calibrations.get(model);
  }

  /**
   * Names of the models that the endpoint offers, sorted.
   * @throws AttestError `model-off` as above; `model-unreachable`, `model-refused`, `model-answer`
   */
  async listModels(signal?: AbortSignal): Promise<string[]> {
    const { settings, host } = this.allowed();
    if (settings.provider === 'vscode') {
      return [(await this.editorModel(settings, host, true, signal)).model.name];
    }
    const { model } = await this.endpoint.model(settings, host, true, signal);
    return model.listModels(signal);
  }

  /**
   * Tries out what the chosen model can do, also where it is known: the server behind the address, or what a key may do
   * there, may have changed. Has it remembered.
   */
  async capabilities(signal?: AbortSignal): Promise<ModelCapabilities> {
    const model = await this.forAction(true, signal);
    this.endpoint.forgetCapabilities();
    return model.capabilities(signal);
  }

  /**
   * Finds out how the chosen model's confidence as a judge is to be read, and has it remembered for the place and name
   * that its use was agreed to with. An action of the user, with a token budget of its own.
   * @param onProgress pairs done, and how many there are
   * @throws AttestError as `forAction` and `calibrateJudge` do; then nothing is remembered
   */
  async calibrate(
    onProgress?: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<CalibrationReport> {
    const { host } = this.allowed();
    const model = await this.forAction(true, signal);
    const report = await calibrateJudge(model, onProgress, signal);
    host.calibrated?.(model.place, model.name, report.calibration);
    return report;
  }

  async close(): Promise<void> {
    await this.endpoint.close();
    await this.readings.close();
  }

  /** Where the settings would have text sent; undefined where they name no such place. */
  private chosenPlace(): ModelPlace | undefined {
    if (!this.isSet || !this.settings) return undefined;
    const { provider, endpoint, model } = this.settings;
    if (provider === 'vscode') return this.config?.host.editor && { kind: 'editor', vendor: '' };
    return URL.canParse(endpoint) && model.trim() !== ''
      ? endpointPlace(new URL(endpoint), model)
      : undefined;
  }

  private hides(place: ModelPlace): boolean {
    const { deidentify } = this.settings ?? noModel;
    const isHere = place.kind === 'endpoint' && place.loopback;
    return (
      this.policy.requireDeidentification || deidentify === 'always' || (deidentify === 'remote' && !isHere)
    );
  }

  private allowed(): ModelConfig {
    if (this.locked) {
      throw new AttestError(
        'model-off',
        'Attest is locked offline on this machine, so no language model is used.',
        'The setting attest.privacy.offlineOnly or the administrator’s policy decides it.',
      );
    }
    if (!this.config || !this.isSet) {
      throw new AttestError(
        'model-off',
        'No language model is set.',
        'Set attest.model.provider and attest.model.endpoint, or go on without.',
      );
    }
    return this.config;
  }

  private async editorModel(
    settings: ModelSettings,
    host: ModelHost,
    byUser: boolean,
    signal?: AbortSignal,
  ): Promise<Accessed<LanguageModel>> {
    if (!host.editor) {
      throw new AttestError(
        'model-off',
        'The language models of VS Code can be used in VS Code only.',
        'Set an OpenAI-compatible endpoint.',
      );
    }
    if (!byUser) {
      throw new AttestError(
        'model-off',
        'The language models of VS Code are used for what you ask for yourself only.',
        'Set an OpenAI-compatible endpoint for what runs by itself.',
      );
    }
    const found = await host.editor.find(settings.model, signal);
    const model = new EditorLanguageModel(host.editor, found);
    const { calibration } = await host.access(model.place, model.name, byUser, signal);
    return { model, calibration };
  }
}
